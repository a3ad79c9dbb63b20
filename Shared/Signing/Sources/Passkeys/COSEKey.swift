import Crypto
import CryptoExtras
import Foundation

/// A passkey's public key as the authenticator sends it (COSE, RFC 9053). The mathematics are swift-crypto's.
package enum COSEKey: Sendable {
    case es256(P256.Signing.PublicKey)
    case edDSA(Curve25519.Signing.PublicKey)
    case rs256(_RSA.Signing.PublicKey)

    /// The algorithms we ask for, best first.
    package static let algorithms: [Int] = [-7, -8, -257]

    /// Refuses other algorithms (`algorithm`) and keys that are no valid key (`key`).
    package init(_ cbor: CBOR) throws(PasskeyFault) {
        switch (cbor[1]?.integer, cbor[3]?.integer) {
        case (2, -7): self = try Self.es256(cbor)
        case (1, -8): self = try Self.edDSA(cbor)
        case (3, -257): self = try Self.rs256(cbor)
        case (_, let algorithm):
            let name = algorithm.map(String.init) ?? "none"
            throw PasskeyFault(.algorithm, detail: "key type or algorithm \(name)")
        }
    }

    /// The key behind stored bytes.
    package init(bytes: Data) throws(PasskeyFault) {
        do {
            try self.init(try CBOR.decode([UInt8](bytes)))
        } catch let fault as CBOR.Fault {
            throw PasskeyFault(.key, detail: fault.description)
        } catch let fault as PasskeyFault {
            throw fault
        } catch {
            throw PasskeyFault(.key)
        }
    }

    package func isValid(signature: Data, for data: Data) -> Bool {
        switch self {
        case .es256(let key):
            guard let parsed = try? P256.Signing.ECDSASignature(derRepresentation: signature) else { return false }
            return key.isValidSignature(parsed, for: data)
        case .edDSA(let key):
            return key.isValidSignature(signature, for: data)
        case .rs256(let key):
            let parsed = _RSA.Signing.RSASignature(rawRepresentation: signature)
            return key.isValidSignature(parsed, for: data, padding: .insecurePKCS1v1_5)
        }
    }

    private static func es256(_ cbor: CBOR) throws(PasskeyFault) -> COSEKey {
        guard cbor[-1]?.integer == 1, let x = cbor[-2]?.bytes, let y = cbor[-3]?.bytes, x.count == 32, y.count == 32,
            let key = try? P256.Signing.PublicKey(x963Representation: [0x04] + x + y)
        else { throw PasskeyFault(.key, detail: "ES256 needs a point on P-256") }
        return .es256(key)
    }

    private static func edDSA(_ cbor: CBOR) throws(PasskeyFault) -> COSEKey {
        guard cbor[-1]?.integer == 6, let x = cbor[-2]?.bytes, x.count == 32,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x)
        else { throw PasskeyFault(.key, detail: "EdDSA needs 32 bytes on Ed25519") }
        return .edDSA(key)
    }

    /// 2048 to 4096 bits, as authenticators make them.
    private static func rs256(_ cbor: CBOR) throws(PasskeyFault) -> COSEKey {
        guard let n = cbor[-1]?.bytes, let e = cbor[-2]?.bytes, (256...512).contains(n.count),
            (1...4).contains(e.count),
            let key = try? _RSA.Signing.PublicKey(n: n, e: e)
        else { throw PasskeyFault(.key, detail: "RS256 needs a modulus of 2048 to 4096 bits") }
        return .rs256(key)
    }
}
