import Foundation
import GRDB

/// Keys that only this server needs; worth nothing without a session token, which the store does not have.
enum ServerKey {
    /// The key kept under this name; keeps `fresh` when there is none.
    static func keep(_ db: Database, name: String, fresh: Data, at moment: Int64) throws -> Data {
        try db.execute(
            sql: "INSERT INTO access_key (name, bytes, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [name, fresh, moment])
        return try Data.fetchOne(db, sql: "SELECT bytes FROM access_key WHERE name = ?", arguments: [name]) ?? fresh
    }
}
