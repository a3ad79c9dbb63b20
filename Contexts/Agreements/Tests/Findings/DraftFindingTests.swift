import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Findings on drafts")
struct DraftFindingTests {
    private func findings(_ sample: Sample) throws -> [Finding] { DraftFindings(try sample.blocksSituation).all }

    private func found(_ sample: Sample) throws -> [String] { try findings(sample).map { "\($0.rule) \($0.record)" } }

    private func clause(_ sample: inout Sample, _ id: String, _ values: [String: Value]) throws {
        let start: [String: Value] = [
            "agreement": "samen", "position": 10, "heading": ["nl": "Kop", "en": "Heading"],
            "text": ["nl": "Tekst.", "en": "Text."],
        ]
        try sample.put("clauses", id, start.merging(values) { $1 })
    }

    private var begun: Sample {
        get throws { try Sample.empty(["parties": [["organisation": "stad"], ["organisation": "net"]]]) }
    }

    @Test("A draft in order gives no findings")
    func quiet() throws {
        var sample = try begun
        try clause(&sample, "a", [:])
        #expect(try found(sample).isEmpty)
    }

    @Test("An agreement without parties, a blank and a norm that cannot be watched are found")
    func blanks() throws {
        var sample = try Sample.empty()
        try sample.draft(AddBlock(agreement: "samen", block: "money/share"))
        let empty: Value = .list([["name": "share", "type": "amount"], ["name": "when", "type": "day"]])
        try sample.draft(ChangeRecords([RecordChange("clauses", "samen-share", .patch(["variables": empty]))]))
        #expect(
            try found(sample) == ["agreement.no-parties samen", "clause.blank samen-share", "norm.blank samen-share-1"])
        #expect(
            try findings(sample)[1].message.en
                == "In the clause “Contribution” is still to be filled in: share and when.")
    }

    @Test("A clause in one language of two, and places that differ by language, are found")
    func languages() throws {
        var sample = try begun
        try clause(&sample, "a", ["text": ["nl": "Alleen zo.", "en": ""]])
        try clause(&sample, "b", ["heading": ["nl": "Kop", "en": ""]])
        try clause(
            &sample, "c",
            [
                "text": ["nl": "Vóór {dag}.", "en": "Before then."],
                "variables": [["name": "dag", "type": "day", "value": "2026-04-01"]],
            ])
        #expect(try found(sample) == ["clause.language a", "clause.language b", "clause.places c"])
        #expect(try findings(sample).map(\.field) == ["text", "heading", "text"])
        try sample.patch("agreements", "samen", ["languages": ["nl"]])
        #expect(try found(sample) == ["clause.places c"])
    }

    @Test("The same place with two values is found, in one agreement and beside the document that goes before it")
    func values() throws {
        var sample = try begun
        func place(_ value: String) -> [String: Value] {
            ["variables": [["name": "termijn", "type": "number", "value": .string(value)]]]
        }
        try clause(&sample, "a", place("3"))
        try clause(&sample, "b", place("6"))
        #expect(try found(sample) == ["agreement.two-values samen"])
        try clause(&sample, "b", place("3"))
        #expect(try found(sample).isEmpty)
        try sample.put(
            "agreements", "kader",
            ["name": "Kader", "kind": "covenant", "parties": [["organisation": "stad"]]])
        try sample.put(
            "clauses", "k",
            ["agreement": "kader", "position": 1, "heading": "Kop", "text": "Tekst"].merging(place("12")) { $1 })
        try sample.patch("agreements", "samen", ["precedence": ["kader"]])
        #expect(try found(sample) == ["agreement.two-values samen"])
        #expect(try findings(sample)[0].others == ["kader"])
    }

    @Test("Blocks that do not go together, and a block that leans on one that is missing, are found")
    func blocks() throws {
        var sample = try begun
        for block in ["people/goal", "people/boss", "people/steering"] {
            try sample.draft(AddBlock(agreement: "samen", block: block))
        }
        #expect(try found(sample) == ["agreement.conflict samen", "agreement.depends samen"])
        try sample.draft(AddBlock(agreement: "samen", block: "people/roles"))
        #expect(try found(sample) == ["agreement.conflict samen"])
    }

    @Test("Documents that go before each other in a circle are found once")
    func circle() throws {
        var sample = try begun
        for id in ["b", "c"] {
            try sample.put(
                "agreements", id, ["name": .string(id), "kind": "charter", "parties": [["organisation": "net"]]])
        }
        try sample.patch("agreements", "samen", ["precedence": ["b"]])
        try sample.patch("agreements", "b", ["precedence": ["c"]])
        #expect(try found(sample).isEmpty)
        try sample.patch("agreements", "c", ["precedence": ["samen"]])
        #expect(try found(sample) == ["agreement.precedence-circle b"])
        #expect(try findings(sample)[0].others == ["c", "samen"])
    }

    @Test("A norm whose clause is gone is found")
    func gone() throws {
        var sample = try begun
        try clause(&sample, "a", [:])
        try sample.put(
            "agreements", "elders", ["name": "Elders", "kind": "charter", "parties": [["organisation": "net"]]])
        try sample.put(
            "norms", "n",
            ["agreement": "samen", "clause": "a", "rule": ["name": "Betaal.", "form": "duty", "action": "report"]])
        try sample.carryOut(Misplaced())
        #expect(try found(sample) == ["norm.clause-gone n"])
    }

    /// As a log from before the rules could hold it: the norm belongs to another agreement than its clause.
    private struct Misplaced: Command {
        func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .administer }
        func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
            [.record(.changed, Norm.naming, "n", fields: ["agreement": "elders"])]
        }
    }

    @Test("Every finding of this context is told: what several are called, and what to do")
    func words() throws {
        let rules = [
            "agreement.no-parties", "clause.blank", "clause.language", "clause.places", "agreement.two-values",
            "agreement.conflict", "agreement.depends", "agreement.precedence-circle", "norm.clause-gone", "norm.blank",
            "offering.lapsing", "review.overdue", "agreement.no-review",
        ]
        #expect(Set(AgreementsContext.findingWords.keys).isSuperset(of: rules))
    }
}
