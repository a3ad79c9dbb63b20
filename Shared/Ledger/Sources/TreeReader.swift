import Foundation
import GRDB

/// Reads tree hashes of a store: full tiles from their table, the unfinished ones from the entries and the tiles below.
struct TreeReader {
    let db: Database
    /// The size of the tree that is asked about; the store may hold more.
    let size: Int

    static func size(of db: Database) throws -> Int {
        let row = try Prepared(db, "SELECT leaf FROM entry ORDER BY leaf DESC LIMIT 1")
        defer { row.reset() }
        return try row.next() ? row.int(0) + 1 : 0
    }

    /// The first `width` hashes of a tile.
    func hashes(level: Int, position: Int, width: Int) throws -> [TreeHash] {
        let found =
            if let full = try StoredTile.read(db, level: level, position: position) {
                full.hashes
            } else {
                try unfinishedTile(level: level, position: position, width: width)
            }
        guard found.count >= width else {
            throw LedgerRefusal.damaged(why: "tile \(position) of level \(level) lacks hashes")
        }
        return Array(found.prefix(width))
    }

    /// The root of the leaves in `range`, as RFC 6962 defines it for any range that starts at a multiple of its split.
    func root(of range: Range<Int>) throws -> TreeHash {
        guard !range.isEmpty else { return .empty }
        if range.count & (range.count - 1) == 0 { return try perfectRoot(of: range) }
        let split = range.lowerBound + Self.split(range.count)
        return .node(try root(of: range.lowerBound..<split), try root(of: split..<range.upperBound))
    }

    /// The largest power of two below `count`, for counts above one.
    static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }

    private func perfectRoot(of range: Range<Int>) throws -> TreeHash {
        let height = range.count.trailingZeroBitCount
        let level = height / 8
        let first = range.lowerBound >> (8 * level)
        let count = 1 << (height % 8)
        let offset = first % TreeEdge.tileWidth
        let row = try hashes(level: level, position: first / TreeEdge.tileWidth, width: offset + count)
        return row[offset...].peaks.first ?? .empty
    }

    private func unfinishedTile(level: Int, position: Int, width: Int) throws -> [TreeHash] {
        let first = position * TreeEdge.tileWidth
        let rows =
            if level == 0 {
                try Prepared(db, "SELECT leaf_hash FROM entry WHERE leaf >= ?1 AND leaf < ?2 ORDER BY leaf")
            } else {
                try Prepared(
                    db,
                    """
                    SELECT root FROM tile WHERE level = ?3 AND position >= ?1 AND position < ?2 ORDER BY position
                    """)
            }
        defer { rows.reset() }
        rows.bind(first, at: 1)
        rows.bind(first + width, at: 2)
        if level > 0 { rows.bind(level - 1, at: 3) }
        var hashes: [TreeHash] = []
        while try rows.next() {
            guard let hash = rows.hash(0) else { throw LedgerRefusal.damaged(why: "a hash is not 32 bytes long") }
            hashes.append(hash)
        }
        return hashes
    }
}

extension TreeEdge {
    /// The edge of the tree as it stands in the store.
    static func load(_ db: Database) throws -> TreeEdge {
        let size = try TreeReader.size(of: db)
        let reader = TreeReader(db: db, size: size)
        let levels = try (0..<levelCount(of: size)).map { level in
            try reader.hashes(
                level: level, position: (size >> (8 * level)) / tileWidth, width: width(of: size, at: level))
        }
        guard let edge = TreeEdge(size: size, levels: levels) else {
            throw LedgerRefusal.damaged(why: "the tiles do not fit the number of entries")
        }
        return edge
    }
}
