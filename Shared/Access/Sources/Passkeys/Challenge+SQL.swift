import Crypto
import Foundation
import GRDB
import Signing

extension Challenge {
    static func hash(_ bytes: Data) -> Data { Data(SHA256.hash(data: bytes)) }

    static func fetch(_ db: Database, _ hash: Data) throws -> Challenge? {
        try Row.fetchOne(db, sql: "SELECT * FROM access_challenge WHERE hash = ?", arguments: [hash]).map { row in
            Challenge(
                ceremony: row["ceremony"], account: (row["account"] as String?).map { Account.ID($0) },
                verification: UserVerification(rawValue: row["verification"]) ?? .required,
                createdAt: row["created_at"], used: row["used_at"] != nil)
        }
    }

    static func insert(
        _ db: Database, _ hash: Data, _ ceremony: ClientData.Ceremony, account: Account.ID?,
        verification: UserVerification, at moment: Int64
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO access_challenge (hash, ceremony, account, verification, created_at) VALUES (?, ?, ?, ?, ?)
                """, arguments: [hash, ceremony.rawValue, account?.rawValue, verification.rawValue, moment])
    }

    static func markUsed(_ db: Database, _ hash: Data, at moment: Int64) throws {
        try db.execute(
            sql: "UPDATE access_challenge SET used_at = ? WHERE hash = ? AND used_at IS NULL",
            arguments: [moment, hash])
        if db.changesCount != 1 { throw AccessRefusal(.passkeyChallengeUsed) }
    }

    static func deleteOlder(_ db: Database, than moment: Int64) throws {
        try db.execute(sql: "DELETE FROM access_challenge WHERE created_at < ?", arguments: [moment])
    }

    static func deleteAllBut(_ db: Database, newest count: Int) throws {
        try db.execute(
            sql: """
                DELETE FROM access_challenge WHERE rowid IN
                (SELECT rowid FROM access_challenge ORDER BY created_at DESC, rowid DESC LIMIT -1 OFFSET ?)
                """, arguments: [count])
    }
}
