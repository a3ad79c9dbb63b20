import Crypto
import Foundation
import Kernel

/// A passkey in software (ES256), as a browser would answer for it.
struct AccessAuthenticator: Sendable {
    let key = P256.Signing.PrivateKey()
    var credential = Data((0..<32).map { _ in UInt8.random(in: .min ... .max) })
    var origin = AccessSite.base
    var handle = ""

    /// The answer to registration options, with more fields beside it.
    func register(_ options: Value, _ extra: String = "") -> String {
        let client = clientData("webauthn.create", options["challenge"].string ?? "")
        var data = authenticatorData(flags: 0x45)
        data += Data(count: 16)
        data += Data([0, UInt8(credential.count)])
        data += credential
        data += publicKey
        // CBOR: {fmt: "none", attStmt: {}, authData: bytes}
        var object = Data([0xa3, 0x63]) + Data("fmt".utf8) + Data([0x64]) + Data("none".utf8)
        object += Data([0x67]) + Data("attStmt".utf8)
        object += Data([0xa0, 0x68]) + Data("authData".utf8)
        object += Data([0x58, UInt8(data.count)])
        return answer(client, "\"attestationObject\":\"\(Self.text(object + data))\"", extra)
    }

    func signIn(_ options: Value, _ extra: String = "") throws -> String {
        let client = clientData("webauthn.get", options["challenge"].string ?? "")
        let data = authenticatorData(flags: 0x05)
        let signature = try key.signature(for: data + Data(SHA256.hash(data: client))).derRepresentation
        return answer(
            client,
            """
            "authenticatorData":"\(Self.text(data))","signature":"\(Self.text(signature))",\
            "userHandle":"\(Self.text(Data(handle.utf8)))"
            """, extra)
    }

    private func answer(_ client: Data, _ parts: String, _ extra: String) -> String {
        let id = Self.text(credential)
        return """
            {"id":"\(id)","rawId":"\(id)","type":"public-key",\(extra)\
            "response":{"clientDataJSON":"\(Self.text(client))",\(parts)}}
            """
    }

    private func clientData(_ type: String, _ challenge: String) -> Data {
        Data(
            "{\"type\":\"\(type)\",\"challenge\":\"\(challenge)\",\"origin\":\"\(origin)\",\"crossOrigin\":false}".utf8)
    }

    /// No counter: as synchronised passkeys do.
    private func authenticatorData(flags: UInt8) -> Data {
        Data(SHA256.hash(data: Data("localhost".utf8))) + [flags, 0, 0, 0, 0]
    }

    /// COSE: EC2, ES256, P-256, x, y.
    private var publicKey: Data {
        let point = key.publicKey.x963Representation
        var key = Data([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20])
        key += point[1..<33]
        key += Data([0x22, 0x58, 0x20])
        key += point[33..<65]
        return key
    }

    private static func text(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
