import Foundation
import GRDB

extension VaultEntry {
    init(row: Row) {
        self.init(
            ecosystem: row["ecosystem"], person: row["person"], name: row["name"], email: row["email"],
            phone: row["phone"])
    }

    static func fetch(_ db: Database, ecosystem: String, person: String) throws -> VaultEntry? {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM access_vault WHERE ecosystem = ? AND person = ?")
        return try Row.fetchOne(statement, arguments: [ecosystem, person]).map(VaultEntry.init(row:))
    }

    static func fetchAll(_ db: Database, ecosystem: String) throws -> [VaultEntry] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM access_vault WHERE ecosystem = ? ORDER BY person", arguments: [ecosystem]
        ).map(VaultEntry.init(row:))
    }

    static func upsert(_ db: Database, _ entry: VaultEntry) throws {
        try db.execute(
            sql: """
                INSERT INTO access_vault (ecosystem, person, name, email, phone) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone
                """, arguments: [entry.ecosystem, entry.person, entry.name, entry.email, entry.phone])
    }

    static func erasedAt(_ db: Database, ecosystem: String, person: String) throws -> Date? {
        try Int64.fetchOne(
            db, sql: "SELECT erased_at FROM access_vault_erased WHERE ecosystem = ? AND person = ?",
            arguments: [ecosystem, person]
        ).map { Date(milliseconds: $0) }
    }

    static func erase(_ db: Database, ecosystem: String, person: String, at moment: Int64) throws {
        try db.execute(
            sql: "DELETE FROM access_vault WHERE ecosystem = ? AND person = ?", arguments: [ecosystem, person])
        try Erasure.rewrite(db, table: "access_vault")
        try db.execute(
            sql: "INSERT INTO access_vault_erased (ecosystem, person, erased_at) VALUES (?, ?, ?)",
            arguments: [ecosystem, person, moment])
    }
}

extension Contact {
    static func fetch(_ db: Database, _ account: Account.ID) throws -> Contact? {
        try Row.fetchOne(
            db, sql: "SELECT name, email FROM access_contact WHERE account = ?", arguments: [account.rawValue]
        ).map { Contact(name: $0["name"], email: $0["email"]) }
    }

    static func fetchEmails(_ db: Database) throws -> [(account: Account.ID, email: String)] {
        try Row.fetchAll(
            db, sql: "SELECT account, email FROM access_contact WHERE email IS NOT NULL ORDER BY account"
        ).map { (Account.ID($0["account"]), $0["email"]) }
    }

    static func upsert(_ db: Database, _ contact: Contact, account: Account.ID) throws {
        try db.execute(
            sql: """
                INSERT INTO access_contact (account, name, email) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET name = excluded.name, email = excluded.email
                """, arguments: [account.rawValue, contact.name, contact.email])
    }
}
