import GRDB

/// How deleted personal data leave the pages of the file.
enum Erasure {
    /// Writes the table anew. `secure_delete` wipes deleted rows and freed pages, but when SQLite moves a row to
    /// another page the bytes of its old place may survive; freeing every page of the table wipes those as well.
    static func rewrite(_ db: Database, table: String) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE rewritten AS SELECT * FROM main.\(table);
                DELETE FROM main.\(table);
                INSERT INTO main.\(table) SELECT * FROM temp.rewritten;
                DROP TABLE temp.rewritten;
                """)
    }

    /// Moves the write-ahead log into the file and empties it. Waits a quarter of a second for other readers at most,
    /// because the writer stands still meanwhile.
    static func scrub(_ db: Database) throws -> Bool {
        try db.execute(sql: "PRAGMA busy_timeout = 250")
        let outcome = Result { try db.checkpoint(.truncate) }
        try db.execute(sql: "PRAGMA busy_timeout = 10000")
        return try outcome.get().walFrameCount == 0
    }
}

extension Account {
    /// The tables that hold what people wrote about themselves: contact and the names of devices and keys.
    static func rewritePersonal(_ db: Database) throws {
        for table in ["contact", "session", "passkey", "token"] { try Erasure.rewrite(db, table: "access_\(table)") }
    }
}
