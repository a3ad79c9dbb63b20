import Crypto
import Foundation
import GRDB

/// The snapshots of one ecosystem, inside a transaction.
struct SnapshotShelf {
    let db: Database
    let ecosystem: String

    /// Refuses a place the log does not have, and one before the last erasure.
    func put(sequence: Int, format: Int, bytes: Data, sealedWith signer: NoteSigner) throws {
        let seal = SnapshotSeal(
            ecosystem: ecosystem, sequence: sequence, format: format, leafHash: try leafHash(at: sequence), bytes: bytes
        )
        let row = try Prepared(db, "INSERT OR REPLACE INTO snapshot VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        row.bind(ecosystem, at: 1)
        row.bind(format, at: 2)
        row.bind(sequence, at: 3)
        row.bind(seal.leafHash, at: 4)
        row.bind(try signer.signature(over: seal.text), at: 5)
        row.bind(bytes, at: 6)
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

    private func leafHash(at sequence: Int) throws -> TreeHash {
        let row = try Prepared(
            db,
            """
            SELECT leaf_hash FROM entry WHERE ecosystem = ?1 AND sequence = ?2
            AND sequence >= coalesce((SELECT sequence FROM erasure WHERE ecosystem = ?1), 0)
            """)
        defer { row.reset() }
        row.bind(ecosystem, at: 1)
        row.bind(sequence, at: 2)
        guard try row.next(), let hash = row.hash(0) else {
            throw LedgerRefusal.invalid(
                what: "snapshot of \(ecosystem) at \(sequence)",
                why: "the log has no such entry, or a payload was erased after it")
        }
        return hash
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
}
