import Foundation

/// What a log commits to at one moment: its name, its size and its root (C2SP tlog-checkpoint).
package struct Checkpoint: Sendable, Hashable {
    package let origin: String
    package let size: Int
    package let root: TreeHash

    package init(origin: String, size: Int, root: TreeHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads the text of a note; lines after the third are extensions and are left alone.
    package init(_ note: SignedNote) throws {
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4, !lines[0].isEmpty, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let root = Data(base64Encoded: lines[2]).flatMap({ TreeHash($0) })
        else { throw LedgerRefusal.noteInvalid(why: "its text is not origin, size and root") }
        self.init(origin: lines[0], size: size, root: root)
    }

    var text: String { "\(origin)\n\(size)\n\(root.data.base64EncodedString())\n" }

    func signed(with signer: NoteSigner) throws -> SignedNote { try SignedNote(signing: text, with: signer) }
}
