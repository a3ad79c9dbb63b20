import GRDB

/// How a connection to the file is set up.
enum AccessFile {
    static func open(path: String, readOnly: Bool) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "access"
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.readonly = readOnly
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try refuseNewer(pool)
        if readOnly { return pool }
        // The pool sets NORMAL by itself after preparing its writer, so FULL has to come after that.
        try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        try AccessTables.migrator.migrate(pool)
        return pool
    }

    /// Other rooms may keep migrations in the same list, so only names that start like ours count.
    private static func refuseNewer(_ pool: DatabasePool) throws {
        let applied = try pool.read { db in
            guard try db.tableExists("grdb_migrations") else { return [String]() }
            return try String.fetchAll(
                db, sql: "SELECT identifier FROM grdb_migrations WHERE identifier LIKE 'access-%' ORDER BY 1")
        }
        if let unknown = applied.first(where: { !AccessTables.migrator.migrations.contains($0) }) {
            throw AccessRefusal(.storeNewer, detail: "migration \(unknown)")
        }
    }
}
