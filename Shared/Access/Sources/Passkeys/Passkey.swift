import Foundation

/// A passkey of an account, as its owner sees it in a list.
package struct Passkey: Sendable, Hashable, Identifiable {
    package typealias ID = AccessID<Passkey>

    package let id: ID
    package let account: Account.ID
    /// Given by its owner.
    package let name: String
    package let createdAt: Date
    package let lastUsedAt: Date?
    /// True when a copy is kept elsewhere (a synchronised passkey).
    package let backedUp: Bool
    /// When its counter last went back: a copy may exist that its owner does not know. Nil when it never did.
    package let copySuspectedAt: Date?
}

/// What is left after a passkey was removed.
package struct PasskeyRemoval: Sendable, Hashable {
    package let remaining: Int

    /// For the user, when there is no passkey left to sign in with.
    package var warning: (nl: String, en: String)? {
        guard remaining == 0 else { return nil }
        return (
            "Dit was uw laatste passkey. Registreer een nieuwe voordat u zich afmeldt, of vraag om een nieuwe link.",
            "This was your last passkey. Register a new one before you sign out, or ask for a new link."
        )
    }
}

/// A successful answer of a passkey.
package struct PasskeySignIn: Sendable {
    package let account: Account
    package let passkey: Passkey
    /// True when the authenticator checked who holds it (PIN, fingerprint, face).
    package let userVerified: Bool
}

extension Passkey {
    /// What the store knows of a passkey beyond what its owner sees.
    struct Stored: Sendable {
        let passkey: Passkey
        let credential: Data
        let publicKey: Data
        let signCount: Int64
        let transports: [String]
        let backupEligible: Bool

        var descriptor: CredentialDescriptor { CredentialDescriptor(id: credential, transports: transports) }

        /// A counter that stays at zero is not kept by the authenticator; any other has to grow (WebAuthn §6.1.1).
        func accepts(_ count: UInt32) -> Bool {
            (count == 0 && signCount == 0) || Int64(count) > signCount
        }
    }
}
