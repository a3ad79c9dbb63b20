import Foundation
import Testing

@testable import Ledger

@Suite("Checkpoints")
struct CheckpointTests {
    @Test("A checkpoint is a note signed by the key of the store, over its name, size and root")
    func signed() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(3)
        let note = try store.checkpoint()
        try note.verify(verifierKey: store.verifierKey)
        let checkpoint = try Checkpoint(note)
        #expect(checkpoint == Checkpoint(origin: "stelsel.example/log", size: 3, root: try store.root()))
        try store.close()
        #expect(try String(contentsOfFile: bench.path + ".checkpoint", encoding: .utf8) == note.description)
    }

    @Test("An older copy of the store in the place of a newer one is refused, and can be read")
    func rolledBack() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(10)
        try store.close()
        let older = try bench.copy()
        let again = try bench.open()
        try await again.add("den-bosch", 5, "c-later", "later")
        let saved = try again.checkpoint().description
        try again.close()

        try FileManager.default.removeItem(atPath: older.path + ".checkpoint")
        try FileManager.default.copyItem(atPath: bench.path + ".checkpoint", toPath: older.path + ".checkpoint")
        #expect(throws: LedgerRefusal.rolledBack(stored: 10, signed: 11)) { try older.open() }
        let reader = try older.open(readOnly: true)
        #expect(reader.quickCheck()?.contains("10 entries") == true)
        #expect(try reader.entries(ecosystem: "den-bosch").count == 5)
        try reader.close()
        try FileManager.default.removeItem(atPath: older.path + ".checkpoint")
        #expect(LedgerVerifier.verify(path: older.path).failure == nil)
        let failure = LedgerVerifier.verify(path: older.path, checkpoint: saved).failure
        #expect((failure?.kind, failure?.leaf) == (.rolledBack, 10))
        #expect(LedgerVerifier.verify(path: bench.path, checkpoint: saved).failure == nil)
    }

    @Test("A store that went another way after a copy was made is a fork")
    func forked() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(10)
        try store.close()
        let other = try bench.copy()
        for (path, text) in [(bench.path, "so"), (other.path, "otherwise")] {
            let store = try LedgerStore.open(path: path, now: { Sample.moment })
            try await store.add("den-bosch", 5, "c-5", text)
            try store.close()
        }
        let saved = try String(contentsOfFile: bench.path + ".checkpoint", encoding: .utf8)

        #expect(LedgerVerifier.verify(path: other.path).failure == nil)
        #expect(LedgerVerifier.verify(path: other.path, checkpoint: saved).failure?.kind == .forked)
        try Data(saved.utf8).write(to: URL(fileURLWithPath: other.path + ".checkpoint"))
        #expect(throws: LedgerRefusal.forked(size: 11)) { try other.open() }
    }

    @Test("A crash leaves a store that is ahead of its checkpoint, which is no tampering")
    func crash() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(300)
        try store.saveCheckpoint()
        for step in 0..<20 { try await store.add("elders", step, "c-\(step)", "x") }
        let crashed = try bench.copy()
        try store.close()

        let report = LedgerVerifier.verify(path: crashed.path)
        #expect(report.failure == nil)
        #expect((300...320).contains(report.signedSize ?? 0) && report.entries == 320)
        let again = try crashed.open()
        #expect(again.size == 320)
        #expect(again.quickCheck() == nil)
        try await again.add("elders", 20, "c-20", "x")
        try again.close()
        #expect(LedgerVerifier.verify(path: crashed.path).signedSize == 321)
    }

    @Test(
        "A checkpoint that nobody can trust is not passed over", arguments: ["", "x\n1\n\n— x AAAAAAAA\n", "foreign"])
    func untrusted(text: String) async throws {
        let bench = try await Workbench.withHistory()
        var note = text
        if text == "foreign" {
            note = try Checkpoint(origin: "x", size: 1, root: .empty).signed(with: NoteSigner(name: "x")).description
        }
        try Data(note.utf8).write(to: URL(fileURLWithPath: bench.path + ".checkpoint"))

        #expect(LedgerVerifier.verify(path: bench.path).failure?.kind == .unreadable)
        let refusal = #expect(throws: LedgerRefusal.self) { try bench.open() }
        #expect(refusal?.rule == "ledger.checkpointUnreadable")
        try FileManager.default.removeItem(atPath: bench.path + ".checkpoint")
        #expect(LedgerVerifier.verify(path: bench.path, checkpoint: note).failure?.kind == .unreadable)
    }
}
