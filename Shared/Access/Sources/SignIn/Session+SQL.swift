import Foundation
import GRDB

extension Session.Stored {
    init(row: Row) {
        self.init(
            session: Session(
                id: Session.ID(row["id"]), account: Account.ID(row["account"]),
                means: Session.Means(rawValue: row["means"]) ?? .link, device: row["device"],
                createdAt: Date(milliseconds: row["created_at"]), seenAt: Date(milliseconds: row["seen_at"])),
            revoked: row["revoked_at"] != nil)
    }
}

extension Session {
    static func fetch(_ db: Database, hash: Data) throws -> Stored? {
        let statement = try db.cachedStatement(sql: "SELECT * FROM access_session WHERE token_hash = ?")
        return try Row.fetchOne(statement, arguments: [hash]).map(Stored.init(row:))
    }

    static func fetchAll(_ db: Database, _ account: Account.ID) throws -> [Stored] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM access_session WHERE account = ? ORDER BY seen_at DESC, rowid DESC",
            arguments: [account.rawValue]
        ).map(Stored.init(row:))
    }

    static func insert(_ db: Database, _ session: Session, hash: Data, at moment: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO access_session (id, token_hash, account, means, device, created_at, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                session.id.rawValue, hash, session.account.rawValue, session.means.rawValue, session.device, moment,
                moment,
            ])
    }

    static func markSeen(_ db: Database, _ id: ID, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_session SET seen_at = max(seen_at, ?) WHERE id = ?", arguments: [moment, id.rawValue])
    }

    static func revoke(_ db: Database, hash: Data, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_session SET revoked_at = ? WHERE token_hash = ? AND revoked_at IS NULL",
            arguments: [moment, hash])
    }

    static func revoke(_ db: Database, _ id: ID, account: Account.ID, at moment: Int64) throws -> Bool {
        try db.execute(
            sql: "UPDATE access_session SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND account = ?",
            arguments: [moment, id.rawValue, account.rawValue])
        return db.changesCount > 0
    }

    @discardableResult
    static func revokeAll(_ db: Database, account: Account.ID, except: ID?, at moment: Int64) throws -> Int {
        try db.execute(
            sql: "UPDATE access_session SET revoked_at = ? WHERE account = ? AND revoked_at IS NULL AND id IS NOT ?",
            arguments: [moment, account.rawValue, except?.rawValue])
        return db.changesCount
    }

    /// Sessions past their absolute end, and with them the device labels of long ago.
    static func deleteOlder(_ db: Database, than moment: Int64) throws {
        try db.execute(sql: "DELETE FROM access_session WHERE created_at < ?", arguments: [moment])
    }
}
