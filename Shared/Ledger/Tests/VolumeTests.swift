import Foundation
import GRDB
import Testing

@testable import Ledger

/// A log of more than one volume, so that its first commands are known by the index and its last by the writer's memory.
@Suite("A volume of commands")
struct VolumeTests {
    private static let size = LogIndex.volumeLength + 40

    @Test("A command is recognised, whether its volume is full or not, and also after the store was opened again")
    func recognised() async throws {
        let bench = try await Self.withVolume()
        let store = try bench.open()
        for index in [0, LogIndex.volumeLength - 1, LogIndex.volumeLength, Self.size - 1] {
            let again = try await store.add("den-bosch", Self.size, "command-\(index)", "other")
            #expect(again.repeated)
            #expect((again.first, again.outcome) == (index + 1, Data("done command-\(index)".utf8)))
        }
        #expect(try await store.add("den-bosch", Self.size, "command-new", "text").first == Self.size + 1)
        try store.close()
        #expect(LedgerVerifier.verify(path: bench.path).failure == nil)
    }

    @Test("Verification misses a command that the index lost")
    func lost() async throws {
        let bench = try await Self.withVolume()
        try Tampering("", .damaged, at: 10, sql: "DELETE FROM command WHERE leaf = 10").apply(to: bench.path)
        let failure = LedgerVerifier.verify(path: bench.path).failure
        #expect((failure?.kind, failure?.leaf) == (.damaged, 10))
    }

    /// A bench with a closed store of one volume and forty entries, all of them commands of one ecosystem.
    private static func withVolume() async throws -> Workbench {
        try await history.value.copy()
    }

    private static let history = Task {
        let bench = try Workbench()
        let store = try bench.open()
        for index in 0..<size - 1 { store.submit(index) { _ in } }
        _ = try await withCheckedContinuation { caller in store.submit(size - 1) { caller.resume(returning: $0) } }
            .get()
        try store.close()
        return bench
    }
}

extension LedgerStore {
    /// Makes the next append without waiting for the one before it, whose sequence it knows.
    fileprivate func submit(_ index: Int, answer: @escaping @Sendable (Result<Appended, LedgerRefusal>) -> Void) {
        submit(
            ecosystem: "den-bosch", expected: index, command: "command-\(index)", actor: Sample.actor,
            events: [Sample.event("text \(index)")], outcome: Data("done command-\(index)".utf8), answer: answer)
    }
}
