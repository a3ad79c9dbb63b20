import Foundation

/// What the browser says it did (WebAuthn §5.8.1). The authenticator signs its hash.
package struct ClientData: Sendable {
    /// The two things a passkey can be asked to do.
    package enum Ceremony: String, Sendable {
        case create = "webauthn.create"
        case get = "webauthn.get"
    }

    package let type: String
    package let challenge: Data
    package let origin: String
    package let crossOrigin: Bool

    private struct Wire: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
        let topOrigin: String?
    }

    /// Refuses (`malformed`) what is not such a JSON object.
    package init(_ data: Data) throws(PasskeyFault) {
        guard let wire = try? JSONDecoder().decode(Wire.self, from: data) else {
            throw PasskeyFault(.malformed, detail: "clientDataJSON: not an object with type, challenge, origin")
        }
        guard let challenge = Base64URL.decode(wire.challenge), !challenge.isEmpty else {
            throw PasskeyFault(.malformed, detail: "clientDataJSON.challenge: not base64url")
        }
        type = wire.type
        self.challenge = challenge
        origin = wire.origin
        crossOrigin = wire.crossOrigin == true || wire.topOrigin != nil
    }

    package func require(_ ceremony: Ceremony) throws(PasskeyFault) {
        guard type == ceremony.rawValue else {
            throw PasskeyFault(.ceremony, detail: "type must be \(ceremony.rawValue)")
        }
    }
}
