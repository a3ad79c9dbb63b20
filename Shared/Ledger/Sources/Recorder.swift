import Foundation
import GRDB

/// Writes submissions inside one transaction.
struct Recorder {
    private let db: Database
    private let entryRow: Prepared

    init(_ db: Database) throws {
        self.db = db
        entryRow = try Prepared(
            db, "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
    }

    /// Writes one submission, or says why not without having written anything. Throws when the transaction is lost.
    func record(
        _ submission: Submission, _ memory: inout WriterMemory
    ) throws -> Result<Appended, LedgerRefusal> {
        if let first = try firstOutcome(of: submission, memory) { return .success(first) }
        let last = try memory.lastSequence(of: submission.ecosystem, in: db)
        guard last == submission.expected else {
            return .failure(.conflict(expected: submission.expected, actual: last))
        }
        let submission = submission.sealed(after: memory.lastMoment)
        let appended = Appended(
            first: last + 1, last: last + submission.events.count, recordedAt: submission.moment,
            outcome: submission.outcome, repeated: false)
        if !submission.erased.isEmpty {
            let eraser = Eraser(index: LogIndex(db, size: memory.size), ecosystem: submission.ecosystem)
            if let refusal = try eraser.fault(in: submission) { return .failure(refusal) }
            try eraser.erase(submission.erased, by: appended.last)
            memory.owesScrub = true
        }
        if let change = submission.box {
            let shelf = BoxShelf(db: db)
            if let refusal = try shelf.fault(in: change) { return .failure(refusal) }
            try shelf.take(change)
            memory.owesScrub = true
        }
        for (offset, event) in submission.events.enumerated() {
            try insert(event, at: appended.first + offset, isFirst: offset == 0, of: submission, &memory)
        }
        return .success(appended)
    }

    private func firstOutcome(of submission: Submission, _ memory: WriterMemory) throws -> Appended? {
        for leaf in try memory.leaves(of: submission.key, in: db) {
            let row = try Prepared(
                db, "SELECT ecosystem, command, sequence, recorded_at, outcome FROM entry WHERE leaf = ?1")
            defer { row.reset() }
            row.bind(leaf, at: 1)
            guard try row.next(), row.text(0) == submission.ecosystem, row.text(1) == submission.command else {
                continue
            }
            return Appended(
                first: row.int(2), last: try lastSequence(of: submission, from: row.int(2), leaf: leaf),
                recordedAt: Int64(row.int(3)), outcome: row.data(4) ?? Data(), repeated: true)
        }
        return nil
    }

    /// The events of one command stand next to each other, in the log as in the history.
    private func lastSequence(of submission: Submission, from first: Int, leaf: Int) throws -> Int {
        let row = try Prepared(db, "SELECT ecosystem, command FROM entry WHERE leaf > ?1 ORDER BY leaf")
        defer { row.reset() }
        row.bind(leaf, at: 1)
        var last = first
        while try row.next(), row.text(0) == submission.ecosystem, row.text(1) == submission.command { last += 1 }
        return last
    }

    private func insert(
        _ sealed: SealedEvent, at sequence: Int, isFirst: Bool, of submission: Submission,
        _ memory: inout WriterMemory
    ) throws {
        let row = entryRow
        row.bind(memory.size, at: 1)
        row.bind(submission.ecosystem, at: 2)
        row.bind(sequence, at: 3)
        row.bind(Int(submission.moment), at: 4)
        row.bind(submission.actor.person, at: 5)
        row.bind(submission.actor.organisation, at: 6)
        row.bind(submission.actor.mandate, at: 7)
        row.bind(submission.command, at: 8)
        row.bind(sealed.event.kind, at: 9)
        row.bind(sealed.event.version, at: 10)
        row.bind(sealed.commitment, at: 11)
        row.bind(sealed.leafHash, at: 12)
        row.bind(sealed.salt, at: 13)
        row.bind(isFirst ? submission.outcome : nil, at: 14)
        row.bind(sealed.event.payload, at: 15)
        try row.run()
        let tiles = try memory.add(
            sealed.leafHash, submission.ecosystem, sequence, at: submission.moment,
            opens: isFirst ? submission.key : nil, in: db)
        for tile in tiles { try insert(tile) }
    }

    private func insert(_ tile: FullTile) throws {
        let row = try Prepared(db, "INSERT INTO tile VALUES (?1, ?2, ?3, ?4)")
        row.bind(tile.level, at: 1)
        row.bind(tile.position, at: 2)
        row.bind(tile.root, at: 3)
        row.bind(tile.hashes.joinedBytes, at: 4)
        try row.run()
    }
}
