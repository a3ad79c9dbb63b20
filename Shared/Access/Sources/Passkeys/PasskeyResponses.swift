import Foundation
import Signing

/// The browser's answer to registration options: what `credential.toJSON()` gives. Other fields are ignored.
package struct RegistrationResponse: Sendable {
    let id: Data
    let clientDataJSON: Data
    let attestationObject: Data
    let transports: [String]

    init(id: Data, clientDataJSON: Data, attestationObject: Data, transports: [String]) {
        self.id = id
        self.clientDataJSON = clientDataJSON
        self.attestationObject = attestationObject
        self.transports = transports
    }

    /// Refuses (`passkey-malformed`) other shapes and more than 64 kB, and names the field.
    package init(json: Data) throws(AccessRefusal) {
        let wire = try CredentialJSON.decode(json)
        id = try wire.credentialID()
        clientDataJSON = try CredentialJSON.field("response.clientDataJSON", wire.response.clientDataJSON)
        attestationObject = try CredentialJSON.field("response.attestationObject", wire.response.attestationObject)
        transports = CredentialJSON.transports(wire.response.transports)
    }
}

/// The browser's answer to authentication options: what `credential.toJSON()` gives. Other fields are ignored.
package struct AuthenticationResponse: Sendable {
    let id: Data
    let clientDataJSON: Data
    let authenticatorData: Data
    let signature: Data
    let userHandle: Data?

    /// Refuses (`passkey-malformed`) other shapes and more than 64 kB, and names the field.
    package init(json: Data) throws(AccessRefusal) {
        let wire = try CredentialJSON.decode(json)
        id = try wire.credentialID()
        clientDataJSON = try CredentialJSON.field("response.clientDataJSON", wire.response.clientDataJSON)
        authenticatorData = try CredentialJSON.field("response.authenticatorData", wire.response.authenticatorData)
        signature = try CredentialJSON.field("response.signature", wire.response.signature)
        userHandle =
            wire.response.userHandle == nil
            ? nil : try CredentialJSON.field("response.userHandle", wire.response.userHandle)
    }
}

private struct CredentialJSON: Decodable {
    struct Response: Decodable {
        let clientDataJSON: String?
        let attestationObject: String?
        let authenticatorData: String?
        let signature: String?
        let userHandle: String?
        let transports: [String]?
    }

    let id: String
    let rawId: String
    let type: String
    let response: Response

    static func decode(_ json: Data) throws(AccessRefusal) -> CredentialJSON {
        guard json.count <= 65_536 else { throw malformed("more than 64 kB") }
        guard let wire = try? JSONDecoder().decode(CredentialJSON.self, from: json) else {
            throw malformed("not an object with id, rawId, type and response")
        }
        guard wire.type == "public-key" else { throw malformed("type: must be public-key") }
        return wire
    }

    func credentialID() throws(AccessRefusal) -> Data {
        let bytes = try Self.field("rawId", rawId)
        guard id == rawId, bytes.count <= 1023 else { throw Self.malformed("id: must equal rawId, at most 1023 bytes") }
        return bytes
    }

    static func field(_ name: String, _ text: String?) throws(AccessRefusal) -> Data {
        guard let text, let bytes = Base64URL.decode(text), !bytes.isEmpty else {
            throw malformed("\(name): must be base64url without padding")
        }
        return bytes
    }

    /// Hints for the next sign-in; unknown ones are dropped.
    static func transports(_ names: [String]?) -> [String] {
        let known: Set = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]
        return Set(names ?? []).intersection(known).sorted()
    }

    static func malformed(_ why: String) -> AccessRefusal { AccessRefusal(.passkeyMalformed, detail: why) }
}
