import Foundation
import GRDB
import Signing

extension AccessStore {
    /// Options for signing in without saying who one is: the browser offers the passkeys that it has for this site.
    package func authenticationOptions(
        at site: RelyingParty, verification: UserVerification = .preferred
    ) async throws(AccessRefusal) -> AuthenticationOptions {
        let challenge = try await newChallenge(.get, account: nil, verification: verification)
        return AuthenticationOptions(
            site: site, challenge: challenge, timeout: limits.challenge.milliseconds, allow: [],
            verification: verification)
    }

    /// Says whose passkey answered; make a session next.
    ///
    /// Refuses answers that are malformed, late, repeated, for another site or address, without the user, wrongly
    /// signed, from an unknown passkey, or with a counter that went back (and marks that passkey as suspect).
    package func authenticate(
        _ response: AuthenticationResponse, at site: RelyingParty
    ) async throws(AccessRefusal) -> PasskeySignIn {
        let client = try AccessRefusal.translating { () throws(PasskeyFault) in
            let client = try ClientData(response.clientDataJSON)
            try client.require(.get)
            return client
        }
        let challenge = try await consume(client.challenge, .get, account: nil)
        guard response.userHandle != nil else {
            throw AccessRefusal(.passkeyMalformed, detail: "response.userHandle: missing")
        }
        return try await accept(response, challenge: client.challenge, at: site, challenge.verification, of: nil).signIn
    }

    /// Options for signing something with one of the account's own passkeys: `challenge` is what is signed, such as
    /// the hash of an agreement. Refuses an account without passkeys.
    package func assertionOptions(
        challenge: Data, for account: Account.ID, at site: RelyingParty, verification: UserVerification = .required
    ) async throws(AccessRefusal) -> AuthenticationOptions {
        guard challenge.count >= 16 else {
            throw AccessRefusal(.passkeyMalformed, detail: "challenge: at least 16 bytes")
        }
        let own = try await read { db in
            try Account.fetch(db, account).refuseShut()
            return try Passkey.fetchAll(db, account).map(\.descriptor)
        }
        guard !own.isEmpty else { throw AccessRefusal(.passkeyUnknown, detail: "the account has no passkey") }
        return AuthenticationOptions(
            site: site, challenge: challenge, timeout: limits.challenge.milliseconds, allow: own,
            verification: verification)
    }

    /// Checks that a passkey of this account signed this challenge, and returns the proof to keep.
    ///
    /// Refuses like `authenticate`. The challenge is the caller's: whether it is fresh or signed before is for the
    /// caller to judge (a counterless authenticator may answer the same challenge again).
    package func assert(
        challenge: Data, _ response: AuthenticationResponse, by account: Account.ID, at site: RelyingParty,
        verification: UserVerification = .required
    ) async throws(AccessRefusal) -> (signIn: PasskeySignIn, proof: PasskeyProof) {
        try await accept(response, challenge: challenge, at: site, verification, of: account)
    }
}

extension AccessStore {
    private func accept(
        _ response: AuthenticationResponse, challenge: Data, at site: RelyingParty, _ verification: UserVerification,
        of account: Account.ID?
    ) async throws(AccessRefusal) -> (signIn: PasskeySignIn, proof: PasskeyProof) {
        let stored = try await read { db in
            guard let stored = try Passkey.fetch(db, credential: response.id) else {
                throw AccessRefusal(.passkeyUnknown)
            }
            return stored
        }
        let owner = stored.passkey.account
        let handle = response.userHandle ?? Data(owner.rawValue.utf8)
        guard handle == Data(owner.rawValue.utf8), account ?? owner == owner else {
            throw AccessRefusal(.passkeyAccount)
        }
        let data = try PasskeyVerifier(site: site, verification: verification).asserted(
            PasskeyAssertion(
                clientDataJSON: response.clientDataJSON, authenticatorData: response.authenticatorData,
                signature: response.signature, publicKey: stored.publicKey), challenge: challenge)
        guard data.flags.contains(.backupEligible) == stored.backupEligible else { throw AccessRefusal(.passkeyBackup) }
        let signIn = try await count(data, response.id)
        return (signIn, PasskeyProof(response, publicKey: stored.publicKey))
    }

    /// Compares and moves the counter in one transaction, so that two uses of one answer cannot both pass.
    /// A suspect counter is written down and then refused.
    private func count(_ data: AuthenticatorData, _ credential: Data) async throws(AccessRefusal) -> PasskeySignIn {
        let moment = moment
        let signIn: PasskeySignIn? = try await write { db in
            guard let stored = try Passkey.fetch(db, credential: credential) else {
                throw AccessRefusal(.passkeyUnknown)
            }
            let account = try Account.fetch(db, stored.passkey.account)
            try account.refuseShut()
            guard stored.accepts(data.signCount) else {
                try Passkey.markCopySuspected(db, stored.passkey.id, at: moment)
                return nil
            }
            let backedUp = data.flags.contains(.backedUp)
            try Passkey.markUsed(db, stored.passkey.id, count: data.signCount, backedUp: backedUp, at: moment)
            let passkey = try Passkey.fetch(db, credential: credential)?.passkey ?? stored.passkey
            return PasskeySignIn(
                account: account, passkey: passkey, userVerified: data.flags.contains(.userVerified))
        }
        guard let signIn else { throw AccessRefusal(.passkeyCounter) }
        return signIn
    }
}
