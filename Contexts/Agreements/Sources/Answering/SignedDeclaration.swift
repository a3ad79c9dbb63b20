import Foundation
import Kernel

/// A declaration with its proof, as a file: what `stelsel sign` makes, and what the doors take.
package struct SignedDeclaration: Sendable, Hashable {
    package let declaration: Declaration
    package let proof: SignatureProof

    package init(declaration: Declaration, proof: SignatureProof) {
        self.declaration = declaration
        self.proof = proof
    }

    /// Reads `{"declaration": {…}, "proof": {…}}`, the declaration in whatever order its keys come.
    package init(json: String) throws(Problem) {
        let entries = try JSONReader.read(Data(json.utf8)).entries(named: ["declaration", "proof"])
        do throws(Problem) { declaration = try Declaration(reading: entries["declaration"] ?? .null) } catch {
            throw error.under("declaration")
        }
        do throws(Problem) { proof = try SignatureProof(entries["proof"] ?? .null) } catch {
            throw error.under("proof")
        }
    }

    package var value: Value { ["declaration": declaration.value, "proof": proof.value] }
}
