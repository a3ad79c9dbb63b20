import Foundation
import Signing

extension AccessStore {
    /// Options for making a passkey for a signed-in account. The challenge may be answered once, within five minutes.
    package func registrationOptions(
        for account: Account.ID, at site: RelyingParty, verification: UserVerification = .preferred
    ) async throws(AccessRefusal) -> RegistrationOptions {
        let challenge = try await newChallenge(.create, account: account, verification: verification)
        let (contact, known) = try await read { db in
            (try Contact.fetch(db, account), try Passkey.fetchAll(db, account).map(\.descriptor))
        }
        return RegistrationOptions(
            site: site, account: account, contact: contact, challenge: challenge,
            timeout: limits.challenge.milliseconds, exclude: known, verification: verification)
    }

    /// Adds the passkey that the browser made. An empty `name` becomes "Passkey N".
    ///
    /// Refuses answers that are malformed, late, repeated, for another account, site or address, without the user, or
    /// with a key that we cannot check or already know.
    package func register(
        _ response: RegistrationResponse, for account: Account.ID, name: String, at site: RelyingParty
    ) async throws(AccessRefusal) -> Passkey {
        let client = try AccessRefusal.translating { () throws(PasskeyFault) in
            let client = try ClientData(response.clientDataJSON)
            try client.require(.create)
            return client
        }
        let challenge = try await consume(client.challenge, .create, account: account)
        let registered = try PasskeyVerifier(site: site, verification: challenge.verification)
            .registered(response, challenge: client.challenge)
        let label = PersonalText.label(name)
        if label == nil, !name.allSatisfy(\.isWhitespace) { throw AccessRefusal(.passkeyName) }
        let id = Passkey.ID(randomHex(8))
        let created = Date(milliseconds: moment)
        let limit = limits.passkeys
        return try await write { db in
            try Account.fetch(db, account).refuseShut()
            if try Passkey.fetch(db, credential: registered.credential.id) != nil {
                throw AccessRefusal(.passkeyExists)
            }
            let count = try Passkey.count(db, account)
            if count >= limit { throw AccessRefusal(.passkeyLimit, detail: "at most \(limit)") }
            let passkey = Passkey(
                id: id, account: account, name: label ?? "Passkey \(count + 1)", createdAt: created, lastUsedAt: nil,
                backedUp: registered.data.flags.contains(.backedUp), copySuspectedAt: nil)
            try Passkey.insert(db, Passkey.Stored(passkey, registered, transports: response.transports))
            return passkey
        }
    }
}

extension Passkey.Stored {
    init(_ passkey: Passkey, _ registered: PasskeyVerifier.Registered, transports: [String]) {
        self.init(
            passkey: passkey, credential: registered.credential.id, publicKey: registered.credential.publicKey,
            signCount: Int64(registered.data.signCount), transports: transports,
            backupEligible: registered.data.flags.contains(.backupEligible))
    }
}
