import Foundation
import GRDB

/// The tables of a store, and the two numbers in the file header by which a store is known.
enum Schema {
    /// "Stel" in ASCII.
    static let applicationID = 0x5374_656C
    /// What this version knows. A store begins with the first format, and has the second from its first ballot box on.
    static let format = 2
    private static let firstFormat = 1

    static let tables = [
        """
        CREATE TABLE entry (
          leaf INTEGER PRIMARY KEY CHECK (leaf >= 0),
          ecosystem TEXT NOT NULL CHECK (ecosystem <> ''),
          sequence INTEGER NOT NULL CHECK (sequence >= 1),
          recorded_at INTEGER NOT NULL,
          person TEXT NOT NULL,
          organisation TEXT NOT NULL,
          mandate TEXT,
          command TEXT NOT NULL CHECK (command <> ''),
          kind TEXT NOT NULL CHECK (kind <> ''),
          version INTEGER NOT NULL CHECK (version >= 1),
          commitment BLOB NOT NULL CHECK (length(commitment) = 32),
          leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
          salt BLOB CHECK (length(salt) = 16),
          outcome BLOB,
          payload BLOB,
          CHECK ((payload IS NULL) = (salt IS NULL))
        ) STRICT
        """,
        """
        CREATE TABLE place (
          ecosystem TEXT NOT NULL,
          sequence INTEGER NOT NULL,
          leaf INTEGER NOT NULL,
          PRIMARY KEY (ecosystem, sequence)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE command (
          key INTEGER NOT NULL,
          leaf INTEGER NOT NULL,
          PRIMARY KEY (key, leaf)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE tile (
          level INTEGER NOT NULL CHECK (level >= 0),
          position INTEGER NOT NULL CHECK (position >= 0),
          root BLOB NOT NULL CHECK (length(root) = 32),
          hashes BLOB NOT NULL CHECK (length(hashes) = 8192),
          PRIMARY KEY (level, position)
        ) STRICT
        """,
        """
        CREATE TABLE signer (
          position INTEGER PRIMARY KEY,
          verifier_key TEXT NOT NULL UNIQUE,
          from_leaf INTEGER NOT NULL CHECK (from_leaf >= 0)
        ) STRICT
        """,
        """
        CREATE TABLE erasure (
          ecosystem TEXT NOT NULL PRIMARY KEY,
          sequence INTEGER NOT NULL CHECK (sequence >= 1)
        ) STRICT
        """,
        """
        CREATE TABLE snapshot (
          ecosystem TEXT NOT NULL,
          format INTEGER NOT NULL,
          sequence INTEGER NOT NULL CHECK (sequence >= 1),
          seal BLOB NOT NULL CHECK (length(seal) = 64),
          bytes BLOB NOT NULL,
          PRIMARY KEY (ecosystem, format, sequence)
        ) STRICT
        """,
    ]

    /// Papers of secret ballots while they are open; see `BoxCells`.
    static let boxes = """
        CREATE TABLE ballot_box (
          box TEXT NOT NULL PRIMARY KEY CHECK (box <> ''),
          room INTEGER NOT NULL CHECK (room > 2),
          papers BLOB NOT NULL
        ) STRICT
        """

    static func hasBoxes(in db: Database) throws -> Bool {
        let row = try Prepared(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'ballot_box'")
        defer { row.reset() }
        return try row.next()
    }

    /// Makes room for ballot boxes in a store that never had one. From then on older versions refuse the file as a newer format.
    static func addBoxes(to db: Database) throws {
        guard try !hasBoxes(in: db) else { return }
        try db.execute(sql: boxes)
        try db.execute(sql: "PRAGMA user_version = \(format)")
    }

    static func create(in db: Database) throws {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(firstFormat)")
        for table in tables { try db.execute(sql: table) }
    }

    /// Says what is wrong with the tables of this file, or nil. A trigger or a changed table is not ours; tables of the room
    /// beside this one, where people and sign-in are kept, are left alone.
    static func fault(in db: Database) throws -> String? {
        let found = try Prepared(
            db,
            #"""
            SELECT sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'access\_%' ESCAPE '\' AND tbl_name <> 'grdb_migrations'
            """#)
        defer { found.reset() }
        var missing = Set(tables)
        while try found.next() {
            let table = found.text(0)
            guard missing.remove(table) != nil || table == boxes else {
                return "it holds a table, index or trigger of others"
            }
        }
        return missing.isEmpty ? nil : "tables are missing or changed"
    }

    /// The first thing that SQLite finds wrong with the pages of this file, or nil. Reads all of it.
    static func pageFault(in db: Database, by check: String) throws -> String? {
        let found = try Prepared(db, "PRAGMA \(check)(1)")
        defer { found.reset() }
        guard try found.next(), found.text(0) != "ok" else { return nil }
        return found.text(0)
    }
}
