import Foundation
import Testing

@Suite("stelsel network convert")
struct NetworkConvertTests {
    private let relations = """
        - id: levert
          from: bakker
          to: gemeente
          kind: supply
          description: Brood, "vers"
          period:
            from: 2024-01-01
          weight: 2.5

        """

    @Test("an ecosystem goes to every format, and from there to a table with the same nodes and edges")
    func ecosystem() throws {
        let folder = try Small.folder(["relations.yaml": relations])
        for name in ["map.json", "map.gexf", "map.graphml", "map.csv"] {
            let there = try Program.run("network", "convert", folder["buurt"], folder[name])
            let back = try Program.run("network", "convert", folder[name], folder["back-\(name).csv"])

            #expect(there.status == 0, "\(there.err)")
            #expect(there.lines.first?.hasSuffix("2 nodes, 1 edges") == true)
            #expect(back.status == 0, "\(back.err)")
            let edges = try folder.text("back-\(name).csv")
            #expect(
                edges.contains("bakker,gemeente,2.5,supply,levert,\"Brood, \"\"vers\"\"\",directed,2024-01-01/"),
                "\(edges)")
            let nodes = try folder.text("back-\(name).nodes.csv")
            #expect(nodes.contains("bakker,De Bakker"))
            #expect(nodes.contains("company"))
        }
    }

    @Test("the City Deal goes to Gephi and Kumu and back with all its organisations and relations")
    func cityDeal() throws {
        let folder = try Folder()
        let path = try folder.copy(of: "city-deal")
        let show = try json(Program.run("show", path, "--json"))["counts"] as? [String: Int]

        let gexf = try json(Program.run("network", "convert", path, folder["a.gexf"], "--json"))
        let kumu = try json(Program.run("network", "convert", folder["a.gexf"], folder["a.json"], "--json"))
        let again = try json(Program.run("network", "convert", folder["a.json"], folder["b.gexf"], "--json"))

        for answer in [gexf, kumu, again] {
            #expect(answer["nodes"] as? Int == show?["organisations"])
            #expect(answer["edges"] as? Int == show?["relations"])
        }
        let blueprint = try #require(
            JSONSerialization.jsonObject(with: Data(try folder.text("a.json").utf8)) as? [String: [[String: Any]]])
        let town = try #require(blueprint["elements"]?.first { $0["id"] as? String == "agenda-stad" })
        #expect(town["label"] as? String == "Agenda Stad")
        #expect(town["sector"] as? String == "government")
        #expect(blueprint["connections"]?.allSatisfy { $0["direction"] is String && $0["type"] is String } == true)
    }

    @Test(
        "a table of Gephi or a spreadsheet is read, loops and equal edges are counted, and losses are told in both languages"
    )
    func table() throws {
        let folder = try Folder()
        try folder.write("from;to;weight\na;b;2,5\na;b;1\nb;b;\n", to: "in.csv")
        try folder.write("id;label\na;Bakker\nb;Molen\nc;Winkel\n", to: "in.nodes.csv")

        let english = try Program.run("network", "convert", folder["in.csv"], folder["out.gexf"], "--directed")
        let dutch = try Program.run("network", "convert", folder["out.gexf"], folder["out.json"], "--lang", "nl")

        #expect(
            english.lines == [
                "\(folder["out.gexf"]): 3 nodes, 3 edges", "self-loops: 1", "duplicates: 1",
                "kept in another form: equal edges; Gephi merges them (1)",
            ])
        #expect(try folder.text("out.gexf").contains("defaultedgetype=\"directed\""))
        #expect(dutch.lines == ["\(folder["out.json"]): 3 knopen, 3 verbindingen", "lussen: 1", "dubbel: 1"])
        #expect(try folder.text("out.json").contains(#""direction":"directed""#))
    }

    struct Break: Sendable {
        let name: String
        let text: String
        let expected: String
    }

    static let breaks = [
        Break(
            name: "a.csv", text: "from,to,weight\na,b,NaN\n", expected: "network.weight Line 2, column 5: a weight is"),
        Break(name: "a.csv", text: "van,naar\na,b\n", expected: "csv.header Line 1, column 1: the first line"),
        Break(
            name: "a.gexf", text: "<gexf version=\"1.3\">\n<graph></gexf>",
            expected: "xml.syntax Line 2, column 8: expected"),
        Break(
            name: "a.gexf", text: "<!DOCTYPE gexf [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><gexf/>",
            expected: "xml.doctype Line 1, column 1: a DOCTYPE"),
        Break(name: "a.gexf", text: "<gexf version=\"9\"/>", expected: "gexf.version Line 1, column 1: version “9”"),
        Break(name: "a.graphml", text: "<graphml>&x;</graphml>", expected: "xml.entity Line 1, column 10: only"),
        Break(
            name: "a.json", text: "{\"elements\": [\n{\"label\": \"a\",}]}", expected: "json.syntax Line 2, column 15:"),
        Break(
            name: "a.json", text: #"{"elements": [{"label": "a"}], "connections": [{"from": "a", "to": "b"}]}"#,
            expected: "connections.0.to: network.edge.end There is no node “b”."),
    ]

    @Test("what is broken is refused with the file and the place, and nothing is written", arguments: breaks)
    func broken(_ broken: Break) throws {
        let folder = try Folder()
        try folder.write(broken.text, to: broken.name)

        let answer = try Program.run("network", "convert", folder[broken.name], folder["out.gexf"])

        #expect(answer.status == 1)
        #expect(answer.out == "")
        #expect(answer.err.contains(folder[broken.name]) && answer.err.contains(broken.expected), "\(answer.err)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [broken.name])
    }

    @Test("a file that is not there, a name without a format, the same file twice and a sick folder are refused")
    func wrongPlaces() throws {
        let folder = try Small.folder(["organisations.yaml": "- name: A\n"])
        try folder.write("from,to\na,b\n", to: "a.csv")

        let missing = try Program.run("network", "convert", folder["no.csv"], folder["b.gexf"])
        let unknown = try Program.run("network", "convert", folder["a.csv"], folder["b.xls"])
        let same = try Program.run("network", "convert", folder["a.csv"], folder["a.csv"])
        let sick = try Program.run("network", "convert", folder["buurt"], folder["b.gexf"])
        let nowhere = try Program.run("network", "convert", folder["a.csv"], folder["none/b.gexf"])

        #expect([missing, unknown, same, sick, nowhere].map(\.status) == [1, 1, 1, 1, 1])
        #expect(missing.err.contains("file.failed"))
        #expect(unknown.err.contains("network.format"))
        #expect(same.err.contains("network.same"))
        #expect(sick.err.contains("organisations.yaml:1: error"))
        #expect(nowhere.err.contains("file.failed"))
    }

    @Test("a sparse file of two gigabytes is refused at once")
    func tooLarge() throws {
        let folder = try Folder()
        let handle = try folder.file("large.csv")
        try handle.write(contentsOf: Data("from,to\na,b\n".utf8))
        try handle.truncate(atOffset: 2 << 30)
        try handle.close()

        let answer = try Program.run("network", "convert", folder["large.csv"], folder["b.gexf"])

        #expect(answer.status == 1)
        #expect(answer.err.contains("file.too-large The file is larger than 1024 MB."))
    }

    private func json(_ answer: Program.Answer) throws -> [String: Any] {
        #expect(answer.status == 0, "\(answer.err)")
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
    }
}
