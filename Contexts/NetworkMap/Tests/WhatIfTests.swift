import Kernel
import NetworkFiles
import Networks
import Testing

@testable import NetworkMap

@Suite("What people ask of a network, in words")
struct WhatIfTests {
    private func star() throws -> NetworkGraph {
        try NetworkGraph(edges: [("hub", "a", 2), ("hub", "b", 4), ("hub", "c", nil), ("a,b", "c", nil)])
    }

    private func refuses(_ rules: [String], _ work: () throws -> Void) {
        let refusal = #expect(throws: Refusal.self) { try work() }
        #expect(refusal?.problems.map(\.rule) == rules)
    }

    @Test("one id is a node, two are an edge, and an id that holds a comma is taken as it stands")
    func reading() throws {
        let graph = try star()
        let asked = WhatIf(
            remove: ["a", "hub,c", "a,b", "a"], weaken: ["b=0.5"], add: ["new", "new,hub=3", "new,b"])
        #expect(
            try asked.changes(in: graph) == [
                .removeNode("a"), .removeEdge("hub", "c"), .removeNode("a,b"), .weakenNode("b", factor: 0.5),
                .addNode("new"), .addEdge("new", "hub", weight: 3), .addEdge("new", "b", weight: 1),
            ])
        #expect(try WhatIf(remove: ["a,b,c"]).changes(in: graph) == [.removeEdge("a,b", "c")])
    }

    @Test("all that does not fit is refused at once")
    func refusals() throws {
        let graph = try star()
        refuses(["network.change", "network.node", "network.node.present", "network.loop"]) {
            _ = try WhatIf(remove: ["x"], weaken: ["a", "a,b=0.5"], add: ["hub", "c,c"]).changes(in: graph)
        }
        refuses(["network.factor"]) { _ = try WhatIf(weaken: ["hub,a=nan"]).changes(in: graph) }
        refuses([
            "network.weight"
        ]) { _ = try WhatIf(add: ["a,b=-1"]).changes(in: try NetworkGraph(edges: [("a", "b", 1)])) }
    }

    @Test("weakening makes weight count, and nothing else does")
    func weight() throws {
        let graph = try star()
        let weak = try WhatIf(weaken: ["hub=0.5"]).comparison(of: graph)
        #expect(weak.after.question.isWeighted)
        #expect(weak.moves(of: .strength).first == .init(id: "hub", before: 7, after: 3.5))
        #expect(try !WhatIf(remove: ["a"]).comparison(of: graph).after.question.isWeighted)
    }

    @Test("numbers have names of their own, and a bound on work makes an estimate of what would be too much")
    func inquiry() throws {
        let graph = try star()
        #expect(try NetworkInquiry().question(for: graph).metrics == NetworkMetric.usual)
        let asked = try NetworkInquiry(metrics: ["degree", "bridges", "modularity"]).question(for: graph)
        #expect(asked.metrics == [.degree, .cuts, .communities])
        #expect(try NetworkInquiry(metrics: ["all"]).question(for: graph).metrics == Set(NetworkMetric.allCases))
        refuses([
            "network.metric", "network.sample",
        ]) { _ = try NetworkInquiry(metrics: ["x"], sample: 0).question(for: graph) }
        let ring = try NetworkGraph(edges: (0..<100).map { ("n\($0)", "n\(($0 + 1) % 100)", nil) })
        #expect(try NetworkInquiry(most: 2_000).question(for: ring).pivots == 20)
        #expect(try NetworkInquiry(isExact: true, most: 2_000).question(for: ring).pivots == 20)
        #expect(try NetworkInquiry(sample: 18, most: 2_000).question(for: ring).pivots == 18)
        refuses(["network.sample"]) { _ = try NetworkInquiry(sample: 21, most: 2_000).question(for: ring) }
        #expect(try NetworkInquiry(most: 20_000).question(for: ring).pivots == nil)
        #expect(try NetworkInquiry(most: 2_000).question(for: ring).metrics == NetworkMetric.usual)
        #expect(try !NetworkInquiry(most: 600).question(for: ring).metrics.contains(.harmonic))
        #expect(try NetworkInquiry(metrics: ["harmonic"], most: 600).question(for: ring).metrics == [.harmonic])
        #expect(try NetworkInquiry(sample: 500).question(for: ring).pivots == nil)
    }

    @Test("a network of a file is analysed with its direction, weight and kinds")
    func file() throws {
        let file = try NetworkFile.read(
            Array(
                "from,to,weight,kind,direction\na,b,2,money,directed\nb,c,,data,undirected\nb,a,1,data,directed\n".utf8),
            .csv
        ).file
        let plain = try file.graph()
        #expect(plain.edges == 2 && plain.intake.parallels == 1)
        let directed = try file.graph(isDirected: true)
        #expect(directed.edges == 4 && directed.weight(from: 0, to: 1) == 2 && directed.weight(from: 1, to: 0) == 1)
        #expect(try file.keeping(kinds: ["money"]).graph().edges == 1)
        refuses(["network.kind"]) { _ = try file.keeping(kinds: ["love"]) }
    }

    @Test(
        "numbers are shown with three digits that count",
        arguments: [
            (0.0, "0"), (231.07142, "231"), (0.48585, "0.486"), (0.031522, "0.0315"), (12.345, "12.3"),
            (9.999, "10.00"), (3.0, "3"),
            (-0.5, "-0.5"), (1234.6, "1235"),
        ])
    func shown(_ value: Double, _ expected: String) {
        let shown = value.shown(.en)
        #expect(shown == expected || Double(shown) == Double(expected), "\(shown)")
        #expect(value.shown(.nl) == shown.replacing(".", with: ","))
    }

    @Test("days stand at the ends of years or quarters, and the last is the day that was asked for")
    func days() throws {
        func days(_ from: String, _ until: String, _ step: NetworkTimeline.Step) throws -> [String] {
            NetworkTimeline.days(try #require(Day(from)), try #require(Day(until)), step).map(\.description)
        }
        #expect(try days("2023-05-01", "2025-02-01", .year) == ["2023-12-31", "2024-12-31", "2025-02-01"])
        #expect(
            try days("2024-11-26", "2025-07-01", .quarter) == ["2024-12-31", "2025-03-31", "2025-06-30", "2025-07-01"])
        #expect(try days("2025-01-01", "2024-01-01", .year) == ["2024-01-01"])
        #expect(try days("2025-12-31", "2025-12-31", .year) == ["2025-12-31"])
        #expect(try days("1900-01-01", "2025-07-01", .quarter).count == NetworkTimeline.mostDays)
    }
}
