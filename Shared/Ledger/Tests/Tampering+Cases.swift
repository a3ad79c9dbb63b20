import Foundation
import GRDB

@testable import Ledger

/// The store has 1_100 entries: even leaves in "den-bosch", odd ones in "city-deal"; four full tiles, which are a chapter of
/// the index, and 76 entries after.
extension Tampering {
    static let cases = header + bodies + trees + orders + tails + indexes + tables

    /// Every column of the header, in a full tile and after it.
    private static let header: [Tampering] = [10, 1_090].flatMap { (leaf: Int) in
        [
            "ecosystem = 'elders'", "sequence = 9999", "recorded_at = recorded_at + 1", "person = 'p-8'",
            "organisation = 'gemeente-zwollf'", "mandate = NULL", "mandate = 'm-2'", "command = 'command-x'",
            "kind = 'goal.sev'", "version = 2", "person = person || char(0)",
        ].map { Tampering("\($0) at \(leaf)", .changed, at: leaf, sql: "UPDATE entry SET \($0) WHERE leaf = \(leaf)") }
    }

    private static let bodies: [Tampering] = [0, 10, 1_099].flatMap { (leaf: Int) in
        [
            ("payload = x'7b7d'", Kind.changed), ("payload = x''", .changed), ("salt = zeroblob(16)", .changed),
            ("salt = x''", .changed), ("commitment = zeroblob(32)", .changed), ("commitment = x'00'", .changed),
            ("leaf_hash = zeroblob(32)", .changed), ("leaf_hash = x''", .changed), ("outcome = NULL", .changed),
            ("payload = NULL, salt = NULL", .missing), ("payload = NULL", .missing),
            ("salt = CAST(salt || substr(payload, 1, 3) AS BLOB), payload = substr(payload, 4)", .changed),
            ("payload = CAST(substr(salt, 9) || payload AS BLOB), salt = substr(salt, 1, 8)", .changed),
        ].map { Tampering("\($0) at \(leaf)", $1, at: leaf, sql: "UPDATE entry SET \($0) WHERE leaf = \(leaf)") }
    }

    private static let trees = [
        Tampering("a hash in a tile", .changed, at: 261) { db in
            let bytes = try Data.fetchOne(db, sql: "SELECT hashes FROM tile WHERE level = 0 AND position = 1") ?? Data()
            var changed = bytes
            changed[5 * 32] ^= 1
            try db.execute(sql: "UPDATE tile SET hashes = ? WHERE level = 0 AND position = 1", arguments: [changed])
        },
        Tampering(
            "the root of a tile", .changed, at: 256, sql: "UPDATE tile SET root = zeroblob(32) WHERE position = 1"),
        Tampering("a tile cut short", .damaged, at: 256, sql: "UPDATE tile SET hashes = x'00' WHERE position = 1"),
        Tampering("a tile gone", .missing, at: 0, sql: "DELETE FROM tile WHERE position = 0"),
        Tampering("a tile too many", .rolledBack, at: 1_100) {
            try $0.execute(sql: "INSERT INTO tile SELECT level, 5, root, hashes FROM tile WHERE position = 1")
        },
        Tampering("a tile too early", .changed, at: 1_024) {
            try $0.execute(sql: "INSERT INTO tile SELECT level, 4, root, hashes FROM tile WHERE position = 1")
        },
        Tampering("a payload with everything recomputed, in a full tile", .changed, at: 10) { try forge(10, $0) },
        Tampering("a payload with everything recomputed, after the full tiles", .forked, at: nil) {
            try forge(1_090, $0)
        },
    ]

    private static let orders = [
        Tampering("the first entry gone", .missing, at: 0, sql: "DELETE FROM entry WHERE leaf = 0"),
        Tampering("an entry gone", .missing, at: 300, sql: "DELETE FROM entry WHERE leaf = 300"),
        Tampering("an entry gone and the rest moved up", .missing, at: 300) { db in
            try db.execute(sql: "DELETE FROM entry WHERE leaf = 300")
            for leaf in 301..<1_100 { try move(leaf, to: leaf - 1, db) }
        },
        Tampering("two of one ecosystem swapped", .reordered, at: 10) { try swap(10, 12, $0) },
        Tampering("two of different ecosystems swapped", .reordered, at: 11) { try swap(11, 20, $0) },
        Tampering("two of different ecosystems swapped after the full tiles", .forked, at: nil) {
            try swap(1_090, 1_091, $0)
        },
        Tampering("an entry in front", .missing, at: 0, sql: "UPDATE entry SET leaf = -1 WHERE leaf = 0"),
    ]

    private static let tails = [
        Tampering("the last entry gone", .rolledBack, at: 1_099, sql: "DELETE FROM entry WHERE leaf = 1099"),
        Tampering("the last tile gone", .rolledBack, at: 1_024, sql: "DELETE FROM entry WHERE leaf >= 1024"),
        Tampering("a tail gone", .rolledBack, at: 400, sql: "DELETE FROM entry WHERE leaf >= 400"),
        Tampering("everything gone", .rolledBack, at: 0, sql: "DELETE FROM entry; DELETE FROM tile"),
    ]

    private static let indexes = [
        Tampering("a place that leads elsewhere", .damaged, at: 10) {
            try $0.execute(sql: "UPDATE place SET leaf = 11 WHERE ecosystem = 'den-bosch' AND sequence = 6")
        },
        Tampering("a place gone", .damaged, at: 10, sql: "DELETE FROM place WHERE leaf = 10"),
        Tampering("a place too many", .rolledBack, at: 1_100, sql: "INSERT INTO place VALUES ('elders', 1, 10)"),
        Tampering("a command too many", .rolledBack, at: 1_100, sql: "INSERT INTO command VALUES (1, 10)"),
        Tampering("a command a second time", .forked, at: 1_090) { try forge(1_090, command: "command-10", $0) },
    ]

    private static let tables = [
        Tampering("a trigger", .damaged, at: nil) {
            try $0.execute(sql: "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM snapshot; END")
        },
        Tampering("a table", .damaged, at: nil, sql: "CREATE TABLE mine (id INTEGER)"),
        Tampering("an index gone", .damaged, at: nil, sql: "DROP TABLE place"),
        Tampering("a table gone", .damaged, at: nil, sql: "DROP TABLE entry"),
        Tampering("another key", .forked, at: nil) {
            let key = NoteSigner(name: "mine").verifier.description
            try $0.execute(sql: "UPDATE signer SET verifier_key = ?", arguments: [key])
        },
    ]

    /// What somebody would do who knows the format but has no key.
    private static func forge(_ leaf: Int, command: String? = nil, _ db: Database) throws {
        let payload = Data("{}".utf8)
        let commitment = TreeHash.commitment(salt: Sample.salt, payload: payload)
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM entry WHERE leaf = ?", arguments: [leaf]) else {
            return
        }
        let command: String = command ?? row["command"]
        var header = LeafHeader()
        let hash = header.hash(
            ecosystem: row["ecosystem"], sequence: row["sequence"], recordedAt: row["recorded_at"], actor: Sample.actor,
            command: command, kind: row["kind"], version: row["version"], commitment: commitment)
        try db.execute(
            sql: "UPDATE entry SET payload = ?, commitment = ?, leaf_hash = ?, command = ? WHERE leaf = ?",
            arguments: [payload, commitment.data, hash.data, command, leaf])
    }

    private static func move(_ leaf: Int, to place: Int, _ db: Database) throws {
        try db.execute(sql: "UPDATE entry SET leaf = ? WHERE leaf = ?", arguments: [place, leaf])
    }

    private static func swap(_ one: Int, _ other: Int, _ db: Database) throws {
        try move(one, to: 100_000, db)
        try move(other, to: one, db)
        try move(100_000, to: other, db)
    }
}
