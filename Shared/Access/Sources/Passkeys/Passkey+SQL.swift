import Foundation
import GRDB

extension Passkey.Stored {
    init(row: Row) {
        self.init(
            passkey: Passkey(
                id: Passkey.ID(row["id"]), account: Account.ID(row["account"]), name: row["name"],
                createdAt: Date(milliseconds: row["created_at"]),
                lastUsedAt: (row["used_at"] as Int64?).map { Date(milliseconds: $0) }, backedUp: row["backed_up"],
                copySuspectedAt: (row["copy_suspected_at"] as Int64?).map { Date(milliseconds: $0) }),
            credential: row["credential"], publicKey: row["public_key"], signCount: row["sign_count"],
            transports: (row["transports"] as String).split(separator: " ").map(String.init),
            backupEligible: row["backup_eligible"])
    }
}

extension Passkey {
    static func fetch(_ db: Database, credential: Data) throws -> Stored? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM access_passkey WHERE credential = ?", arguments: [credential]
        ).map(Stored.init(row:))
    }

    static func fetchAll(_ db: Database, _ account: Account.ID) throws -> [Stored] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM access_passkey WHERE account = ? ORDER BY created_at, rowid",
            arguments: [account.rawValue]
        ).map(Stored.init(row:))
    }

    static func insert(_ db: Database, _ stored: Stored) throws {
        let passkey = stored.passkey
        try db.execute(
            sql: """
                INSERT INTO access_passkey (id, account, credential, public_key, sign_count, transports,
                    backup_eligible, backed_up, name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                passkey.id.rawValue, passkey.account.rawValue, stored.credential, stored.publicKey, stored.signCount,
                stored.transports.joined(separator: " "), stored.backupEligible, passkey.backedUp, passkey.name,
                passkey.createdAt.milliseconds,
            ])
    }

    static func markUsed(_ db: Database, _ id: ID, count: UInt32, backedUp: Bool, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_passkey SET sign_count = ?, backed_up = ?, used_at = ? WHERE id = ?",
            arguments: [Int64(count), backedUp, moment, id.rawValue])
    }

    static func markCopySuspected(_ db: Database, _ id: ID, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_passkey SET copy_suspected_at = ? WHERE id = ?", arguments: [moment, id.rawValue])
    }

    static func rename(_ db: Database, _ id: ID, account: Account.ID, to name: String) throws -> Bool {
        try db.execute(
            sql: "UPDATE access_passkey SET name = ? WHERE id = ? AND account = ?",
            arguments: [name, id.rawValue, account.rawValue])
        return db.changesCount > 0
    }

    static func delete(_ db: Database, _ id: ID, account: Account.ID) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM access_passkey WHERE id = ? AND account = ?", arguments: [id.rawValue, account.rawValue])
        return db.changesCount > 0
    }

    static func count(_ db: Database, _ account: Account.ID) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM access_passkey WHERE account = ?", arguments: [account.rawValue]) ?? 0
    }
}
