import Crypto
import CryptoExtras
import Foundation
import Signing

@testable import Access

/// A passkey in software that does what a browser with an authenticator does, and can be made to misbehave.
struct SoftAuthenticator: @unchecked Sendable {
    enum Key {
        case es256(P256.Signing.PrivateKey)
        case edDSA(Curve25519.Signing.PrivateKey)
        case rs256(_RSA.Signing.PrivateKey)
    }

    let key: Key
    var credential = Data((0..<32).map { UInt8($0) })
    var handle = Data()
    /// What goes into the answers; tests change one thing at a time.
    var origin = "https://stelsel.example.nl"
    var relyingParty = "stelsel.example.nl"
    var flags: UInt8 = 0x05
    var counter: UInt32 = 1
    var crossOrigin = false
    var type: String?
    var challenge: String?
    var format = "none"
    var statement: [CBOR.Key: CBOR] = [:]
    var extraAuthData: [UInt8] = []

    static func es256() -> SoftAuthenticator { SoftAuthenticator(key: .es256(P256.Signing.PrivateKey())) }
    static func edDSA() -> SoftAuthenticator { SoftAuthenticator(key: .edDSA(Curve25519.Signing.PrivateKey())) }
    static func rs256() throws -> SoftAuthenticator {
        SoftAuthenticator(key: .rs256(try _RSA.Signing.PrivateKey(keySize: .bits2048)))
    }

    func with(_ change: (inout SoftAuthenticator) -> Void) -> SoftAuthenticator {
        var copy = self
        change(&copy)
        return copy
    }

    var cose: CBOR {
        get throws {
            switch key {
            case .es256(let key):
                let point = key.publicKey.x963Representation
                return .map([
                    .integer(1): .integer(2), .integer(3): .integer(-7), .integer(-1): .integer(1),
                    .integer(-2): .bytes(Data(point[1..<33])), .integer(-3): .bytes(Data(point[33..<65])),
                ])
            case .edDSA(let key):
                return .map([
                    .integer(1): .integer(1), .integer(3): .integer(-8), .integer(-1): .integer(6),
                    .integer(-2): .bytes(key.publicKey.rawRepresentation),
                ])
            case .rs256(let key):
                let numbers = try key.publicKey.getKeyPrimitives()
                return .map([
                    .integer(1): .integer(3), .integer(3): .integer(-257), .integer(-1): .bytes(numbers.modulus),
                    .integer(-2): .bytes(numbers.publicExponent),
                ])
            }
        }
    }

    func clientData(_ ceremony: String, _ asked: String) -> Data {
        let cross = crossOrigin ? "true" : "false"
        return Data(
            """
            {"type":"\(type ?? ceremony)","challenge":"\(challenge ?? asked)","origin":"\(origin)",\
            "crossOrigin":\(cross)}
            """.utf8)
    }

    func authenticatorData(with credentialKey: CBOR?) -> Data {
        var data = Data(SHA256.hash(data: Data(relyingParty.utf8)))
        data.append(credentialKey == nil ? flags : flags | 0x40)
        data.append(contentsOf: withUnsafeBytes(of: counter.bigEndian, Array.init))
        if let credentialKey {
            data.append(contentsOf: [UInt8](repeating: 0, count: 16))
            data.append(contentsOf: withUnsafeBytes(of: UInt16(credential.count).bigEndian, Array.init))
            data.append(credential)
            data.append(contentsOf: credentialKey.encoded)
        }
        return data + extraAuthData
    }

    func sign(_ data: Data) throws -> Data {
        switch key {
        case .es256(let key): try key.signature(for: data).derRepresentation
        case .edDSA(let key): try key.signature(for: data)
        case .rs256(let key): try key.signature(for: data, padding: .insecurePKCS1v1_5).rawRepresentation
        }
    }

    func register(_ options: RegistrationOptions) throws -> SoftAnswer {
        let object = CBOR.map([
            .text("fmt"): .text(format), .text("attStmt"): .map(statement),
            .text("authData"): .bytes(authenticatorData(with: try cose)),
        ])
        return SoftAnswer(
            id: credential, clientData: clientData("webauthn.create", options.challenge),
            attestation: Data(object.encoded))
    }

    func authenticate(_ options: AuthenticationOptions) throws -> SoftAnswer {
        let client = clientData("webauthn.get", options.challenge)
        let data = authenticatorData(with: nil)
        let signature = try sign(data + Data(SHA256.hash(data: client)))
        return SoftAnswer(
            id: credential, clientData: client, authenticatorData: data, signature: signature, handle: handle)
    }
}

/// What `credential.toJSON()` would give.
struct SoftAnswer: Sendable {
    var id: Data
    var clientData: Data
    var attestation: Data?
    var authenticatorData: Data?
    var signature: Data?
    var handle: Data?

    var json: Data {
        get throws {
            var response: [String: Any] = ["clientDataJSON": Base64URL.encode(clientData)]
            if attestation != nil { response["transports"] = ["internal", "hybrid", "telepathy"] }
            response["attestationObject"] = attestation.map { Base64URL.encode($0) }
            response["authenticatorData"] = authenticatorData.map { Base64URL.encode($0) }
            response["signature"] = signature.map { Base64URL.encode($0) }
            response["userHandle"] = handle.map { Base64URL.encode($0) }
            return try JSONSerialization.data(withJSONObject: [
                "id": Base64URL.encode(id), "rawId": Base64URL.encode(id), "type": "public-key",
                "authenticatorAttachment": "platform", "clientExtensionResults": [String: String](),
                "response": response,
            ])
        }
    }

    func response() throws -> RegistrationResponse { try RegistrationResponse(json: try json) }
    func response() throws -> AuthenticationResponse { try AuthenticationResponse(json: try json) }
}

/// One way to misbehave and the rule that must catch it.
struct Misstep: Sendable {
    let rule: AccessRefusal.Rule
    let change: @Sendable (inout SoftAuthenticator) -> Void

    init(_ rule: AccessRefusal.Rule, _ change: @escaping @Sendable (inout SoftAuthenticator) -> Void) {
        self.rule = rule
        self.change = change
    }
}
