import Foundation
import GRDB

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
    let index: LogIndex
    let ecosystem: String

    private var db: Database { index.db }

    /// Why this erasure cannot be, found before anything is written.
    func fault(in submission: Submission) throws -> LedgerRefusal? {
        guard let reason = submission.events.first?.event,
            let record = ErasureRecord(payload: reason.payload), Set(record.sequences) == Set(submission.erased)
        else { return .invalid(what: "payload of the erasure", why: "it does not name the sequences to erase") }
        for sequence in submission.erased {
            guard let leaf = try index.leaf(of: ecosystem, at: sequence) else {
                return .invalid(what: "sequence \(sequence)", why: "the log has no such entry")
            }
            guard try kind(of: leaf) != reason.kind else {
                return .invalid(what: "sequence \(sequence)", why: "a record of an erasure cannot be erased")
            }
        }
        return nil
    }

    /// Overwrites the payloads, the outcomes of the commands they came from, and the snapshots.
    func erase(_ sequences: [Int], by last: Int) throws {
        for sequence in sequences {
            guard let leaf = try index.leaf(of: ecosystem, at: sequence) else { continue }
            try change("UPDATE entry SET payload = NULL, salt = NULL WHERE leaf = ?1", leaf)
            try change("UPDATE entry SET outcome = x'' WHERE leaf = ?1", firstLeaf(ofCommandAt: leaf))
        }
        try SnapshotShelf(index: index, ecosystem: ecosystem).clear()
        let mark = try Prepared(db, "INSERT OR REPLACE INTO erasure VALUES (?1, ?2)")
        mark.bind(ecosystem, at: 1)
        mark.bind(last, at: 2)
        try mark.run()
    }

    /// The events of one command stand next to each other; the first carries the outcome.
    private func firstLeaf(ofCommandAt leaf: Int) throws -> Int {
        let row = try Prepared(
            db, "SELECT leaf FROM entry WHERE leaf <= ?1 AND outcome IS NOT NULL ORDER BY leaf DESC LIMIT 1")
        defer { row.reset() }
        row.bind(leaf, at: 1)
        return try row.next() ? row.int(0) : leaf
    }

    private func kind(of leaf: Int) throws -> String {
        let row = try Prepared(db, "SELECT kind FROM entry WHERE leaf = ?1")
        defer { row.reset() }
        row.bind(leaf, at: 1)
        return try row.next() ? row.text(0) : ""
    }

    private func change(_ sql: String, _ leaf: Int) throws {
        let row = try Prepared(db, sql)
        row.bind(leaf, at: 1)
        try row.run()
    }
}
