import GRDB

/// The tables of this room. Migrations are never edited once shipped.
enum AccessTables {
    /// Foreign keys are checked as the statements run: a deferred check would scan the ledger's tables as well.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("access-1-people", foreignKeyChecks: .immediate) { try $0.execute(sql: people) }
        migrator.registerMigration("access-2-sign-in", foreignKeyChecks: .immediate) { try $0.execute(sql: signIn) }
        migrator.registerMigration("access-3-passkeys", foreignKeyChecks: .immediate) { try $0.execute(sql: passkeys) }
        migrator.registerMigration("access-4-tokens", foreignKeyChecks: .immediate) { try $0.execute(sql: tokens) }
        migrator.registerMigration("access-5-digest", foreignKeyChecks: .immediate) { try $0.execute(sql: digest) }
        return migrator
    }

    private static let people = """
        CREATE TABLE access_account (
            id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 32),
            administrator INTEGER NOT NULL CHECK (administrator IN (0, 1)),
            language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
            created_at INTEGER NOT NULL,
            disabled_at INTEGER,
            erased_at INTEGER,
            signed_in_at INTEGER
        ) STRICT;
        CREATE TABLE access_seat (
            ecosystem TEXT NOT NULL CHECK (ecosystem <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            account TEXT NOT NULL REFERENCES access_account (id),
            PRIMARY KEY (ecosystem, person)
        ) STRICT;
        CREATE INDEX access_seat_by_account ON access_seat (account);
        CREATE TABLE access_contact (
            account TEXT PRIMARY KEY NOT NULL REFERENCES access_account (id),
            name TEXT NOT NULL CHECK (name <> ''),
            email TEXT
        ) STRICT;
        CREATE TABLE access_vault (
            ecosystem TEXT NOT NULL CHECK (ecosystem <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            email TEXT,
            phone TEXT,
            PRIMARY KEY (ecosystem, person)
        ) STRICT;
        CREATE TABLE access_vault_erased (
            ecosystem TEXT NOT NULL,
            person TEXT NOT NULL,
            erased_at INTEGER NOT NULL,
            PRIMARY KEY (ecosystem, person)
        ) STRICT;
        """

    private static let signIn = """
        CREATE TABLE access_invitation (
            id TEXT PRIMARY KEY NOT NULL,
            token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
            account TEXT NOT NULL REFERENCES access_account (id),
            purpose TEXT NOT NULL CHECK (purpose IN ('first-administrator', 'join', 'sign-in')),
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
            used_at INTEGER
        ) STRICT;
        CREATE INDEX access_invitation_by_account ON access_invitation (account);
        CREATE TABLE access_session (
            id TEXT PRIMARY KEY NOT NULL,
            token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
            account TEXT NOT NULL REFERENCES access_account (id),
            means TEXT NOT NULL CHECK (means IN ('link', 'passkey')),
            device TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            revoked_at INTEGER
        ) STRICT;
        CREATE INDEX access_session_by_account ON access_session (account);
        """

    private static let passkeys = """
        CREATE TABLE access_challenge (
            hash BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 32),
            ceremony TEXT NOT NULL CHECK (ceremony IN ('webauthn.create', 'webauthn.get')),
            account TEXT REFERENCES access_account (id),
            verification TEXT NOT NULL CHECK (verification IN ('required', 'preferred', 'discouraged')),
            created_at INTEGER NOT NULL,
            used_at INTEGER
        ) STRICT;
        CREATE INDEX access_challenge_by_age ON access_challenge (created_at);
        CREATE TABLE access_passkey (
            id TEXT PRIMARY KEY NOT NULL,
            account TEXT NOT NULL REFERENCES access_account (id),
            credential BLOB NOT NULL UNIQUE CHECK (length(credential) BETWEEN 1 AND 1023),
            public_key BLOB NOT NULL,
            sign_count INTEGER NOT NULL CHECK (sign_count BETWEEN 0 AND 4294967295),
            transports TEXT NOT NULL,
            backup_eligible INTEGER NOT NULL CHECK (backup_eligible IN (0, 1)),
            backed_up INTEGER NOT NULL CHECK (backed_up IN (0, 1)),
            name TEXT NOT NULL CHECK (name <> ''),
            created_at INTEGER NOT NULL,
            used_at INTEGER,
            copy_suspected_at INTEGER
        ) STRICT;
        CREATE INDEX access_passkey_by_account ON access_passkey (account);
        """

    private static let tokens = """
        CREATE TABLE access_token (
            id TEXT PRIMARY KEY NOT NULL,
            token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
            account TEXT NOT NULL REFERENCES access_account (id),
            name TEXT NOT NULL CHECK (name <> ''),
            scopes TEXT NOT NULL CHECK (scopes <> ''),
            ecosystem TEXT CHECK (ecosystem <> ''),
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL CHECK (expires_at > created_at),
            revoked_at INTEGER,
            used_on INTEGER
        ) STRICT;
        CREATE INDEX access_token_by_account ON access_token (account);
        CREATE TABLE access_key (
            name TEXT PRIMARY KEY NOT NULL,
            bytes BLOB NOT NULL CHECK (length(bytes) = 32),
            created_at INTEGER NOT NULL
        ) STRICT;
        """

    private static let digest = """
        CREATE TABLE access_digest_off (
            account TEXT PRIMARY KEY NOT NULL REFERENCES access_account (id)
        ) STRICT;
        """
}
