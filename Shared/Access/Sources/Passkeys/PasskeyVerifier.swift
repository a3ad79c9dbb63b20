import Crypto
import Foundation

/// The checks of WebAuthn (§7.1 and §7.2) that need no store. It decides; swift-crypto does the cryptography.
struct PasskeyVerifier: Sendable {
    let site: RelyingParty
    let verification: UserVerification

    /// A credential that passed registration.
    struct Registered: Sendable {
        let credential: AuthenticatorData.AttestedCredential
        let data: AuthenticatorData
    }

    /// Checks a new credential. The attestation statement is not judged: we ask for none and trust none.
    func registered(_ response: RegistrationResponse, challenge: Data) throws(AccessRefusal) -> Registered {
        try checkClient(try ClientData(response.clientDataJSON), .create, challenge)
        let data = try attestedData(response.attestationObject)
        try checkAuthenticator(data)
        guard let credential = data.credential else { throw Self.malformed("it brings no credential") }
        guard credential.id == response.id else { throw Self.malformed("its credential id differs from rawId") }
        return Registered(credential: credential, data: data)
    }

    /// Checks a signature under a known key; counters and owners are the store's to check.
    func asserted(
        clientDataJSON: Data, authenticatorData: Data, signature: Data, publicKey: Data, challenge: Data
    ) throws(AccessRefusal) -> AuthenticatorData {
        try checkClient(try ClientData(clientDataJSON), .get, challenge)
        let data = try AuthenticatorData(authenticatorData)
        try checkAuthenticator(data)
        let signed = authenticatorData + Data(SHA256.hash(data: clientDataJSON))
        guard try COSEKey(bytes: publicKey).isValid(signature: signature, for: signed) else {
            throw AccessRefusal(.passkeySignature)
        }
        return data
    }

    private func checkClient(
        _ client: ClientData, _ ceremony: ClientData.Ceremony, _ challenge: Data
    ) throws(AccessRefusal) {
        try client.require(ceremony)
        guard Secret.matches(client.challenge, challenge) else { throw AccessRefusal(.passkeyChallengeUnknown) }
        guard site.origins.contains(client.origin) else {
            throw AccessRefusal(.passkeyOrigin, detail: "expected \(site.origins.sorted().joined(separator: " or "))")
        }
        if client.crossOrigin { throw AccessRefusal(.passkeyOrigin, detail: "used inside a page of another site") }
    }

    private func checkAuthenticator(_ data: AuthenticatorData) throws(AccessRefusal) {
        guard Secret.matches(data.relyingPartyHash, site.hash) else { throw AccessRefusal(.passkeyRelyingParty) }
        guard data.flags.contains(.userPresent) else { throw AccessRefusal(.passkeyPresence) }
        if verification == .required, !data.flags.contains(.userVerified) { throw AccessRefusal(.passkeyVerification) }
        if data.flags.contains(.backedUp), !data.flags.contains(.backupEligible) { throw AccessRefusal(.passkeyBackup) }
    }

    private func attestedData(_ object: Data) throws(AccessRefusal) -> AuthenticatorData {
        let cbor: CBOR
        do { cbor = try CBOR.decode([UInt8](object)) } catch { throw Self.malformed(error.description) }
        guard let format = cbor["fmt"]?.text, let statement = cbor["attStmt"]?.map, let data = cbor["authData"]?.bytes
        else { throw Self.malformed("it needs fmt, attStmt and authData") }
        if format == "none", !statement.isEmpty { throw Self.malformed("attStmt must be empty when fmt is none") }
        return try AuthenticatorData(data)
    }

    private static func malformed(_ why: String) -> AccessRefusal {
        AccessRefusal(.passkeyMalformed, detail: "attestationObject: \(why)")
    }
}
