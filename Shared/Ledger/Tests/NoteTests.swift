import Foundation
import Testing

@testable import Ledger

@Suite("Signed notes")
struct NoteTests {
    /// The example of golang.org/x/mod/sumdb/note, by which we know that other tools read our notes.
    private let peter = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    private let peterPublic = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    private let words =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    private let signature =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    @Test("Keys and signatures are those of the published example")
    func published() throws {
        let signer = try #require(NoteSigner(text: peter))
        #expect(signer.verifier.description == peterPublic)
        #expect(signer.secretText == peter + "\n")
        #expect(try NoteVerifier(peterPublic) == signer.verifier)

        let note = try SignedNote.parse(words + "\n" + signature)
        #expect(note.text == words)
        try note.verify(verifierKey: peterPublic)
        #expect(note.description == words + "\n" + signature)
    }

    @Test("A note survives being written and read; any changed byte breaks it")
    func mutations() throws {
        let checkpoint = Checkpoint(origin: Sample.signer.name, size: 42, root: .empty)
        let note = try checkpoint.signed(with: Sample.signer)
        let read = try SignedNote.parse(note.description)
        #expect(read == note)
        #expect(try Checkpoint(read) == checkpoint)

        let bytes = Array(note.description.utf8)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            let text = String(decoding: changed, as: UTF8.self)
            let holds = (try? SignedNote.parse(text))?.isSigned(by: Sample.signer.verifier) ?? false
            #expect(!holds, "byte \(index)")
        }
    }

    @Test("Signatures of others are left alone, a false one of our own is not")
    func cosignatures() throws {
        let note = try Checkpoint(origin: "x", size: 1, root: .empty).signed(with: Sample.signer)
        let other = try Checkpoint(origin: "x", size: 1, root: .empty).signed(with: NoteSigner(name: "witness"))
        let otherLine = other.description.split(separator: "\n").last.map(String.init) ?? ""
        let both = try SignedNote.parse(note.description + otherLine + "\n")
        #expect(both.signatures.count == 2)
        #expect(both.isSigned(by: Sample.signer.verifier))
        #expect(throws: LedgerRefusal.self) { try other.verify(verifierKey: Sample.signer.verifier.description) }
    }

    @Test(
        "What is not a note, a checkpoint or a key is refused",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\n— a b\n", "text\n\n- a AAAAAAAA\n", "text\n\n— a AAAA\n",
            "te\u{0}xt\n\n— a AAAAAAAAAAA=\n", "text\n\n— a AAAAAAAAAAA=", "text\n\n— a  AAAAAAAAAAA=\n",
        ])
    func malformed(_ text: String) {
        #expect(throws: LedgerRefusal.self) { try SignedNote.parse(text) }
        #expect(throws: LedgerRefusal.self) { try NoteVerifier(text) }
        #expect(NoteSigner(text: text) == nil)
    }

    @Test(
        "A text that is not origin, size and root is no checkpoint",
        arguments: ["a\n", "a\n1\n", "a\n-1\nR\n", "a\n01\nR\n", "\n1\nR\n", "a\n1\nAAAA\n", "a\nx\nR\n"])
    func notACheckpoint(_ pattern: String) throws {
        let text = pattern.replacing("R", with: TreeHash.empty.data.base64EncodedString())
        let note = try SignedNote(signing: text, with: Sample.signer)
        #expect(throws: LedgerRefusal.self) { try Checkpoint(note) }
    }

    @Test("A leaf is the hash of canonical JSON, with the keys in order and control characters escaped")
    func header() {
        var header = LeafHeader()
        let actor = LedgerActor(person: "p\"\\\n\u{1}é😀", organisation: "o", mandate: nil)
        let hash = header.hash(
            ecosystem: "den-bosch", sequence: 3, recordedAt: -5, actor: actor, command: "c", kind: "k", version: 2,
            commitment: .empty)
        let text =
            #"{"actor":{"organisation":"o","person":"p\"\\\n\u0001é😀"},"command":"c","commitment":""#
            + Reference.roots[0]
            + #"","ecosystem":"den-bosch","kind":"k","recordedAt":-5,"sequence":3,"version":2}"#
        #expect(header.text == text)
        #expect(hash == .leaf(Data(text.utf8)))
        _ = header.hash(
            ecosystem: "e", sequence: 1, recordedAt: 0, actor: Sample.actor, command: "c", kind: "k", version: 1,
            commitment: .empty)
        #expect(header.text.hasPrefix(#"{"actor":{"mandate":"m-1","organisation":"gemeente-zwolle","person":"p-7"},"#))
    }
}
