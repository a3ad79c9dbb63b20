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
        try rewrite(db, table: "access_vault")
        try db.execute(
            sql: "INSERT INTO access_vault_erased (ecosystem, person, erased_at) VALUES (?, ?, ?)",
            arguments: [ecosystem, person, moment])
    }

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

    static func erase(_ db: Database, _ account: Account.ID) throws {
        try db.execute(sql: "DELETE FROM access_contact WHERE account = ?", arguments: [account.rawValue])
        try VaultEntry.rewrite(db, table: "access_contact")
    }
}
