import Foundation
import GRDB

/// A tile as it is stored.
struct StoredTile {
    let hashes: [TreeHash]
    let root: TreeHash

    /// Nil when there is no such tile; refuses one that does not hold 256 hashes.
    static func read(_ db: Database, level: Int, position: Int) throws -> StoredTile? {
        let row = try Prepared(db, "SELECT hashes, root FROM tile WHERE level = ?1 AND position = ?2")
        defer { row.reset() }
        row.bind(level, at: 1)
        row.bind(position, at: 2)
        guard try row.next() else { return nil }
        let bytes = row.bytes(0)
        guard bytes.count == TreeEdge.tileWidth * TreeHash.length, let root = row.hash(1) else {
            throw LedgerRefusal.damaged(why: "tile \(position) of level \(level) has a wrong length")
        }
        let hashes = stride(from: 0, to: bytes.count, by: TreeHash.length).map {
            TreeHash(loading: UnsafeRawBufferPointer(rebasing: bytes[$0..<$0 + TreeHash.length]))
        }
        return StoredTile(hashes: hashes, root: root)
    }
}

/// Finds tiles of entries that are no longer there. (Those of entries that are, the walk has compared.)
struct TileAudit {
    let db: Database
    let size: Int

    func run() throws {
        let row = try Prepared(db, "SELECT level, position FROM tile ORDER BY level, position")
        defer { row.reset() }
        while try row.next() {
            let (level, position) = (row.int(0), row.int(1))
            guard level < 7, position + 1 <= size >> (8 * (level + 1)) else {
                throw VerificationReport.Failure(
                    .rolledBack, leaf: size,
                    "The tree has tile \(position) of level \(level), but its entries are gone.")
            }
        }
    }
}

/// Finds snapshots that will not be used.
struct SnapshotAudit {
    let db: Database
    let keys: [String]

    func unfit() throws -> [String] {
        let verifiers = try keys.map { try NoteVerifier($0) }
        let rows = try Prepared(db, "SELECT ecosystem, format, sequence FROM snapshot")
        defer { rows.reset() }
        let index = try LogIndex(db)
        var unfit: [String] = []
        while try rows.next() {
            let shelf = SnapshotShelf(index: index, ecosystem: rows.text(0))
            let sequence = rows.int(2)
            let found = try shelf.latest(format: rows.int(1), atOrBefore: sequence, sealedBy: verifiers)
            if found?.sequence != sequence { unfit.append("\(shelf.ecosystem) at \(sequence)") }
        }
        return unfit
    }
}
