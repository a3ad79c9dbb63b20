import Kernel
import MethodLibrary
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Drafting")
struct DraftingTests {
    @Test("A block becomes a clause with its places, what it suggests, and its norms")
    func add() throws {
        var sample = try Sample.empty()
        try sample.draft(AddBlock(agreement: "samen", block: "money/share"))
        let draft = try #require(AgreementDraft("samen", in: sample.situation))
        let clause = try #require(draft.clauses.first)
        #expect(clause.id.rawValue == "samen-share" && clause.block == "money/share")
        #expect(clause.variables.map(\.name) == ["share", "when"])
        #expect(clause.variables.map(\.plain) == ["2500", ""])
        #expect(clause.blanks == ["when"])
        #expect(draft.norms.map(\.id.rawValue) == ["samen-share-1"])
        #expect(draft.document(number: 1).norms.first?.rule.least == "2500")
    }

    @Test(
        "Another of its texts can be chosen; a text or block that is not there is refused, and so is the same block twice"
    )
    func choices() throws {
        var sample = try Sample.empty()
        try sample.draft(AddBlock(agreement: "samen", block: "money/share", clause: "free"))
        #expect(sample.state[Clause.self][ID("samen-share")]?.heading.en == "Free contribution")
        #expect(
            rules { try sample.draft(AddBlock(agreement: "samen", block: "people/goal", clause: "x")) } == [
                "block.clause"
            ])
        #expect(rules { try sample.draft(AddBlock(agreement: "samen", block: "people/x")) } == ["block.unknown"])
        #expect(rules { try sample.draft(AddBlock(agreement: "samen", block: "money/share")) } == ["block.twice"])
        #expect(
            rules { try sample.draft(AddBlock(agreement: "elders", block: "people/goal")) } == ["agreement.unknown"])
    }

    @Test("A clause comes at the end, at the beginning or after another one, and moves without disturbing the rest")
    func order() throws {
        var sample = try Sample.empty()
        for block in ["people/goal", "people/roles", "money/fines"] {
            try sample.draft(AddBlock(agreement: "samen", block: block))
        }
        try sample.draft(AddBlock(agreement: "samen", block: "people/steering", after: "samen-goal"))
        try sample.draft(AddBlock(agreement: "samen", block: "money/share", after: ""))
        #expect(sample.order == ["samen-share", "samen-goal", "samen-steering", "samen-roles", "samen-fines"])
        let moved = try sample.carryOut(MoveClause(clause: "samen-fines", after: "samen-share"))
        #expect(moved.count == 1)
        #expect(sample.order == ["samen-share", "samen-fines", "samen-goal", "samen-steering", "samen-roles"])
        try sample.carryOut(MoveClause(clause: "samen-share", after: nil))
        #expect(sample.order.last == "samen-share")
        #expect(try sample.carryOut(MoveClause(clause: "samen-share", after: nil)).isEmpty)
        #expect(rules { try sample.carryOut(MoveClause(clause: "samen-share", after: "x")) } == ["clause.unknown"])
    }

    @Test("Whatever moves after whatever, the order is the one that was asked for", arguments: 0..<40)
    func moves(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed))
        var sample = try Sample.empty()
        var wanted: [String] = []
        for index in 0..<7 {
            let place = Value.whole(chance.below(3) == 0 ? 10 : chance.below(20))
            try sample.put(
                "clauses", "c\(index)",
                ["agreement": "samen", "position": place, "heading": "Kop", "text": "Tekst"])
        }
        wanted = sample.order
        for _ in 0..<12 {
            let id = wanted.remove(at: chance.below(wanted.count))
            let place = chance.below(wanted.count + 1)
            try sample.carryOut(MoveClause(clause: id, after: place == 0 ? "" : wanted[place - 1]))
            wanted.insert(id, at: place)
            #expect(sample.order == wanted)
        }
    }

    @Test("A clause does not go while another one leans on its block; with that one gone it does, norms and all")
    func leaning() throws {
        var sample = try Sample.empty()
        try sample.draft(AddBlock(agreement: "samen", block: "people/roles"))
        try sample.draft(AddBlock(agreement: "samen", block: "people/steering"))
        #expect(rules { try sample.draft(RemoveClause(clause: "samen-roles")) } == ["clause.needed"])
        let other = ChangeRecords([RecordChange("clauses", "samen-roles", .patch(["block": .null]))])
        #expect(rules { try sample.draft(other) } == ["clause.needed"])
        try sample.draft(RemoveClause(clause: "samen-steering"))
        try sample.draft(RemoveClause(clause: "samen-roles"))
        #expect(sample.order.isEmpty)
        try sample.draft(AddBlock(agreement: "samen", block: "money/share"))
        try sample.draft(RemoveClause(clause: "samen-share"))
        #expect(sample.state[Norm.self].sorted.isEmpty)
    }

    @Test("Both may go in one change, whatever their order")
    func together() throws {
        var sample = try Sample.empty()
        try sample.draft(AddBlock(agreement: "samen", block: "people/roles"))
        try sample.draft(AddBlock(agreement: "samen", block: "people/steering"))
        let both = ["samen-roles", "samen-steering"].map { RecordChange("clauses", $0, .remove) }
        try sample.draft(ChangeRecords(both))
        #expect(sample.order.isEmpty)
    }

    @Test("An agreement starts from advice; a second time there is nothing to add")
    func advice() throws {
        var sample = try Sample.empty(["principle": "equals"])
        try sample.draft(StartFromAdvice(agreement: "samen", phase: "steps/begin"))
        #expect(sample.order == ["samen-goal", "samen-steering", "samen-roles", "samen-share"])
        #expect(
            rules { try sample.draft(StartFromAdvice(agreement: "samen", phase: "steps/begin")) } == ["advice.nothing"])
        #expect(rules { try sample.draft(StartFromAdvice(agreement: "samen", phase: "steps/x")) } == ["phase.unknown"])
    }
}
