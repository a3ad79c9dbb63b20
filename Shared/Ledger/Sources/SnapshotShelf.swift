import Crypto
import Foundation
import GRDB

/// The snapshots of one ecosystem, inside a transaction.
struct SnapshotShelf {
    let index: LogIndex
    let ecosystem: String

    private var db: Database { index.db }

    /// Refuses a place the log does not have, and one before the last erasure.
    func put(sequence: Int, format: Int, bytes: Data, sealedWith signer: NoteSigner) throws {
        let seal = SnapshotSeal(
            ecosystem: ecosystem, sequence: sequence, format: format, leafHash: try leafHash(at: sequence), bytes: bytes
        )
        let row = try Prepared(db, "INSERT OR REPLACE INTO snapshot VALUES (?1, ?2, ?3, ?4, ?5)")
        row.bind(ecosystem, at: 1)
        row.bind(format, at: 2)
        row.bind(sequence, at: 3)
        row.bind(try signer.signature(over: seal.text), at: 4)
        row.bind(bytes, at: 5)
        try row.run()
    }

    /// Keeps the newest `keep` of this format; older formats go.
    func prune(format: Int, keep: Int) throws {
        let row = try Prepared(
            db,
            """
            DELETE FROM snapshot WHERE ecosystem = ?1 AND (format < ?2 OR (format = ?2 AND sequence NOT IN (
              SELECT sequence FROM snapshot WHERE ecosystem = ?1 AND format = ?2 ORDER BY sequence DESC LIMIT ?3)))
            """)
        row.bind(ecosystem, at: 1)
        row.bind(format, at: 2)
        row.bind(max(keep, 1), at: 3)
        try row.run()
    }

    func clear() throws {
        let row = try Prepared(db, "DELETE FROM snapshot WHERE ecosystem = ?1")
        row.bind(ecosystem, at: 1)
        try row.run()
    }

    /// The newest intact snapshot of `format` at or before `sequence`, sealed by one of `keys`.
    func latest(format: Int, atOrBefore sequence: Int, sealedBy keys: [NoteVerifier]) throws -> LedgerSnapshot? {
        let rows = try Prepared(
            db,
            """
            SELECT sequence, seal, bytes FROM snapshot WHERE ecosystem = ?1 AND format = ?2 AND sequence <= ?3
            ORDER BY sequence DESC
            """)
        defer { rows.reset() }
        rows.bind(ecosystem, at: 1)
        rows.bind(format, at: 2)
        rows.bind(sequence, at: 3)
        while try rows.next() {
            guard let leafHash = try index.leafHash(of: ecosystem, at: rows.int(0)), let signature = rows.data(1)
            else { continue }
            let seal = SnapshotSeal(
                ecosystem: ecosystem, sequence: rows.int(0), format: format, leafHash: leafHash,
                bytes: rows.data(2) ?? Data())
            guard seal.holds(signature, by: keys) else { continue }
            return LedgerSnapshot(ecosystem: ecosystem, sequence: seal.sequence, format: format, bytes: seal.bytes)
        }
        return nil
    }

    private func leafHash(at sequence: Int) throws -> TreeHash {
        guard sequence >= (try lastErasure()), let hash = try index.leafHash(of: ecosystem, at: sequence) else {
            throw LedgerRefusal.invalid(
                what: "snapshot of \(ecosystem) at \(sequence)",
                why: "the log has no such entry, or a payload was erased after it")
        }
        return hash
    }

    private func lastErasure() throws -> Int {
        let row = try Prepared(db, "SELECT sequence FROM erasure WHERE ecosystem = ?1")
        defer { row.reset() }
        row.bind(ecosystem, at: 1)
        return try row.next() ? row.int(0) : 0
    }
}

/// What the key of the store signs for a snapshot, so that nobody else can put a state in its place.
struct SnapshotSeal {
    let ecosystem: String
    let sequence: Int
    let format: Int
    let leafHash: TreeHash
    let bytes: Data

    var text: String {
        let digest = TreeHash(SHA256.hash(data: bytes))
        return "stelsel-snapshot/v1\n\(format)\n\(sequence)\n\(leafHash.hex)\n\(digest.hex)\n\(ecosystem)\n"
    }

    func holds(_ signature: Data, by keys: [NoteVerifier]) -> Bool {
        let text = text
        return keys.contains { $0.holds(signature: signature, over: text) }
    }
}
