import Foundation
import Kernel
import Signing

extension SignatureProof {
    /// Why this is no proof that the declaration was made; nil when it is. A proof by key needs the key as registered.
    /// Whether a passkey is that of the person is for the house where it signed; here it must have signed this declaration,
    /// with its user verified, at the site that its own answer names.
    /// - Parameter message: of the declaration, for who has computed it already.
    package func fault(over declaration: Declaration, message: Data? = nil, key: SigningKey?) -> Problem? {
        let message = message ?? declaration.message
        return switch method {
        case .key: keyFault(declaration, message, key)
        case .passkey: passkeyFault(message)
        }
    }

    private func keyFault(_ declaration: Declaration, _ message: Data, _ key: SigningKey?) -> Problem? {
        guard let key, key.id == self.key else { return .keyUnknown }
        guard key.organisation.rawValue == declaration.party else { return .keyOfOther(key) }
        guard key.publicKey == publicKey, let known = key.verifier else { return .keyDiffers }
        guard authenticatorData.isEmpty, clientData.isEmpty else { return .proofUnreadable("authenticatorData") }
        guard let bytes = Base64URL.decode(signature) else { return .proofUnreadable("signature") }
        return known.isValid(signature: bytes, for: message) ? nil : .proofFails(nil)
    }

    private func passkeyFault(_ message: Data) -> Problem? {
        guard key == nil else { return .proofUnreadable("key") }
        guard let client = Base64URL.decode(clientData) else { return .proofUnreadable("clientData") }
        guard let data = Base64URL.decode(authenticatorData) else { return .proofUnreadable("authenticatorData") }
        guard let bytes = Base64URL.decode(signature) else { return .proofUnreadable("signature") }
        guard let known = Base64URL.decode(publicKey) else { return .proofUnreadable("publicKey") }
        let assertion = PasskeyAssertion(
            clientDataJSON: client, authenticatorData: data, signature: bytes, publicKey: known)
        do throws(PasskeyFault) {
            let site = try assertion.recordedSite()
            _ = try assertion.check(challenge: message, at: site, verified: true)
            return nil
        } catch { return .proofFails(error) }
    }
}

extension SigningKey {
    /// What signatures are checked with; nil when the key is not well formed.
    package var verifier: PublicKey? {
        Base64URL.decode(publicKey).flatMap { PublicKey(algorithm == .ed25519 ? .ed25519 : .es256, raw: $0) }
    }

    /// Why a signature recorded on a day does not count under this key; nil when it does. On the very day of its revocation a
    /// signature may have come first; whoever takes signatures then asks `isValid`.
    package func fault(on day: Day) -> Problem? {
        if let revoked, revoked < day { return .keyRevoked(self, revoked) }
        return validity.contains(day) ? nil : .keyExpired(self, day)
    }
}

extension Problem {
    static let keyUnknown = Problem(
        "key.unknown", at: ["proof", "key"],
        Text("Deze sleutel is niet geregistreerd.", "This key is not registered."),
        mend: Text("Registreer hem bij de organisatie.", "Register it with the organisation."))

    static func keyOfOther(_ key: SigningKey) -> Problem {
        Problem(
            "key.organisation", at: ["proof", "key"],
            Text(
                "De sleutel “\(key.id)” is van “\(key.organisation)”.",
                "The key “\(key.id)” belongs to “\(key.organisation)”."),
            mend: Text("Teken met een sleutel van deze partij.", "Sign with a key of this party."))
    }

    static let keyDiffers = Problem(
        "key.different", at: ["proof", "publicKey"],
        Text("Dit is niet de sleutel die is geregistreerd.", "This is not the key that was registered."),
        mend: Text("Teken met de geregistreerde sleutel.", "Sign with the registered key."))

    static func keyRevoked(_ key: SigningKey, _ day: Day) -> Problem {
        Problem(
            "key.revoked", at: ["proof", "key"],
            Text(
                "De sleutel “\(key.id)” is ingetrokken op \(day.shown(.nl)).",
                "The key “\(key.id)” was revoked on \(day.shown(.en))."),
            mend: Text("Registreer een nieuwe sleutel en teken daarmee.", "Register a new key and sign with that."))
    }

    static func keyExpired(_ key: SigningKey, _ day: Day) -> Problem {
        Problem(
            "key.expired", at: ["proof", "key"],
            Text(
                "De sleutel “\(key.id)” geldt niet op \(day.shown(.nl)).",
                "The key “\(key.id)” does not count on \(day.shown(.en))."),
            mend: Text("Registreer een nieuwe sleutel en teken daarmee.", "Register a new key and sign with that."))
    }

    static func proofUnreadable(_ field: String) -> Problem {
        Problem(
            "signature.unreadable", at: ["proof", field],
            Text("Dit deel van het bewijs is niet te lezen.", "This part of the proof cannot be read."),
            mend: Text("Teken opnieuw.", "Sign again."))
    }

    static func proofFails(_ fault: PasskeyFault?) -> Problem {
        let detail = fault.map { " (\($0))" } ?? ""
        return Problem(
            "signature.invalid", at: ["proof", "signature"],
            Text(
                "De handtekening hoort niet bij deze verklaring\(detail).",
                "The signature does not belong to this declaration\(detail)."),
            mend: Text("Teken deze verklaring opnieuw.", "Sign this declaration again."))
    }
}
