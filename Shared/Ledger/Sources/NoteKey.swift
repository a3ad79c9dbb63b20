import Crypto
import Foundation

/// The public half of a note key, written as `name+hash+base64` (C2SP signed note, Ed25519).
package struct NoteVerifier: Sendable, Hashable, CustomStringConvertible {
    static let ed25519: UInt8 = 0x01

    package let name: String
    let publicKey: Data

    init(name: String, publicKey: Data) {
        self.name = name
        self.publicKey = publicKey
    }

    /// Reads a verifier key; refuses a malformed one or one whose hash does not fit.
    package init(_ text: String) throws {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, NoteSigner.isUsable(name: parts[0]), let key = Data(base64Encoded: parts[2]),
            key.count == 33, key.first == Self.ed25519
        else { throw LedgerRefusal.noteInvalid(why: "\"\(text)\" is not an Ed25519 verifier key") }
        self.init(name: parts[0], publicKey: Data(key.dropFirst()))
        guard parts[1] == keyHash.hex else {
            throw LedgerRefusal.noteInvalid(why: "the hash in \"\(text)\" does not fit its key")
        }
    }

    package var description: String {
        "\(name)+\(keyHash.hex)+\((Data([Self.ed25519]) + publicKey).base64EncodedString())"
    }

    /// The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key).
    var keyHash: Data {
        let digest = SHA256.hash(data: Data(name.utf8) + Data([0x0A, Self.ed25519]) + publicKey)
        return Data(digest.prefix(4))
    }

    func holds(signature: Data, over text: String) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: Data(text.utf8))
    }
}

/// The private half, written as `PRIVATE+KEY+name+hash+base64`, which other tools for signed notes read too.
package struct NoteSigner: Sendable {
    private static let prefix = "PRIVATE+KEY+"

    package let name: String
    private let key: Curve25519.Signing.PrivateKey

    /// A new key. Without a name it is called after itself.
    package init(name: String? = nil) {
        key = Curve25519.Signing.PrivateKey()
        self.name = name ?? "stelsel/" + Data(SHA256.hash(data: key.publicKey.rawRepresentation).prefix(8)).hex
    }

    /// A key from 32 secret bytes; nil when the seed or the name cannot be used.
    package init?(name: String, seed: Data) {
        guard Self.isUsable(name: name), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else { return nil }
        self.name = name
        self.key = key
    }

    /// Reads the text of a key file; nil when it is not such a key.
    init?(text: String) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let rest = text.dropFirst(Self.prefix.count).trimmingCharacters(in: .newlines)
        let parts = rest.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let secret = Data(base64Encoded: parts[2]), secret.count == 33,
            secret.first == NoteVerifier.ed25519
        else { return nil }
        self.init(name: parts[0], seed: Data(secret.dropFirst()))
        guard verifier.keyHash.hex == parts[1] else { return nil }
    }

    /// What a key file holds. Secret: never log it.
    package var secretText: String {
        let secret = Data([NoteVerifier.ed25519]) + key.rawRepresentation
        return "\(Self.prefix)\(name)+\(verifier.keyHash.hex)+\(secret.base64EncodedString())\n"
    }

    package var verifier: NoteVerifier { NoteVerifier(name: name, publicKey: key.publicKey.rawRepresentation) }

    func signature(over text: String) throws -> Data { try key.signature(for: Data(text.utf8)) }

    static func isUsable(name: String) -> Bool {
        !name.isEmpty && !name.contains { $0.isWhitespace || $0.isNewline || $0 == "+" }
    }
}

extension Data {
    var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
