import Kernel
import MethodLibrary
import Testing

@testable import Ecosystems

@Suite("What may go")
struct RemovalGuardTests {
    /// The last tool of a name does not go while a tool counts on it by that name.
    private static let catalogue = Catalogue(
        [
            ContextParts(
                id: "workshop", name: Text("Werkplaats", "Workshop"), kinds: [Kind(Tool.self)],
                removals: [
                    RemovalGuard(Tool.self) { old, situation in
                        let rest = situation.state[Tool.self].records
                        guard !rest.contains(where: { $0.name == old.name }),
                            rest.contains(where: { $0.secret == old.name.nl })
                        else { return [] }
                        return [Problem("tool.needed", Text("Nog nodig.", "Still needed."))]
                    }
                ])
        ], rights: { _, _ in Rights() })

    private func refused(_ changes: RecordChange...) throws -> [Problem] {
        var state = Self.catalogue.emptyState("shed")
        let start: [(String, [String: Value])] = [
            ("hammer", ["name": "hamer"]), ("spare", ["name": "hamer"]),
            ("anvil", ["name": "aambeeld", "secret": "hamer"]),
        ]
        func carryOut(_ changes: [RecordChange]) throws {
            let situation = Situation(state: state, library: Library(), today: Day(number: 20_000))
            for event in try ChangeRecords(changes).decide(in: situation, catalogue: Self.catalogue) {
                try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
            }
        }
        try carryOut(start.map { RecordChange("tools", $0.0, .add($0.1)) })
        do { try carryOut(changes) } catch let refusal as Refusal { return refusal.problems }
        return []
    }

    @Test("a guard refuses that a record goes, and says which")
    func refused() throws {
        let problems = try refused(RecordChange("tools", "hammer", .remove), RecordChange("tools", "spare", .remove))
        #expect(problems.map(\.rule) == ["tool.needed", "tool.needed"])
        #expect(problems.map(\.path) == [["tools/hammer"], ["tools/spare"]])
    }

    @Test("it judges by what is left of everything that is asked")
    func whole() throws {
        #expect(try refused(RecordChange("tools", "hammer", .remove)).isEmpty)
        let all = ["hammer", "spare", "anvil"].map { RecordChange("tools", $0, .remove) }
        #expect(try refused(all[0], all[1], all[2]).isEmpty)
        let back = RecordChange("tools", "spare", .add(["name": "hamer"]))
        #expect(try refused(all[0], all[1], back).isEmpty)
    }
}
