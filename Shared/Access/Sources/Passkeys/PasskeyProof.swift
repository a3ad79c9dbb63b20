import Foundation
import Signing

/// A passkey's signature over something, with all that is needed to check it later and elsewhere.
///
/// It is what a signed agreement keeps: `check` needs no store, only the challenge (the agreement's hash) and the site.
package struct PasskeyProof: Sendable, Hashable, Codable {
    /// base64url of the credential's id.
    package let credential: String
    /// base64url of the public key in COSE form.
    package let publicKey: String
    /// base64url of what the authenticator signed, together with the SHA-256 of `clientDataJSON`.
    package let authenticatorData: String
    package let clientDataJSON: String
    package let signature: String

    init(_ response: AuthenticationResponse, publicKey: Data) {
        credential = Base64URL.encode(response.id)
        self.publicKey = Base64URL.encode(publicKey)
        authenticatorData = Base64URL.encode(response.authenticatorData)
        clientDataJSON = Base64URL.encode(response.clientDataJSON)
        signature = Base64URL.encode(response.signature)
    }

    /// Refuses like `AccessStore.authenticate` unless this key signed this challenge at this site.
    package func check(
        challenge: Data, at site: RelyingParty, verification: UserVerification = .required
    ) throws(AccessRefusal) {
        let assertion = PasskeyAssertion(
            clientDataJSON: try bytes(clientDataJSON, "clientDataJSON"),
            authenticatorData: try bytes(authenticatorData, "authenticatorData"),
            signature: try bytes(signature, "signature"), publicKey: try bytes(publicKey, "publicKey"))
        _ = try PasskeyVerifier(site: site, verification: verification).asserted(assertion, challenge: challenge)
    }

    private func bytes(_ text: String, _ field: String) throws(AccessRefusal) -> Data {
        guard let data = Base64URL.decode(text) else {
            throw AccessRefusal(.passkeyMalformed, detail: "\(field): must be base64url without padding")
        }
        return data
    }
}
