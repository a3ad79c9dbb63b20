import Foundation
import GRDB

extension Account {
    init(row: Row) throws {
        self.init(
            id: ID(row["id"]), administrator: row["administrator"],
            language: Language(rawValue: row["language"]) ?? .nl,
            createdAt: Date(milliseconds: row["created_at"]),
            disabled: row["disabled_at"] != nil,
            erasedAt: (row["erased_at"] as Int64?).map { Date(milliseconds: $0) },
            signedInAt: (row["signed_in_at"] as Int64?).map { Date(milliseconds: $0) })
    }

    static func fetch(_ db: Database, _ id: ID) throws -> Account {
        let statement = try db.cachedStatement(sql: "SELECT * FROM access_account WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else {
            throw AccessRefusal(.accountUnknown)
        }
        return try Account(row: row)
    }

    static func fetchAll(_ db: Database) throws -> [Account] {
        try Row.fetchAll(db, sql: "SELECT * FROM access_account ORDER BY created_at, rowid").map(Account.init(row:))
    }

    static func insert(
        _ db: Database, id: ID, administrator: Bool, language: Language, at moment: Int64
    ) throws {
        try db.execute(
            sql: "INSERT INTO access_account (id, administrator, language, created_at) VALUES (?, ?, ?, ?)",
            arguments: [id.rawValue, administrator, language.rawValue, moment])
    }

    static func setLanguage(_ db: Database, _ language: Language, _ id: ID) throws {
        try db.execute(
            sql: "UPDATE access_account SET language = ? WHERE id = ?", arguments: [language.rawValue, id.rawValue])
    }

    static func setAdministrator(_ db: Database, _ value: Bool, _ id: ID) throws {
        try db.execute(
            sql: "UPDATE access_account SET administrator = ? WHERE id = ?", arguments: [value, id.rawValue])
    }

    static func disable(_ db: Database, _ id: ID, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_account SET disabled_at = coalesce(disabled_at, ?) WHERE id = ?",
            arguments: [moment, id.rawValue])
    }

    static func enable(_ db: Database, _ id: ID) throws {
        try db.execute(sql: "UPDATE access_account SET disabled_at = NULL WHERE id = ?", arguments: [id.rawValue])
    }

    static func markErased(_ db: Database, _ id: ID, at moment: Int64) throws {
        try db.execute(
            sql: """
                UPDATE access_account SET administrator = 0, disabled_at = coalesce(disabled_at, ?1), erased_at = ?1
                WHERE id = ?2
                """, arguments: [moment, id.rawValue])
    }

    static func markSignedIn(_ db: Database, _ id: ID, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_account SET signed_in_at = ? WHERE id = ?", arguments: [moment, id.rawValue])
    }

    /// Active ones only.
    static func countAdministrators(_ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM access_account WHERE administrator = 1 AND disabled_at IS NULL") ?? 0
    }

    /// Everything else that is tied to the account and may hold personal data.
    static func deleteBelongings(_ db: Database, _ id: ID) throws {
        for table in ["contact", "seat", "invitation", "session", "passkey", "token", "challenge", "digest_off"] {
            try db.execute(sql: "DELETE FROM access_\(table) WHERE account = ?", arguments: [id.rawValue])
        }
    }
}

extension Seat {
    static func holder(_ db: Database, ecosystem: String, person: String) throws -> Account.ID? {
        try String.fetchOne(
            db, sql: "SELECT account FROM access_seat WHERE ecosystem = ? AND person = ?",
            arguments: [ecosystem, person]
        ).map { Account.ID($0) }
    }

    static func persons(_ db: Database, ecosystem: String) throws -> Set<String> {
        Set(try String.fetchAll(db, sql: "SELECT person FROM access_seat WHERE ecosystem = ?", arguments: [ecosystem]))
    }

    static func insert(_ db: Database, _ account: Account.ID, ecosystem: String, person: String) throws {
        try db.execute(
            sql: "INSERT INTO access_seat (ecosystem, person, account) VALUES (?, ?, ?)",
            arguments: [ecosystem, person, account.rawValue])
    }

    static func delete(_ db: Database, _ account: Account.ID, ecosystem: String, person: String) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM access_seat WHERE ecosystem = ? AND person = ? AND account = ?",
            arguments: [ecosystem, person, account.rawValue])
        return db.changesCount > 0
    }

    static func fetchAll(_ db: Database, _ account: Account.ID) throws -> [Seat] {
        let statement = try db.cachedStatement(
            sql: "SELECT ecosystem, person FROM access_seat WHERE account = ? ORDER BY ecosystem, person")
        return try Row.fetchAll(statement, arguments: [account.rawValue]).map {
            Seat(ecosystem: $0["ecosystem"], person: $0["person"])
        }
    }
}
