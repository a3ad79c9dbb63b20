import GRDB

extension AccessStore {
    /// Whether this person gets the digest by e-mail; yes until they switch it off.
    package func getsDigest(_ account: Account.ID) async throws(AccessRefusal) -> Bool {
        try await read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT 1 FROM access_digest_off WHERE account = ?", arguments: [account.rawValue])
            return row == nil
        }
    }

    /// Switches the digest by e-mail on or off. Refuses an account that is erased or unknown.
    package func setDigest(_ wanted: Bool, of account: Account.ID) async throws(AccessRefusal) {
        try await write { db in
            try Account.fetch(db, account).refuseErased()
            let sql =
                wanted
                ? "DELETE FROM access_digest_off WHERE account = ?"
                : "INSERT INTO access_digest_off (account) VALUES (?) ON CONFLICT DO NOTHING"
            try db.execute(sql: sql, arguments: [account.rawValue])
        }
    }
}
