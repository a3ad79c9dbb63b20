import Foundation
import GRDB

extension Invitation {
    init(row: Row) {
        self.init(
            id: ID(row["id"]), account: Account.ID(row["account"]),
            purpose: Purpose(rawValue: row["purpose"]) ?? .signIn,
            createdAt: Date(milliseconds: row["created_at"]), expiresAt: Date(milliseconds: row["expires_at"]),
            usedAt: (row["used_at"] as Int64?).map { Date(milliseconds: $0) })
    }

    static func fetch(_ db: Database, hash: Data) throws -> Invitation? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM access_invitation WHERE token_hash = ?", arguments: [hash]
        ).map(Invitation.init(row:))
    }

    static func fetchAll(_ db: Database, _ account: Account.ID) throws -> [Invitation] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM access_invitation WHERE account = ? ORDER BY created_at DESC, rowid DESC",
            arguments: [account.rawValue]
        ).map(Invitation.init(row:))
    }

    static func insert(_ db: Database, _ draft: Draft, account: Account.ID, purpose: Purpose) throws {
        try db.execute(
            sql: """
                INSERT INTO access_invitation (id, token_hash, account, purpose, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                draft.id, Secret.digest(draft.secret.plaintext), account.rawValue, purpose.rawValue, draft.createdAt,
                draft.expiresAt,
            ])
    }

    /// The condition on `used_at` makes two callers in two processes safe as well.
    static func markUsed(_ db: Database, _ id: ID, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_invitation SET used_at = ? WHERE id = ? AND used_at IS NULL",
            arguments: [moment, id.rawValue])
        if db.changesCount != 1 { throw AccessRefusal(.invitationUsed) }
    }

    static func deleteUnused(_ db: Database, _ account: Account.ID) throws -> Int {
        try db.execute(
            sql: "DELETE FROM access_invitation WHERE account = ? AND used_at IS NULL", arguments: [account.rawValue])
        return db.changesCount
    }
}
