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

    @Test("A text changed in one language is found until the other follows, is confirmed, or was never there")
    func lagging() throws {
        var sample = try begun
        try clause(&sample, "a", [:])
        try sample.patch("clauses", "a", ["text": ["nl": "Anders.", "en": "Text."]])
        #expect(try found(sample) == ["clause.behind a"])
        #expect(
            try findings(sample)[0].message.en
                == "In the clause “Heading” the Dutch text was changed after the English one.")
        try sample.patch("clauses", "a", ["text": ["nl": "Anders.", "en": "Otherwise."]])
        #expect(try found(sample).isEmpty)
        try sample.patch("clauses", "a", ["text": ["nl": "Anders.", "en": "Else."]])
        #expect(
            try findings(sample).map(\.message.nl) == [
                "In de bepaling “Kop” is de Engelse tekst na de Nederlandse gewijzigd."
            ])
        try sample.carryOut(ConfirmText(.clause("a")))
        #expect(try found(sample).isEmpty)
        #expect(rules { try sample.carryOut(ConfirmText(.clause("a"))) } == ["text.confirmed"])
        try sample.patch("clauses", "a", ["text": ["nl": "Beide.", "en": "Both."]])
        #expect(try found(sample).isEmpty)
        try sample.patch("agreements", "samen", ["languages": ["nl"]])
        try sample.patch("clauses", "a", ["text": ["nl": "Alleen Nederlands.", "en": "Both."]])
        #expect(try found(sample).isEmpty)
    }

    @Test("A norm stays in doubt after its text changed, until it is confirmed or changed")
    func doubt() throws {
        var sample = try begun
        try clause(&sample, "a", [:])
        let rule: Value = ["name": "Betaal.", "form": "duty", "action": "report"]
        try sample.put("norms", "n", ["agreement": "samen", "clause": "a", "rule": rule])
        try sample.patch("clauses", "a", ["text": ["nl": "Anders.", "en": "Otherwise."]])
        #expect(try found(sample) == ["norm.text-changed n"])
        try sample.carryOut(ConfirmText(.norm("n")))
        #expect(try found(sample).isEmpty)
        try sample.patch("clauses", "a", ["heading": ["nl": "Titel", "en": "Title"]])
        #expect(try found(sample).isEmpty)
        try sample.patch("clauses", "a", ["text": ["nl": "Weer.", "en": "Again."]])
        try sample.patch("norms", "n", ["rule": ["name": "Betaal op tijd.", "form": "duty", "action": "report"]])
        #expect(try found(sample).isEmpty)
    }

    @Test("Words filled in in one language of two are found, and only words")
    func oneLanguage() throws {
        var sample = try begun
        try clause(
            &sample, "a",
            [
                "text": ["nl": "Voor {doel} en {aantal}.", "en": "For {doel} and {aantal}."],
                "variables": [
                    ["name": "doel", "type": "text", "value": ["nl": "schone lucht"]],
                    ["name": "aantal", "type": "number", "value": "3"],
                ],
            ])
        #expect(try found(sample) == ["clause.value-language a"])
        try sample.patch("agreements", "samen", ["languages": ["nl"]])
        #expect(try found(sample).isEmpty)
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
            "offering.lapsing", "review.overdue", "agreement.no-review", "clause.behind", "clause.value-language",
            "norm.text-changed",
        ]
        #expect(Set(AgreementsContext.findingWords.keys).isSuperset(of: rules))
    }
}
