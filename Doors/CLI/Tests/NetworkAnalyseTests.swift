import Foundation
import Kernel
import Testing

@Suite("stelsel network analyse and whatif")
struct NetworkAnalyseTests {
    /// Zachary's karate club (1977) as a table of edges; a line per member with the members of a higher number.
    private static let club = """
        1 2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32
        2 3 4 8 14 18 20 22 31
        3 4 8 9 10 14 28 29 33
        4 8 13 14
        5 7 11
        6 7 11 17
        7 17
        9 31 33 34
        10 34
        14 34
        15 33 34
        16 33 34
        19 33 34
        20 34
        21 33 34
        23 33 34
        24 26 28 30 33 34
        25 26 28 32
        26 32
        27 30 34
        28 34
        29 32 34
        30 33 34
        31 33 34
        32 33 34
        33 34
        """.split(separator: "\n").map { $0.split(separator: " ") }
        .flatMap { line in line.dropFirst().map { "\(line[0]),\($0)" } }

    private func analyse(_ edges: [String], heading: String = "from,to", _ arguments: String...) throws
        -> Program.Answer
    {
        let folder = try Folder()
        try folder.write(([heading] + edges).joined(separator: "\n") + "\n", to: "net.csv")
        return try Program.run(["network", arguments[0], folder["net.csv"]] + arguments.dropFirst())
    }

    private func value(_ answer: Program.Answer) throws -> Value {
        #expect(answer.status == 0, "\(answer.err)")
        return try JSONReader.read(Data(answer.out.utf8))
    }

    private func node(_ id: String, of value: Value) throws -> Value {
        try #require(value["nodes"].list?.first { $0["id"].string == id })
    }

    private func isNear(_ value: Value, _ expected: Double) -> Bool {
        abs(real(value) - expected) <= 1e-9 * max(1, abs(expected))
    }

    /// Whole or not; what is no number is near nothing.
    private func real(_ value: Value) -> Double {
        switch value {
        case .whole(let number): Double(number)
        case .number(let number): number
        default: .nan
        }
    }

    @Test("the karate club gets the numbers that were published, with these keys and no others")
    func club() throws {
        let answer = try analyse(Self.club, "analyse", "--json")
        let value = try value(answer)

        #expect(answer.lines.count == 1)
        #expect(value.map?.keys.sorted() == ["conventions", "graph", "nodes"])
        let graph = value["graph"]
        #expect(graph["nodes"] == 34 && graph["edges"] == 78 && graph["components"] == 1)
        #expect(isNear(graph["density"], 78 * 2 / (34 * 33)))
        #expect(graph["articulationPoints"] == ["1"])
        #expect(graph["bridges"] == [["1", "12"]])
        #expect(real(graph["modularity"]) >= 0.4178)
        #expect((graph["communities"].whole ?? 0) == 4)
        let instructor = try node("34", of: value)
        #expect(
            instructor.map?.keys.sorted() == [
                "betweenness", "community", "component", "core", "degree", "harmonic", "id", "pagerank",
            ])
        #expect(instructor["degree"] == 17 && instructor["core"] == 4)
        #expect(isNear(instructor["betweenness"], 160.55158730158730))
        #expect(real(instructor["harmonic"]) > 0.70454545 && real(instructor["harmonic"]) < 0.70454546)
        #expect(real(instructor["pagerank"]) > 0.10091918 && real(instructor["pagerank"]) < 0.10091919)
        #expect(value["conventions"]["metrics"]["betweenness"]["normalisation"] == "none")
        #expect(value["conventions"]["direction"] == "undirected")
    }

    @Test("the order of the lines does not show in the answer")
    func order() throws {
        let one = try analyse(Self.club, "analyse", "--json", "--metrics", "all")
        let other = try analyse(Self.club.reversed(), "analyse", "--json", "--metrics", "all")
        #expect(one.out == other.out)
    }

    @Test("only what was asked is told; a number may be asked by its own name")
    func metrics() throws {
        let value = try value(analyse(Self.club, "analyse", "--json", "--metrics", "degree, modularity,bridges"))
        #expect(try node("1", of: value).map?.keys.sorted() == ["community", "degree", "id"])
        #expect(value["graph"]["bridges"] == [["1", "12"]])
        #expect(value["graph"]["components"].isNull)
    }

    @Test("direction and weight count when they are asked for; self-loops and parallel edges are told")
    func directed() throws {
        let edges = ["a,b,2", "b,c,1", "c,a,1", "a,b,1", "c,c,5", "a,d,1"]
        let value = try value(
            analyse(
                edges, heading: "from,to,weight", "analyse", "--json", "--metrics", "all", "--directed", "--weighted"))
        #expect(value["conventions"]["direction"] == "directed" && value["conventions"]["weight"] == "weight")
        #expect(value["graph"]["selfLoops"] == 1 && value["graph"]["parallelEdges"] == 1)
        #expect(value["graph"]["edges"] == 4)
        #expect(try node("a", of: value)["strength"] == 5)
        #expect(value["graph"]["reciprocity"] == 0)

        let words = try analyse(edges, heading: "from,to,weight", "analyse", "--directed", "--lang", "nl")
        #expect(words.lines.first == "4 knopen, 4 verbindingen (gericht, ongewogen)")
        #expect(words.lines.contains("niet meegeteld: 1 lussen, 1 dubbele verbindingen"))
    }

    @Test("a sample tells from how many nodes, with which bound, and is the same every time")
    func sample() throws {
        let first = try analyse(Self.club, "analyse", "--json", "--sample", "10")
        let value = try value(first)
        #expect(value["graph"]["betweennessSample"]["pivots"] == 10)
        #expect(real(value["graph"]["betweennessSample"]["bound"]) > 0)
        #expect(try analyse(Self.club, "analyse", "--json", "--sample", "10").out == first.out)
        #expect(try analyse(Self.club, "analyse", "--sample", "10").out.contains("betweenness estimated from 10 nodes"))
    }

    @Test("without --json the whole is told in lines, and who stands between others first")
    func words() throws {
        let answer = try analyse(Self.club, "analyse")
        #expect(answer.status == 0, "\(answer.err)")
        #expect(answer.lines.first == "34 nodes, 78 edges (undirected, unweighted)")
        #expect(answer.lines.contains("density 0.139"))
        #expect(answer.lines.contains("articulation points: 1 – 1"))
        let first = try #require(answer.lines.first { $0.contains("231") })
        #expect(first.hasPrefix("1 "))
    }

    @Test("an ecosystem folder is analysed by the ids of its organisations")
    func ecosystem() throws {
        let folder = try Folder()
        let value = try value(Program.run("network", "analyse", try folder.copy(of: "it-lots"), "--json"))
        #expect((value["graph"]["nodes"].whole ?? 0) > 5)
        #expect(try node("opdrachtgever", of: value)["degree"].whole ?? 0 > 0)
    }

    @Test("what is not known is refused with what there is")
    func refused() throws {
        let metric = try analyse(Self.club, "analyse", "--metrics", "degree,fame,glory")
        let kind = try analyse(["a,b,money"], heading: "from,to,kind", "analyse", "--kinds", "love")
        let node = try analyse(
            Self.club, "whatif", "--remove", "99", "--remove", "1,12", "--add", "3,3", "--weaken", "1=2")
        let change = try analyse(Self.club, "whatif", "--weaken", "1")
        let sample = try analyse(Self.club, "analyse", "--sample", "0")

        #expect([metric, kind, node, change, sample].map(\.status) == [1, 1, 1, 1, 1])
        #expect(metric.err.contains("network.metric “fame” is no metric of a network. Choose from: degree, "))
        #expect(metric.err.contains("“glory”"))
        #expect(kind.err.contains("network.kind No edge is of the kind “love”. Choose from: money."))
        #expect(node.err.contains("network.node “99” is not in this network. Name an id; there are for example: 1, 10"))
        #expect(node.err.contains("network.loop") && node.err.contains("network.factor"))
        #expect(
            change.err.contains("weaken: network.change “1” cannot be read as a change. Write id=0.5 or id,id=0.5."))
        #expect(sample.err.contains("network.sample"))
        #expect(try analyse(Self.club, "whatif").status == 64)
        #expect(try analyse(Self.club, "analyse", "--sample", "4", "--exact").status == 64)
    }

    @Test("without member 1 the club falls apart: before and after with the keys of an analysis")
    func whatIf() throws {
        let value = try value(analyse(Self.club, "whatif", "--json", "--remove", "1"))
        #expect(value["gone"] == ["1"] && value["come"] == [])
        #expect(value["before"]["graph"]["components"] == 1)
        #expect(value["after"]["graph"]["components"] == 3)
        #expect(value["cutOff"] == [["11", "17", "5", "6", "7"], ["12"]])
        #expect(isNear(try node("1", of: value["before"])["betweenness"], 231.07142857142858))
        #expect(value["after"]["nodes"].list?.count == 33)

        let words = try analyse(Self.club, "whatif", "--remove", "1", "--lang", "nl")
        #expect(words.out.contains("raakt los (5): 11, 17, 5, 6, 7"))
        #expect(words.out.contains("losse delen") && words.out.contains("→"))
    }

    @Test("adding a bridge keeps the part together; weakening counts as weight")
    func addAndWeaken() throws {
        let added = try value(
            analyse(Self.club, "whatif", "--json", "--remove", "1", "--add", "17,34", "--add", "new", "--add", "new,12")
        )
        #expect(added["come"] == ["new"] && added["cutOff"] == [["12"]])
        let weakened = try value(analyse(Self.club, "whatif", "--json", "--weaken", "1,12=0.25", "--weaken", "34=0.5"))
        #expect(weakened["conventions"]["weight"] == "weight")
        #expect(real(try node("12", of: weakened["after"])["strength"]) == 0.25)
        #expect(real(try node("34", of: weakened["after"])["strength"]) == 8.5)
        #expect(real(try node("34", of: weakened["before"])["strength"]) == 17)
    }
}
