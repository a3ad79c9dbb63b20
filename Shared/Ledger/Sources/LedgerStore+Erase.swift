import Foundation
import GRDB

/// What an erasure came to.
package struct Erased: Sendable, Hashable {
    package let appended: Appended
    /// True when the bytes are gone from disk; false when a reader still held an older state, and they go with the next
    /// append or at close.
    package let isScrubbed: Bool
}

extension LedgerStore {
    /// Erases payloads for good and records that, in one transaction: `reason` is the event that says so. Its payload must
    /// name exactly these sequences, as `{"sequences":[…]}`, so that anybody can check the erasure.
    ///
    /// Payloads, salts and outcomes of the commands are overwritten in the file, snapshots of the ecosystem are dropped, and
    /// the write-ahead log is emptied; commitments stay, so every proof stays valid. Backups are not touched. Refuses, as
    /// `append` does, and when a sequence is not in the log or is itself such an erasure.
    nonisolated(nonsending) package func erase(
        ecosystem: String, sequences: [Int], expected: Int, command: String, actor: LedgerActor, reason: NewEvent,
        outcome: Data = Data()
    ) async throws -> Erased {
        guard !sequences.isEmpty else { throw LedgerRefusal.invalid(what: "erasure", why: "it names no sequences") }
        let appended = try await withCheckedContinuation {
            (caller: CheckedContinuation<Result<Appended, LedgerRefusal>, Never>) in
            submit(
                Submission(
                    ecosystem: ecosystem, expected: expected, command: command, actor: actor, events: [reason],
                    outcome: outcome, erased: sequences, moment: now(), salt: salt,
                    answer: { caller.resume(returning: $0) }))
        }.get()
        return Erased(appended: appended, isScrubbed: !writer.withLock { $0.owesScrub })
    }
}
