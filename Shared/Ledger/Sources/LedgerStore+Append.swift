import Foundation
import GRDB

extension LedgerStore {
    /// Records the events of one command, durably, and returns when they are on disk.
    ///
    /// Refuses with `conflict` when the history does not stand at `expected` (0 for an ecosystem without history). A command
    /// id that this ecosystem has seen before writes nothing and gives the first outcome. A command without events writes
    /// nothing either, and is not remembered. Appends that arrive together share a transaction; one that is refused does
    /// not touch the others. Runs on the caller's actor until it waits, so calls made in order are recorded in order, and a
    /// next append may be made with the sequence that the one before it will reach.
    nonisolated(nonsending) package func append(
        ecosystem: String, expected: Int, command: String, actor: LedgerActor, events: [NewEvent], outcome: Data
    ) async throws -> Appended {
        try await withCheckedContinuation { (caller: CheckedContinuation<Result<Appended, LedgerRefusal>, Never>) in
            submit(
                ecosystem: ecosystem, expected: expected, command: command, actor: actor, events: events,
                outcome: outcome
            ) { caller.resume(returning: $0) }
        }.get()
    }

    /// As `append`, for callers that do not wait: `answer` is called once, on the writer's thread, when all is on disk.
    package func submit(
        ecosystem: String, expected: Int, command: String, actor: LedgerActor, events: [NewEvent], outcome: Data,
        answer: @escaping @Sendable (Result<Appended, LedgerRefusal>) -> Void
    ) {
        submit(
            Submission(
                ecosystem: ecosystem, expected: expected, command: command, actor: actor, events: events,
                outcome: outcome, moment: now(), salt: salt, answer: answer))
    }

    func submit(_ submission: Submission) {
        if let refusal = isReadOnly ? LedgerRefusal.readOnly : submission.fault {
            submission.answer(.failure(refusal))
            return
        }
        // The writer is called under the lock, so that `close` finds no writer that has yet to start.
        let isAccepted = line.withLock { line in
            hasArrivals.store(true, ordering: .relaxed)
            switch line.enter(submission) {
            case .refused: return false
            case .wait: return true
            case .startDraining:
                startWriter()
                return true
            }
        }
        if !isAccepted { submission.answer(.failure(.closed)) }
    }
}
