import Foundation
import Kernel
import Testing

@testable import Ecosystems

@Suite("Replay") struct ReplayTests {
    /// An ecosystem after a seeded series of changes, refused ones left out.
    private func busy(_ workshop: Workshop, seed: UInt64, changes: Int) async throws -> Ecosystem {
        let shed = try await workshop.begun()
        var dice = Dice(seed: seed)
        for _ in 0..<changes {
            // A refusal leaves the state as it was: what the dice may throw is not always allowed.
            do { _ = try await shed.perform(ChangeRecords([dice.change()]), by: .atTheMachine) } catch { continue }
        }
        return shed
    }

    @Test(
        "from any snapshot equals from zero, and as-of equals a truncated replay", arguments: [1, 2, 3, 4] as [UInt64])
    func snapshots(seed: UInt64) async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await busy(workshop, seed: seed, changes: 120)
        let catalogue = Workshop.catalogue
        let live = await shed.state
        let replay = Replay(ledger: workshop.host.ledger, catalogue: catalogue)
        let zero = try replay.state(of: "shed", fromZero: true)
        #expect(zero.picture(catalogue) == live.picture(catalogue))
        #expect(live.sequence > 30)

        for sequence in stride(from: 1, through: live.sequence, by: 7) {
            let truncated = try replay.state(of: "shed", through: sequence, fromZero: true)
            let bytes = StateSnapshot.bytes(of: truncated, catalogue: catalogue)
            let kept = try #require(StateSnapshot.state(id: "shed", from: bytes, catalogue: catalogue))
            #expect(kept.picture(catalogue) == truncated.picture(catalogue))
            let past = try await shed.reader(for: .atTheMachine, asOf: sequence)
            #expect(past.state.picture(catalogue) == truncated.picture(catalogue))
            try workshop.host.ledger.saveSnapshot(
                ecosystem: "shed", sequence: sequence, format: StateSnapshot.format, bytes: bytes)
            #expect(try replay.state(of: "shed").picture(catalogue) == live.picture(catalogue))
        }
    }

    @Test("damaged snapshots are put aside, never half used")
    func damagedSnapshots() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await busy(workshop, seed: 9, changes: 40)
        let bytes = [UInt8](StateSnapshot.bytes(of: await shed.state, catalogue: Workshop.catalogue))
        var dice = Dice(seed: 5)
        for length in stride(from: 0, to: bytes.count, by: 3) {
            #expect(
                StateSnapshot.state(id: "shed", from: Data(bytes[0..<length]), catalogue: Workshop.catalogue) == nil)
        }
        for _ in 0..<2_000 {
            var changed = bytes
            changed[Int.random(in: 0..<changed.count, using: &dice)] ^= UInt8.random(in: 1...255, using: &dice)
            _ = StateSnapshot.state(id: "shed", from: Data(changed), catalogue: Workshop.catalogue)
        }
    }

    @Test("after a restart everything is there")
    func restart() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await busy(workshop, seed: 7, changes: 60)
        let before = await shed.state.picture(Workshop.catalogue)
        await workshop.host.saveSnapshots()
        let host = try workshop.reopened()
        #expect(try await host.ecosystem("shed").state.picture(Workshop.catalogue) == before)
        try host.ledger.close()
    }

    @Test("a repeated command gives the first outcome and happens once")
    func idempotent() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        let change = RecordChange("tools", "saw", .add(["name": "Saw"]))
        let first = try await shed.change(change, name: "one")
        let second = try await shed.change(change, name: "one")
        #expect(second.repeated)
        #expect(second.sequence == first.sequence)
        #expect(second.touched == ["tools/saw"])
        #expect(await shed.state.sequence == first.sequence)
    }

    @Test("32 writers at once lose nothing and do nothing twice")
    func writers() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<32 {
                group.addTask {
                    for number in 0..<20 {
                        try await shed.change(
                            RecordChange("tools", "w\(writer)-\(number)", .add(["name": "x"])),
                            name: "\(writer)-\(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(await shed.state[Tool.self].count == 640)
        let replayed = try Replay(ledger: workshop.host.ledger, catalogue: Workshop.catalogue).state(
            of: "shed", fromZero: true)
        #expect(replayed.picture(Workshop.catalogue) == (await shed.state.picture(Workshop.catalogue)))
        #expect(replayed.sequence == 641)
    }

    @Test("an erased record is gone from state and history, and the rest stays provable")
    func erasure() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await shed.change(RecordChange("tools", "saw", .add(["name": "Saw", "secret": "private"])))
        try await shed.change(RecordChange("tools", "file", .add(["name": "File"])))
        try await shed.change(RecordChange("tools", "saw", .patch(["secret": "more private"])))

        #expect(try await shed.erase("tools", "saw", reason: "asked", by: .atTheMachine) == 2)

        #expect(await shed.state[Tool.self]["saw"] == nil)
        #expect(await shed.state[Tool.self]["file"] != nil)
        #expect(try await shed.history().filter(\.isErased).count == 2)
        let replayed = try Replay(ledger: workshop.host.ledger, catalogue: Workshop.catalogue).state(
            of: "shed", fromZero: true)
        #expect(replayed.picture(Workshop.catalogue) == (await shed.state.picture(Workshop.catalogue)))
        try await shed.change(RecordChange("tools", "axe", .add(["name": "Axe"])))
    }

    @Test("what others mention, the ecosystem's own record, and what never was, cannot be erased; nor without a reason")
    func erasureRefused() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        try await shed.change(RecordChange("tools", "saw", .add(["name": "Saw"])))
        try await shed.change(RecordChange("tools", "blade", .add(["name": "Blade", "madeOf": "saw"])))
        for (kind, id, reason, rule) in [
            ("tools", "saw", "asked", "record.mentioned"), ("tools", "blade", "", "erasure.reason"),
            ("ecosystems", "shed", "asked", "ecosystem.profile"), ("tools", "none", "asked", "erasure.nothing"),
            ("toys", "saw", "asked", "kind.unknown"),
        ] {
            let refusal = await #expect(throws: Refusal.self) {
                try await shed.erase(kind, id, reason: reason, by: .atTheMachine)
            }
            #expect(refusal?.problems.map(\.rule) == [rule], "\(kind)/\(id)")
        }
        #expect(await shed.state[Tool.self].count == 2)
    }

    @Test("what another process appended is taken in")
    func otherProcess() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let shed = try await workshop.begun()
        let other = try Workshop.open(workshop.folder)
        try await other.ecosystem("shed").change(RecordChange("tools", "saw", .add(["name": "Saw"])))
        try await shed.change(RecordChange("tools", "file", .add(["name": "File"])))
        #expect(await shed.state[Tool.self].count == 2)
        try other.ledger.close()
    }
}

@Suite("Logs from before there were limits") struct OldLogTests {
    @Test("what is too long, doubled or on several lines by the rules of today is read all the same, and can be mended")
    func unlimited() throws {
        let catalogue = Workshop.catalogue
        let long = String(repeating: "a", count: 900_000)
        var state = EcosystemState(id: "shed", kinds: catalogue.kinds)
        let fields: [String: Value] = [
            "name": ["nl": .string(long), "en": "a\nb\u{202E}"], "usedWith": ["saw", "saw"], "secret": .string(long),
        ]

        try state.apply(
            DomainEvent("tool.added", ["id": "saw", "fields": .map(fields)]), at: 1, recordedAt: 1, catalogue: catalogue
        )

        let table = try #require(state.table("tools"))
        #expect(table.values(of: "saw") == fields)
        #expect(throws: Never.self) { try table.outcome(of: ["count": 1], on: "saw", replacing: false).get() }
        #expect(
            throws: Rejected.self,
            performing: { try table.outcome(of: ["secret": .string(long)], on: "saw", replacing: false).get() })
    }
}
