import Foundation

/// What the browser says it did (WebAuthn §5.8.1). The authenticator signs its hash.
struct ClientData: Sendable {
    /// The two things a passkey can be asked to do.
    enum Ceremony: String, Sendable {
        case create = "webauthn.create"
        case get = "webauthn.get"
    }

    let type: String
    let challenge: Data
    let origin: String
    let crossOrigin: Bool

    private struct Wire: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
        let topOrigin: String?
    }

    /// Refuses (`passkey-malformed`) what is not such a JSON object.
    init(_ data: Data) throws(AccessRefusal) {
        guard let wire = try? JSONDecoder().decode(Wire.self, from: data) else {
            throw AccessRefusal(.passkeyMalformed, detail: "clientDataJSON: not an object with type, challenge, origin")
        }
        guard let challenge = Base64URL.decode(wire.challenge), !challenge.isEmpty else {
            throw AccessRefusal(.passkeyMalformed, detail: "clientDataJSON.challenge: not base64url")
        }
        type = wire.type
        self.challenge = challenge
        origin = wire.origin
        crossOrigin = wire.crossOrigin == true || wire.topOrigin != nil
    }

    func require(_ ceremony: Ceremony) throws(AccessRefusal) {
        guard type == ceremony.rawValue else {
            throw AccessRefusal(.passkeyCeremony, detail: "type must be \(ceremony.rawValue)")
        }
    }
}
