import Foundation
import GRDB

/// Ballot boxes: papers beside the log that nothing ties to who put them in.
extension LedgerStore {
    /// As `append`, with a change of a ballot box in the same transaction. Refuses a paper whose code is in the box already, one that does
    /// not fit, and emptying a box that holds something else than was seen (`conflict`). The events must not tell what the paper says.
    nonisolated(nonsending) package func append(
        ecosystem: String, expected: Int, command: String, actor: LedgerActor, events: [NewEvent], outcome: Data,
        box: BoxChange?
    ) async throws -> Appended {
        try await withCheckedContinuation { (caller: CheckedContinuation<Result<Appended, LedgerRefusal>, Never>) in
            submit(
                Submission(
                    ecosystem: ecosystem, expected: expected, command: command, actor: actor, events: events,
                    outcome: outcome, box: box, moment: now(), salt: salt, answer: { caller.resume(returning: $0) }))
        }.get()
    }

    /// What a box holds, sorted by code; nothing when there is no such box.
    package func contents(ofBox box: String) throws -> BoxContents {
        try read { try BoxShelf(db: $0).contents(of: box) }
    }

    /// Puts another paper in the place of the one with its code, durably. Writes nothing to the log: whoever has the code changes the
    /// paper, and nobody else is told that. Refuses a code that is not in the box.
    package func replacePaper(_ paper: BoxPaper, inBox box: String) throws {
        guard !isReadOnly else { throw LedgerRefusal.readOnly }
        guard !line.withLock({ $0.isClosed }) else { throw LedgerRefusal.closed }
        try LedgerRefusal.translating {
            try pool.writeWithoutTransaction { db in
                try writer.withLock { memory in
                    try Transaction(db).run { try BoxShelf(db: db).replace(paper, in: box) }
                    memory.owesScrub = !scrub(db)
                }
            }
        }
    }
}
