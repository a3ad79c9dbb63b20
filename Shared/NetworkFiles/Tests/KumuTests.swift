import Kernel
import Testing

@testable import NetworkFiles

@Suite("Kumu blueprints")
struct KumuTests {
    @Test("labels serve as ids, types and tags are kept, numbers and lists keep their types")
    func blueprint() throws {
        let text = """
            {"elements": [{"label": "A", "type": "Letter", "tags": ["een", "twee"], "size": 1},
              {"label": "B", "size": 2.5, "Favorite Dessert": "ijs"}],
             "connections": [{"from": "A", "to": "B", "type": "likes", "direction": "mutual", "weight": 3}],
             "loops": []}
            """

        let reading = try NetworkFile.read(Array(text.utf8), .kumu)

        let file = reading.file
        #expect(file.nodes.map(\.id) == ["A", "B"])
        #expect(file.value(of: file.nodes[0], "tags") == .list(["een", "twee"]))
        #expect(file.value(of: file.nodes[0], "size") == .number(1))
        #expect(file.edges[0].kind == "likes")
        #expect(file.edges[0].direction == .mutual)
        #expect(file.edges[0].weight == 3)
        #expect(reading.remarks.map(\.rule) == ["loss.part.loops"])
    }

    @Test("a backup of a project is understood")
    func backup() throws {
        let text = """
            {"elements": [{"_id": "elem-1", "attributes": {"label": "A", "element type": "Stad"}},
              {"_id": "elem-2", "attributes": {"label": "A"}}],
             "connections": [{"_id": "conn-1", "from": "elem-1", "to": "elem-2", "direction": "directed",
               "attributes": {"connection type": "levert"}}]}
            """

        let file = try NetworkFile.read(Array(text.utf8), .kumu).file

        #expect(file.nodes.map(\.id) == ["elem-1", "elem-2"])
        #expect(file.value(of: file.nodes[0], "type") == .text("Stad"))
        #expect(file.edges[0].kind == "levert")
        #expect(file.defaultDirection == .directed)
    }

    @Test("times are kept in a field of the blueprint, and that is told")
    func times() throws {
        var file = NetworkFile()
        file.nodes = [NetworkNode(id: "a", label: "Bakker", spells: [NetworkSpell("2024-01-01", nil)])]

        let text = String(decoding: try file.bytes(.kumu), as: UTF8.self)

        #expect(text.contains(#"{"id":"a","label":"Bakker","spells":"2024-01-01/"}"#))
        #expect(file.remarks(in: .kumu).map(\.rule) == ["kept.spells"])
        #expect(file.remarks(in: .gexf) == [])
    }

    static let wrong: [(String, String)] = [
        ("[]", "kumu.blueprint This JSON has no list elements."),
        ("{\"elements\": [1]}", "elements.0: kumu.object A group of fields belongs here."),
        ("{\"elements\": [\n{\"label\": }]}", "json.syntax Line 2, column 11: expected a value here."),
        ("{\"elements\": [{}]}", "elements.0: kumu.label This element has no label."),
        (
            "{\"elements\": [{\"label\": \"a\"}, {\"label\": \"a\"}]}",
            "elements.1: network.node.twice The id “a” is in use already."
        ),
        (
            "{\"elements\": [{\"label\": \"a\"}], \"connections\": [{\"from\": \"a\", \"to\": \"b\"}]}",
            "connections.0.to: network.edge.end There is no node “b”."
        ),
        (
            "{\"elements\": [{\"id\": \"1\", \"label\": \"a\"}, {\"id\": \"2\", \"label\": \"a\"}],"
                + " \"connections\": [{\"from\": \"a\", \"to\": \"1\"}]}",
            "connections.0.from: kumu.label.shared More than one element is called “a”."
        ),
        (
            "{\"elements\": [{\"label\": \"a\"}], \"connections\": [{\"from\": \"a\", \"to\": \"a\", \"weight\": -1}]}",
            "connections.0.weight: network.weight A weight is a number of 0 or more; this says “-1”."
        ),
    ]

    @Test("what is wrong is refused with its place", arguments: wrong)
    func refusals(_ text: String, _ expected: String) { #expect(told(text, .kumu) == [expected]) }
}
