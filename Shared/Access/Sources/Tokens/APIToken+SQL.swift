import Foundation
import GRDB

extension APIToken {
    init(row: Row) {
        let scopes = (row["scopes"] as String).split(separator: " ").compactMap { Scope(rawValue: String($0)) }
        self.init(
            id: ID(row["id"]), account: Account.ID(row["account"]), name: row["name"], scopes: Set(scopes),
            ecosystem: row["ecosystem"],
            createdAt: Date(milliseconds: row["created_at"]), expiresAt: Date(milliseconds: row["expires_at"]),
            revokedAt: (row["revoked_at"] as Int64?).map { Date(milliseconds: $0) },
            lastUsedOn: (row["used_on"] as Int64?).map { Date(milliseconds: $0 * millisecondsPerDay) })
    }

    static func fetch(_ db: Database, hash: Data) throws -> APIToken? {
        let statement = try db.cachedStatement(sql: "SELECT * FROM access_token WHERE token_hash = ?")
        return try Row.fetchOne(statement, arguments: [hash]).map(APIToken.init(row:))
    }

    static func fetchAll(_ db: Database, _ account: Account.ID) throws -> [APIToken] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM access_token WHERE account = ? ORDER BY created_at DESC, rowid DESC",
            arguments: [account.rawValue]
        ).map(APIToken.init(row:))
    }

    static func insert(_ db: Database, _ token: APIToken, hash: Data) throws {
        try db.execute(
            sql: """
                INSERT INTO access_token (id, token_hash, account, name, scopes, ecosystem, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                token.id.rawValue, hash, token.account.rawValue, token.name,
                token.scopes.map(\.rawValue).sorted().joined(separator: " "), token.ecosystem,
                token.createdAt.milliseconds, token.expiresAt.milliseconds,
            ])
    }

    static func revoke(_ db: Database, _ id: ID, account: Account.ID, at moment: Int64) throws -> Bool {
        try db.execute(
            sql: "UPDATE access_token SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND account = ?",
            arguments: [moment, id.rawValue, account.rawValue])
        return db.changesCount > 0
    }

    static func markUsed(_ db: Database, _ id: ID, day: Int64) throws {
        try db.execute(
            sql: "UPDATE access_token SET used_on = max(coalesce(used_on, ?1), ?1) WHERE id = ?2",
            arguments: [day, id.rawValue])
    }
}
