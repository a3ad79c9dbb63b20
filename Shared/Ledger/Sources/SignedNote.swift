import Foundation

/// A text with signatures under it, as C2SP signed note: text, empty line, `— name base64` per signature.
package struct SignedNote: Sendable, Hashable {
    package struct Signature: Sendable, Hashable {
        package let name: String
        let keyHash: Data
        let bytes: Data
    }

    /// What is signed; ends in a newline.
    package let text: String
    package let signatures: [Signature]

    init(signing text: String, with signer: NoteSigner) throws {
        self.text = text
        let bytes = try signer.signature(over: text)
        signatures = [Signature(name: signer.name, keyHash: signer.verifier.keyHash, bytes: bytes)]
    }

    private init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// The note as it is stored, sent and shown.
    package var description: String {
        signatures.reduce(text + "\n") { note, signature in
            note + "— \(signature.name) \((signature.keyHash + signature.bytes).base64EncodedString())\n"
        }
    }

    /// Reads a note. Refuses one that is not well formed; says nothing yet about whether the signatures hold.
    package static func parse(_ note: String) throws -> SignedNote {
        guard note.utf8.count <= 1_000_000 else { throw LedgerRefusal.noteInvalid(why: "it is longer than 1 MB") }
        guard !note.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }) else {
            throw LedgerRefusal.noteInvalid(why: "it holds control characters")
        }
        guard note.hasSuffix("\n"), let gap = note.range(of: "\n\n", options: .backwards) else {
            throw LedgerRefusal.noteInvalid(why: "the empty line between text and signatures is missing")
        }
        let lines = note[gap.upperBound...].split(separator: "\n")
        guard !lines.isEmpty else { throw LedgerRefusal.noteInvalid(why: "it has no signature") }
        return SignedNote(text: String(note[..<gap.lowerBound]) + "\n", signatures: try lines.map(signature))
    }

    /// True when at least one signature is by `key`, and every signature by `key` holds.
    package func isSigned(by key: NoteVerifier) -> Bool {
        let own = signatures.filter { $0.name == key.name && $0.keyHash == key.keyHash }
        return !own.isEmpty && own.allSatisfy { key.holds(signature: $0.bytes, over: text) }
    }

    /// Refuses the note unless it is signed by the key in `verifierKey` (`name+hash+base64`).
    package func verify(verifierKey: String) throws {
        guard isSigned(by: try NoteVerifier(verifierKey)) else {
            throw LedgerRefusal.noteInvalid(why: "it is not signed by \(verifierKey)")
        }
    }

    private static func signature(_ line: Substring) throws -> Signature {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "—", let bytes = Data(base64Encoded: String(parts[2])), bytes.count > 4
        else { throw LedgerRefusal.noteInvalid(why: "\"\(line)\" is not a signature line") }
        return Signature(name: String(parts[1]), keyHash: Data(bytes.prefix(4)), bytes: Data(bytes.dropFirst(4)))
    }
}
