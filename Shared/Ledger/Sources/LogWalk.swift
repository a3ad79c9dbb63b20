import Foundation
import GRDB

/// Goes through all entries in the order of the log and recomputes each.
struct LogWalk {
    typealias Failure = VerificationReport.Failure

    private(set) var edge = TreeEdge()
    private let db: Database
    private let erasures: ErasureClaims
    private var histories: [String: History] = [:]
    private var erased = 0
    private var storedTile: [TreeHash]?
    private var header = LeafHeader()
    private var audit: IndexAudit

    /// How far the history of one ecosystem was read.
    private struct History {
        var last = 0
        var command = ""
    }

    init(_ db: Database, erasures: ErasureClaims) throws {
        self.db = db
        self.erasures = erasures
        audit = try IndexAudit(db)
    }

    /// Throws the first failure.
    mutating func run() throws {
        let rows = try Prepared(db, WalkedEntry.rows + " ORDER BY leaf")
        defer { rows.reset() }
        while try rows.next() {
            let entry = WalkedEntry(rows)
            do { try check(entry, rows) } catch let failure as Failure { throw failure } catch {
                throw Failure(error, leaf: edge.size)
            }
        }
        try TileAudit(db: db, size: edge.size).run()
        try audit.checkRest()
    }

    func summarize(in report: inout VerificationReport) {
        report.entries = edge.size
        report.root = edge.root
        report.ecosystems = histories.count
        report.erased = erased
    }

    private mutating func check(_ entry: WalkedEntry, _ rows: Prepared) throws {
        guard entry.leaf == edge.size else {
            throw Failure(.missing, leaf: edge.size, "The log goes on at entry \(entry.leaf).")
        }
        let hash = try recomputedHash(of: entry, rows)
        try checkOrder(of: entry)
        try checkTile(entry, hash)
        try audit.check(entry)
        for tile in edge.append(hash) { try check(tile) }
        if rows.isNull(14) { erased += 1 }
        histories[entry.ecosystem] = History(last: entry.sequence, command: entry.command)
    }

    private mutating func recomputedHash(of entry: WalkedEntry, _ rows: Prepared) throws -> TreeHash {
        guard let commitment = rows.hash(10), let stored = rows.hash(11) else {
            throw entry.failure(.changed, "Its commitment or its hash is not 32 bytes long.")
        }
        if let payload = rows.data(14) {
            let salt = rows.data(12) ?? Data()
            // A salt of any other length could be part of the payload, or the other way around.
            guard salt.count == SealedEvent.saltLength, .commitment(salt: salt, payload: payload) == commitment else {
                throw entry.failure(.changed, "Its payload or salt is not what was committed to.")
            }
        } else {
            guard erasures.name(entry) else {
                throw entry.failure(.missing, "Its payload is gone, and no later entry records that it was erased.")
            }
            guard rows.isNull(12) else { throw entry.failure(.changed, "Its payload is erased, but its salt is not.") }
        }
        let hash = entry.hash(commitment, &header)
        guard hash == stored else {
            throw entry.failure(.changed, "Its hash does not fit its header (who, when, what or commitment).")
        }
        return hash
    }

    private func checkOrder(of entry: WalkedEntry) throws {
        let history = histories[entry.ecosystem, default: History()]
        if entry.sequence <= history.last {
            throw entry.failure(.forked, "The history already has a sequence \(entry.sequence).")
        }
        if entry.sequence > history.last + 1 {
            let wanted = history.last + 1
            throw try exists(entry.ecosystem, wanted)
                ? entry.failure(.reordered, "Sequence \(wanted) should come first; it stands further on.")
                : Failure(
                    .missing, leaf: entry.leaf, ecosystem: entry.ecosystem, sequence: wanted,
                    "The history goes on at sequence \(entry.sequence).")
        }
        guard entry.opensCommand == (entry.command != history.command) else {
            throw entry.failure(.changed, "The outcome of command \(entry.command) is missing or stands twice.")
        }
    }

    private func exists(_ ecosystem: String, _ sequence: Int) throws -> Bool {
        let row = try Prepared(db, "SELECT 1 FROM entry WHERE ecosystem = ?1 AND sequence = ?2")
        defer { row.reset() }
        row.bind(ecosystem, at: 1)
        row.bind(sequence, at: 2)
        return try row.next()
    }

    /// Compares with the tile, which holds the same hash a second time, as soon as the entry is reached.
    private mutating func checkTile(_ entry: WalkedEntry, _ hash: TreeHash) throws {
        let place = entry.leaf % TreeEdge.tileWidth
        if place == 0 {
            storedTile = try StoredTile.read(db, level: 0, position: entry.leaf / TreeEdge.tileWidth)?.hashes
        }
        guard let storedTile else { return }
        let expected = storedTile[place]
        guard expected != hash else { return }
        guard storedTile.contains(hash) else {
            throw entry.failure(.changed, "The tree holds another hash in its place.")
        }
        throw try exists(expected)
            ? entry.failure(.reordered, "The tree has this entry in another place.")
            : Failure(.missing, leaf: entry.leaf, "The entry that the tree has here is gone; the next has moved up.")
    }

    private func exists(_ hash: TreeHash) throws -> Bool {
        let row = try Prepared(db, "SELECT 1 FROM entry WHERE leaf_hash = ?1")
        defer { row.reset() }
        row.bind(hash, at: 1)
        return try row.next()
    }

    private func check(_ tile: FullTile) throws {
        let first = tile.position << (8 * (tile.level + 1))
        guard let stored = try StoredTile.read(db, level: tile.level, position: tile.position) else {
            throw Failure(.missing, leaf: first, "The tree lacks tile \(tile.position) of level \(tile.level).")
        }
        guard stored.hashes == tile.hashes, stored.root == tile.root else {
            throw Failure(
                .changed, leaf: first, "Tile \(tile.position) of level \(tile.level) does not fit its entries.")
        }
    }
}
