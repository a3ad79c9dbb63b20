import GRDB

/// The keys of a store: the one it signs with, and those it has signed with, as recorded in the store itself.
struct StoreKeys {
    let signer: NoteSigner?
    let verifierKey: String

    /// The signer of the key file, provided that it is the one the store knows. A store without any key yet gets this one.
    static func forWriting(_ db: Database, file: KeyFile, origin: String?, acceptNew: Bool) throws -> StoreKeys {
        let known = try recorded(in: db).last
        let signer: NoteSigner
        if let found = try file.load() {
            signer = found
        } else if known == nil || acceptNew {
            signer = try file.make(origin: origin)
        } else {
            throw LedgerRefusal.keyMissing(path: file.path)
        }
        let verifierKey = signer.verifier.description
        if verifierKey != known {
            guard known == nil || acceptNew else {
                throw LedgerRefusal.keyDiffers(path: file.path, expected: known ?? "")
            }
            try record(verifierKey, in: db)
        }
        return StoreKeys(signer: signer, verifierKey: verifierKey)
    }

    static func forReading(_ db: Database) throws -> StoreKeys {
        StoreKeys(signer: nil, verifierKey: try recorded(in: db).last ?? "")
    }

    /// Verifier keys, oldest first.
    static func recorded(in db: Database) throws -> [String] {
        let rows = try Prepared(db, "SELECT verifier_key FROM signer ORDER BY position")
        defer { rows.reset() }
        var keys: [String] = []
        while try rows.next() { keys.append(rows.text(0)) }
        return keys
    }

    static func record(_ verifierKey: String, in db: Database) throws {
        try db.inTransaction(.immediate) {
            try db.execute(
                sql: """
                    INSERT INTO signer (verifier_key, from_leaf)
                    VALUES (?, (SELECT coalesce(max(leaf) + 1, 0) FROM entry))
                    """, arguments: [verifierKey])
            return .commit
        }
    }
}
