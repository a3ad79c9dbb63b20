import Documents
import Kernel
import MethodLibrary
import Testing

@testable import Agreements

@Suite("Redline")
struct RedlineTests {
    /// A document with these clauses.
    static func document(_ clauses: [(id: String, text: String)], number: Int = 1) -> AgreementDocument {
        var document = AgreementDocument()
        document.number = number
        document.name = Text("Samen", "Together")
        document.clauses = clauses.enumerated().map { index, told in
            var clause = DocumentClause()
            clause.id = told.id
            clause.number = index + 1
            clause.heading = Text("Kop \(told.id)", "Heading \(told.id)")
            clause.text = Text(told.text, "\(told.text) (en)")
            return clause
        }
        return document
    }

    private func fates(_ redline: Redline) -> [String] {
        redline.clauses.map { "\($0.id) \($0.fate.rawValue)\($0.isMoved ? " moved" : "")" }
    }

    @Test("Clauses are matched by id: kept, changed, added and removed, each where it stands")
    func clauses() {
        let old = Self.document([("a", "een"), ("b", "twee"), ("c", "drie")])
        let new = Self.document([("a", "een"), ("d", "vier"), ("c", "drie en meer")], number: 2)
        let redline = Redline(from: old, to: new)
        #expect(fates(redline) == ["a kept", "b removed", "d added", "c changed"])
        #expect(redline.summary.nl == "1 bepaling gewijzigd, 1 bepaling nieuw, 1 bepaling vervallen.")
    }

    @Test("Only the clause that moved is told as moved, not those that it passed")
    func moved() {
        let old = Self.document([("a", "een"), ("b", "twee"), ("c", "drie"), ("d", "vier")])
        let new = Self.document([("d", "vier"), ("a", "een"), ("b", "twee"), ("c", "drie")], number: 2)
        let redline = Redline(from: old, to: new)
        #expect(fates(redline) == ["d kept moved", "a kept", "b kept", "c kept"])
        #expect(redline.changed.map(\.mark.nl) == ["stond bij 4"])
    }

    @Test("Parties, entry, notice, norms and annexes that changed are told before and after")
    func others() {
        var old = Self.document([("a", "een")])
        var new = Self.document([("a", "een")], number: 2)
        old.parties = [party("stad", "Stad"), party("net", "Net BV")]
        new.parties = [party("stad", "Stad"), party("cloud", "Cloud BV")]
        old.notice = 3
        new.notice = 6
        new.entry.by = Day("2026-06-01")
        new.open = true
        let told = Redline(from: old, to: new).others
        #expect(told.map(\.what.en) == ["Party", "Party", "Entry into force", "Open to joiners", "Notice in months"])
        #expect(told[0].old.nl == "Net BV" && told[0].new.isEmpty)
        #expect(told[1].new.nl == "Cloud BV" && told[1].old.isEmpty)
        #expect(told[2].new.en.contains("by 1 June 2026"))
        #expect(told[4].old.nl.contains("3 maanden") && told[4].new.nl.contains("6 maanden"))
    }

    private func party(_ id: String, _ name: String) -> DocumentParty {
        var party = DocumentParty()
        party.id = id
        party.name = Text(same: name)
        return party
    }

    @Test("A norm that counts otherwise is told, even when its sentence stayed the same")
    func norm() {
        var old = Self.document([("a", "een")])
        var norm = DocumentNorm()
        norm.id = "n"
        norm.clause = "a"
        norm.rule.name = Text("Elke partij doet verslag.", "Each party reports.")
        norm.rule.least = "1"
        old.norms = [norm]
        var new = old
        new.norms[0].rule.least = "2"
        let told = Redline(from: old, to: new).others
        #expect(told.map(\.what.en) == ["Norm"])
        #expect(told[0].old.en.contains("at least: 1") && told[0].new.en.contains("at least: 2"))
    }

    @Test("A place filled in otherwise is told with both values")
    func variables() throws {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.patch(
            "clauses", "bijdrage", ["variables": [["name": "bijdrage", "type": "amount", "value": "3000"]]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        let texts = sample.state.versions(of: ID("samen")).compactMap(\.text)
        let change = try #require(Redline(from: texts[0], to: texts[1]).changed.first)
        #expect(
            change.variables == [
                VariableChange(name: "bijdrage", old: Text("€ 2.500", "€ 2,500"), new: Text("€ 3.000", "€ 3,000"))
            ])
        #expect(change.text.nl.segments.contains { $0.fate == .added && $0.text.contains("3") })
    }

    @Test("Of any two texts the redline gives back both, clause by clause and in order", arguments: 0..<100)
    func property(seed: Int) {
        var chance = Chance(seed: UInt64(seed))
        let old = Self.document(chance.clauses())
        let new = Self.document(chance.clauses(), number: 2)
        let redline = Redline(from: old, to: new)
        let after = redline.clauses.filter { $0.fate != .removed }
        #expect(after.map(\.id) == new.clauses.map(\.id))
        #expect(after.map(\.text.new) == new.clauses.map(\.text))
        #expect(after.map(\.heading.new) == new.clauses.map(\.heading))
        let before = redline.clauses.filter { $0.fate != .added }
        #expect(Set(before.map(\.id)) == Set(old.clauses.map(\.id)))
        #expect(before.allSatisfy { change in change.text.old == old.clause(change.id)?.text })
        let unmoved = before.filter { !$0.isMoved && $0.fate != .removed }.compactMap(\.oldNumber)
        #expect(unmoved == unmoved.sorted())
        #expect(redline.isEmpty == (old.clauses == new.clauses))
    }
}

/// Chance that is the same every time (SplitMix64).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func clauses() -> [(id: String, text: String)] {
        var ids = ["a", "b", "c", "d", "e", "f", "g"]
        var clauses: [(id: String, text: String)] = []
        for _ in 0..<below(7) {
            let id = ids.remove(at: below(ids.count))
            clauses.append((id, (0..<below(6)).map { _ in "woord\(below(4))" }.joined(separator: " ")))
        }
        return clauses
    }
}
