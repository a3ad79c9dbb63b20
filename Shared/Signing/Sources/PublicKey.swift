import Crypto
import Foundation

/// How an organisation's key signs.
package enum SigningAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// Ed25519 (RFC 8032): 32-byte keys, 64-byte signatures.
    case ed25519
    /// ECDSA on P-256 with SHA-256: 65-byte keys (uncompressed point), 64-byte signatures (r ‖ s, as in JWS).
    case es256

    /// Bytes of a raw public key.
    package var keyLength: Int { self == .ed25519 ? 32 : 65 }
}

/// The public half of a key that signs without a browser. The mathematics are swift-crypto's.
package struct PublicKey: Sendable {
    private enum Kind: Sendable {
        case ed25519(Curve25519.Signing.PublicKey)
        case es256(P256.Signing.PublicKey)
    }

    private let kind: Kind

    package var algorithm: SigningAlgorithm { if case .ed25519 = kind { .ed25519 } else { .es256 } }

    /// Nil when the bytes are no key of this algorithm: of another length, or not on the curve.
    package init?(_ algorithm: SigningAlgorithm, raw: Data) {
        guard raw.count == algorithm.keyLength else { return nil }
        do {
            switch algorithm {
            case .ed25519: kind = .ed25519(try Curve25519.Signing.PublicKey(rawRepresentation: raw))
            case .es256: kind = .es256(try P256.Signing.PublicKey(x963Representation: raw))
            }
        } catch { return nil }
    }

    fileprivate init(_ key: Curve25519.Signing.PublicKey) { kind = .ed25519(key) }
    fileprivate init(_ key: P256.Signing.PublicKey) { kind = .es256(key) }

    /// 32 bytes for Ed25519, 65 (uncompressed point) for ES256.
    package var raw: Data {
        switch kind {
        case .ed25519(let key): key.rawRepresentation
        case .es256(let key): key.x963Representation
        }
    }

    /// Whether this key signed this message; false for a signature of another length.
    package func isValid(signature: Data, for message: Data) -> Bool {
        guard signature.count == 64 else { return false }
        switch kind {
        case .ed25519(let key): return key.isValidSignature(signature, for: message)
        case .es256(let key):
            do {
                return key.isValidSignature(
                    try P256.Signing.ECDSASignature(rawRepresentation: signature), for: message)
            } catch { return false }
        }
    }
}

/// The secret half of such a key. Never log it.
package struct SecretKey: Sendable {
    private enum Kind: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case es256(P256.Signing.PrivateKey)
    }

    private let kind: Kind

    /// A new key.
    package init(_ algorithm: SigningAlgorithm) {
        switch algorithm {
        case .ed25519: kind = .ed25519(Curve25519.Signing.PrivateKey())
        case .es256: kind = .es256(P256.Signing.PrivateKey())
        }
    }

    /// A key from its 32 secret bytes; nil when they are none.
    package init?(_ algorithm: SigningAlgorithm, raw: Data) {
        do {
            switch algorithm {
            case .ed25519: kind = .ed25519(try Curve25519.Signing.PrivateKey(rawRepresentation: raw))
            case .es256: kind = .es256(try P256.Signing.PrivateKey(rawRepresentation: raw))
            }
        } catch { return nil }
    }

    package var algorithm: SigningAlgorithm { publicKey.algorithm }

    package var raw: Data {
        switch kind {
        case .ed25519(let key): key.rawRepresentation
        case .es256(let key): key.rawRepresentation
        }
    }

    package var publicKey: PublicKey {
        switch kind {
        case .ed25519(let key): PublicKey(key.publicKey)
        case .es256(let key): PublicKey(key.publicKey)
        }
    }

    /// 64 bytes.
    package func signature(for message: Data) throws -> Data {
        switch kind {
        case .ed25519(let key): try key.signature(for: message)
        case .es256(let key): try key.signature(for: message).rawRepresentation
        }
    }
}
