extension AccessStore {
    /// The passkeys of an account, oldest first.
    package func passkeys(_ account: Account.ID) async throws(AccessRefusal) -> [Passkey] {
        try await read { db in try Passkey.fetchAll(db, account).map(\.passkey) }
    }

    /// Refuses a name that is empty, longer than 80 characters or has several lines, and an unknown passkey.
    package func renamePasskey(
        _ id: Passkey.ID, of account: Account.ID, to name: String
    ) async throws(AccessRefusal) {
        guard let label = PersonalText.label(name) else { throw AccessRefusal(.passkeyName) }
        try await write { db in
            if try !Passkey.rename(db, id, account: account, to: label) { throw AccessRefusal(.passkeyUnknown) }
        }
    }

    /// Removes a passkey, the last one too: the result then carries a warning to show.
    package func removePasskey(
        _ id: Passkey.ID, of account: Account.ID
    ) async throws(AccessRefusal) -> PasskeyRemoval {
        try await write { db in
            if try !Passkey.delete(db, id, account: account) { throw AccessRefusal(.passkeyUnknown) }
            return PasskeyRemoval(remaining: try Passkey.count(db, account))
        }
    }
}
