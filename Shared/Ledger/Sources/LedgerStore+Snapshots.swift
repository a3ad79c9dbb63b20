import Crypto
import Foundation
import GRDB

/// A state as it was after an entry, kept to start faster. A cache: it may be dropped at any time.
package struct LedgerSnapshot: Sendable, Hashable {
    package let ecosystem: String
    package let sequence: Int
    package let format: Int
    package let bytes: Data
}

extension LedgerStore {
    /// Keeps the state of an ecosystem after `sequence`, besides the newest `keep - 1` of this format; older formats go.
    ///
    /// Refuses a sequence that the log does not have, or one before the last erasure: such a state may still hold what was
    /// erased.
    package func saveSnapshot(ecosystem: String, sequence: Int, format: Int, bytes: Data, keep: Int = 3) throws {
        guard !isReadOnly else { throw LedgerRefusal.readOnly }
        guard !line.withLock({ $0.isClosed }) else { throw LedgerRefusal.closed }
        let digest = TreeHash(SHA256.hash(data: bytes))
        try LedgerRefusal.translating {
            try pool.write { db in
                let shelf = SnapshotShelf(db: db, ecosystem: ecosystem)
                try shelf.put(sequence: sequence, format: format, bytes: bytes, digest: digest)
                try shelf.prune(format: format, keep: keep)
            }
        }
    }

    /// The newest snapshot of `format` at or before a sequence. One that is not intact, or stands on another entry than the
    /// log has, is passed over.
    package func latestSnapshot(
        ecosystem: String, format: Int, atOrBefore sequence: Int? = nil
    ) throws -> LedgerSnapshot? {
        try read { db in
            let row = try Prepared(
                db,
                """
                SELECT snapshot.sequence, snapshot.digest, snapshot.bytes FROM snapshot
                JOIN entry USING (ecosystem, sequence)
                WHERE ecosystem = ?1 AND format = ?2 AND sequence <= ?3 AND snapshot.leaf_hash = entry.leaf_hash
                ORDER BY sequence DESC
                """)
            defer { row.reset() }
            row.bind(ecosystem, at: 1)
            row.bind(format, at: 2)
            row.bind(sequence ?? .max, at: 3)
            while try row.next() {
                let bytes = row.data(2) ?? Data()
                guard row.hash(1) == TreeHash(SHA256.hash(data: bytes)) else { continue }
                return LedgerSnapshot(ecosystem: ecosystem, sequence: row.int(0), format: format, bytes: bytes)
            }
            return nil
        }
    }

    /// Drops every snapshot of an ecosystem.
    package func dropSnapshots(ecosystem: String) throws {
        guard !isReadOnly else { throw LedgerRefusal.readOnly }
        guard !line.withLock({ $0.isClosed }) else { throw LedgerRefusal.closed }
        try LedgerRefusal.translating {
            try pool.write { try SnapshotShelf(db: $0, ecosystem: ecosystem).clear() }
        }
    }
}

/// The snapshots of one ecosystem, inside a transaction.
struct SnapshotShelf {
    let db: Database
    let ecosystem: String

    func put(sequence: Int, format: Int, bytes: Data, digest: TreeHash) throws {
        let row = try Prepared(
            db,
            """
            INSERT OR REPLACE INTO snapshot
            SELECT ecosystem, ?3, sequence, leaf_hash, ?4, ?5 FROM entry
            WHERE ecosystem = ?1 AND sequence = ?2
              AND sequence >= coalesce((SELECT sequence FROM erasure WHERE ecosystem = ?1), 0)
            """)
        row.bind(ecosystem, at: 1)
        row.bind(sequence, at: 2)
        row.bind(format, at: 3)
        row.bind(digest, at: 4)
        row.bind(bytes, at: 5)
        try row.run()
        guard db.changesCount == 1 else {
            throw LedgerRefusal.invalid(
                what: "snapshot of \(ecosystem) at \(sequence)",
                why: "the log has no such entry, or a payload was erased after it")
        }
    }

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
}
