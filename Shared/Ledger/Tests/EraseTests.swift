import Foundation
import Testing

@testable import Ledger

@Suite("Erasure")
struct EraseTests {
    private func reason(_ sequences: [Int]) -> NewEvent {
        let list = sequences.map(String.init).joined(separator: ",")
        return NewEvent(kind: "payload.erased", version: 1, payload: Data("{\"sequences\":[\(list)]}".utf8))
    }

    private func erase(_ sequences: [Int], in store: LedgerStore, expected: Int, _ command: String = "e") async throws
        -> Erased
    {
        try await store.erase(
            ecosystem: "den-bosch", sequences: sequences, expected: expected, command: command, actor: Sample.actor,
            reason: reason(sequences))
    }

    @Test("What is erased is nowhere on disk, while every proof holds and verification says that it was erased")
    func erased() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        for step in 0..<400 {
            _ = try await store.append(
                ecosystem: "den-bosch", expected: step, command: "c-\(step * 7_919 % 400)", actor: Sample.actor,
                events: [Sample.event("secret-\(step)-payload " + String(repeating: "long ", count: step * 20))],
                outcome: Data("secret-\(step)-outcome".utf8))
        }
        try store.saveSnapshot(ecosystem: "den-bosch", sequence: 300, format: 1, bytes: Data("secret-7-state".utf8))
        let (before, root) = (try Checkpoint(store.checkpoint()), try store.root())
        let proof = try store.inclusionProof(leaf: 7)

        let done = try await erase([8, 200, 390], in: store, expected: 400)

        #expect(done.isScrubbed && done.appended.first == 401)
        for (name, bytes) in try bench.files() {
            for secret in ["secret-7-", "secret-199-", "secret-389-"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
            }
        }
        let entries = try store.entries(ecosystem: "den-bosch")
        #expect(entries.filter { $0.payload == nil }.map(\.sequence) == [8, 200, 390])
        #expect(try store.latestSnapshot(ecosystem: "den-bosch", format: 1) == nil)
        let leaf = try store.leafHash(7)
        #expect(MerkleProof.isIncluded(leaf, at: 7, in: 400, root: before.root, proof: proof))
        #expect(try store.root(size: 400) == root)
        let again = try await store.append(
            ecosystem: "den-bosch", expected: 0, command: entries[7].command, actor: Sample.actor, events: [],
            outcome: Data())
        #expect(again.repeated && again.first == 8 && again.outcome.isEmpty)
        try store.close()
        let report = LedgerVerifier.verify(path: bench.path, checkpoint: nil)
        #expect(report.failure == nil && report.erased == 3)
        #expect(LedgerVerifier.verify(path: bench.path, erasureKinds: []).failure?.kind == .missing)
    }

    @Test("An erasure that does not say what it erases, or erases what is not there, is refused")
    func refused() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        for step in 0..<5 { try await store.add("den-bosch", step, "c-\(step)", "\(step)") }
        _ = try await erase([1], in: store, expected: 5)

        await #expect(throws: LedgerRefusal.self) { try await erase([9], in: store, expected: 6, "e-9") }
        await #expect(throws: LedgerRefusal.self) { try await erase([], in: store, expected: 6, "e-0") }
        await #expect(throws: LedgerRefusal.self) { try await erase([6], in: store, expected: 6, "e-6") }
        await #expect(throws: LedgerRefusal.conflict(expected: 5, actual: 6)) {
            try await erase([2], in: store, expected: 5, "e-2")
        }
        await #expect(throws: LedgerRefusal.self) {
            try await store.erase(
                ecosystem: "den-bosch", sequences: [2, 3], expected: 6, command: "e-3", actor: Sample.actor,
                reason: reason([2]))
        }
        #expect(try await erase([1], in: store, expected: 5).appended.repeated)
        #expect(
            try store.entries(ecosystem: "den-bosch").map { $0.payload == nil } == [true]
                + Array(repeating: false, count: 5))
        try store.close()
        #expect(LedgerVerifier.verify(path: bench.path).failure == nil)
    }

    @Test("A snapshot of before an erasure can no longer be saved")
    func lateSnapshot() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        for step in 0..<5 { try await store.add("den-bosch", step, "c-\(step)", "\(step)") }
        _ = try await erase([1], in: store, expected: 5)
        #expect(throws: LedgerRefusal.self) {
            try store.saveSnapshot(ecosystem: "den-bosch", sequence: 5, format: 1, bytes: Data())
        }
        try store.saveSnapshot(ecosystem: "den-bosch", sequence: 6, format: 1, bytes: Data())
        #expect(try store.latestSnapshot(ecosystem: "den-bosch", format: 1)?.sequence == 6)
        try store.close()
    }
}
