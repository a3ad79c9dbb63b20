import Foundation
import Kernel
import Signing

/// A declaration with what proves it, as it travels between who signs and who records: `{"declaration": …, "proof": …}`.
package struct SignedDeclaration: Sendable, Hashable {
    package let declaration: Declaration
    package let proof: SignatureProof?

    package init(_ declaration: Declaration, proof: SignatureProof?) {
        self.declaration = declaration
        self.proof = proof
    }

    /// Signs with a key of the organisation; the house finds the registered key by what it is.
    package init(_ declaration: Declaration, with key: SecretKey) throws {
        var proof = SignatureProof()
        proof.publicKey = Base64URL.encode(key.publicKey.raw)
        proof.signature = Base64URL.encode(try key.signature(for: declaration.message))
        self.init(declaration, proof: proof)
    }

    /// Refuses what is not such an object, with the place.
    package init(_ value: Value) throws(Problem) {
        let entries = try value.entries(named: ["declaration", "proof"])
        do throws(Problem) { declaration = try Declaration(reading: entries["declaration"] ?? .null) } catch {
            throw error.under("declaration")
        }
        do throws(Problem) { proof = try Optional<SignatureProof>(entries["proof"] ?? .null) } catch {
            throw error.under("proof")
        }
    }

    package var value: Value {
        var value: [String: Value] = ["declaration": declaration.value]
        if let proof { value["proof"] = proof.value }
        return .map(value)
    }
}
