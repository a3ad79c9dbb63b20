import Crypto
import Foundation
import Signing

/// The checks of WebAuthn (§7.1 and §7.2) that need no store, at our site. `Signing` does them; their faults become refusals here.
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
        let data = try AccessRefusal.translating { () throws(PasskeyFault) in
            try site.passkeys.check(try ClientData(response.clientDataJSON), .create, challenge)
            let data = try attestedData(response.attestationObject)
            try site.passkeys.check(data, verified: verification == .required)
            return data
        }
        guard let credential = data.credential else { throw AccessRefusal(Self.malformed("it brings no credential")) }
        guard credential.id == response.id else {
            throw AccessRefusal(Self.malformed("its credential id differs from rawId"))
        }
        return Registered(credential: credential, data: data)
    }

    /// Checks a signature under a known key; counters and owners are the store's to check.
    func asserted(_ assertion: PasskeyAssertion, challenge: Data) throws(AccessRefusal) -> AuthenticatorData {
        try AccessRefusal.translating { () throws(PasskeyFault) in
            try assertion.check(challenge: challenge, at: site.passkeys, verified: verification == .required)
        }
    }

    private func attestedData(_ object: Data) throws(PasskeyFault) -> AuthenticatorData {
        let cbor: CBOR
        do { cbor = try CBOR.decode([UInt8](object)) } catch { throw Self.malformed(error.description) }
        guard let format = cbor["fmt"]?.text, let statement = cbor["attStmt"]?.map, let data = cbor["authData"]?.bytes
        else { throw Self.malformed("it needs fmt, attStmt and authData") }
        if format == "none", !statement.isEmpty { throw Self.malformed("attStmt must be empty when fmt is none") }
        return try AuthenticatorData(data)
    }

    private static func malformed(_ why: String) -> PasskeyFault {
        PasskeyFault(.malformed, detail: "attestationObject: \(why)")
    }
}
