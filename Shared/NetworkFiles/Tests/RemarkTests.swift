import Kernel
import Testing

@testable import NetworkFiles

@Suite("What a format cannot hold")
struct RemarkTests {
    /// Something of everything.
    private var file: NetworkFile {
        var file = NetworkFile()
        file.name = "Buurt"
        file.defaultDirection = .directed
        file.nodeFields = [
            NetworkField("inwoners", .whole, standard: .whole(0), options: "[0, 1]"), NetworkField("tags", .list),
            NetworkField("budget", .number, isTimed: true),
        ]
        file.nodes = [
            NetworkNode(
                id: "a", label: "bel\u{7}",
                entries: [
                    NetworkEntry(1, .list(["x"])),
                    NetworkEntry(2, .timed([NetworkMoment(NetworkSpell("2024-01-01"), .number(1))])),
                ], spells: [NetworkSpell("2024-01-01")]),
            NetworkNode(id: "b", spells: [NetworkSpell("12")]),
        ]
        file.edges = [
            NetworkEdge(from: 0, to: 1, direction: .mutual), NetworkEdge(from: 1, to: 0, direction: .mutual),
        ]
        return file
    }

    static let told: [(NetworkFormat, [String])] = [
        (.kumu, ["loss.name 1", "loss.default 1", "loss.field 1", "loss.options 1", "kept.spells 2", "kept.timed 1"]),
        (.gexf, ["kept.parallel 1", "kept.times 1", "loss.character 1"]),
        (
            .graphML,
            ["kept.list 1", "kept.mutual 2", "loss.options 1", "kept.spells 2", "kept.timed 1", "loss.character 1"]
        ),
        (.csv, ["loss.name 1", "loss.default 1", "kept.list 1", "loss.options 1", "kept.spells 2", "kept.timed 1"]),
    ]

    @Test("is told with how often", arguments: told)
    func remarks(_ format: NetworkFormat, _ expected: [String]) {
        let remarks = file.remarks(in: format)

        #expect(remarks.map { "\($0.rule) \($0.count)" } == expected)
        #expect(remarks.allSatisfy { !$0.message.nl.isEmpty && !$0.message.en.isEmpty })
        #expect(remarks.allSatisfy { $0.isLoss == $0.rule.hasPrefix("loss") })
    }

    @Test("an empty network can be held by all", arguments: NetworkFormat.allCases)
    func nothing(_ format: NetworkFormat) { #expect(NetworkFile().remarks(in: format) == []) }

    static let times: [(String, NetworkTime?)] = [
        ("2024-02-29", .date), ("2023-02-29", nil), ("1999", .integer), ("-3", .integer), ("12.5", .double),
        ("1e3", .double),
        ("0x10", nil), ("nan", nil), ("2024-02-29T12:00:00", .dateTime), ("2024-02-29T12:00:00Z", .dateTime),
        ("2024-02-29T12:00:00.25+01:00", .dateTime), ("2024-02-29T24:00:00", nil), ("2024-02-29T12:60:00", nil),
        ("2024-02-29T12:00:00.", nil), ("2024-02-29T12:00", nil), ("2024-02-29 12:00:00", nil), ("", nil),
        ("2024-02-29T12:00:00+1:00", nil), ("2024-02-29T12:00:00ZZ", nil),
    ]

    @Test("a time is a day, a day with a time, or a number", arguments: times)
    func timeForms(_ text: String, _ form: NetworkTime?) { #expect(NetworkTime(text) == form) }
}
