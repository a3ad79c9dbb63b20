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
        let sealed = SealedEvent(reason, salt: salt())
        let appended = try await withCheckedContinuation {
            (caller: CheckedContinuation<Result<Appended, LedgerRefusal>, Never>) in
            submit(
                Submission(
                    ecosystem: ecosystem, expected: expected, command: command, actor: actor, events: [sealed],
                    outcome: outcome, erased: sequences, answer: { caller.resume(returning: $0) }))
        }.get()
        return Erased(appended: appended, isScrubbed: !writer.withLock { $0.owesScrub })
    }
}

/// What an erasure event says in its payload.
struct ErasureRecord: Decodable {
    let sequences: [Int]

    init?(payload: Data?) {
        guard let payload, let record = try? JSONDecoder().decode(Self.self, from: payload) else { return nil }
        self = record
    }
}

/// Takes payloads out, inside a transaction.
struct Eraser {
    let db: Database
    let ecosystem: String

    /// Why this erasure cannot be, found before anything is written.
    func fault(in submission: Submission) throws -> LedgerRefusal? {
        guard let reason = submission.events.first?.event,
            let record = ErasureRecord(payload: reason.payload), Set(record.sequences) == Set(submission.erased)
        else { return .invalid(what: "payload of the erasure", why: "it does not name the sequences to erase") }
        let row = try Prepared(db, "SELECT kind FROM entry WHERE ecosystem = ?1 AND sequence = ?2")
        defer { row.reset() }
        for sequence in submission.erased {
            row.reset()
            row.bind(ecosystem, at: 1)
            row.bind(sequence, at: 2)
            guard try row.next() else {
                return .invalid(what: "sequence \(sequence)", why: "the log has no such entry")
            }
            guard row.text(0) != reason.kind else {
                return .invalid(what: "sequence \(sequence)", why: "a record of an erasure cannot be erased")
            }
        }
        return nil
    }

    func erase(_ sequences: [Int], by last: Int) throws {
        for sequence in sequences {
            try clear("outcome = x''", sequence, where: "outcome IS NOT NULL AND command = (\(Self.command))")
            try clear("payload = NULL, salt = NULL", sequence, where: "sequence = ?2")
        }
        try SnapshotShelf(db: db, ecosystem: ecosystem).clear()
        let mark = try Prepared(db, "INSERT OR REPLACE INTO erasure VALUES (?1, ?2)")
        mark.bind(ecosystem, at: 1)
        mark.bind(last, at: 2)
        try mark.run()
    }

    private static let command = "SELECT command FROM entry WHERE ecosystem = ?1 AND sequence = ?2"

    private func clear(_ assignment: String, _ sequence: Int, where condition: String) throws {
        let row = try Prepared(db, "UPDATE entry SET \(assignment) WHERE ecosystem = ?1 AND \(condition)")
        row.bind(ecosystem, at: 1)
        row.bind(sequence, at: 2)
        try row.run()
    }
}
