import Foundation
import GRDB

/// The last signed checkpoint, kept beside the store so that an older copy put in its place is noticed.
struct CheckpointFile {
    let path: String

    init(storePath: String) { path = storePath + ".checkpoint" }

    func save(_ note: SignedNote) throws {
        do { try DurableFile.replace(path, Data(note.description.utf8), mode: 0o644) } catch {
            throw LedgerRefusal.storageFailed(why: "\(path): \(error)")
        }
    }

    /// The text of the file; nil when there is none.
    func text() throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw LedgerRefusal.checkpointUnreadable(path: path, why: "it may not be read")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Refuses a store that is not a continuation of what the checkpoint was signed for. No checkpoint is no objection.
    func check(against db: Database) throws { try check(text(), against: db) }

    /// As above, with a text of this file that was read before.
    func check(_ text: String?, against db: Database) throws {
        guard let text else { return }
        let checkpoint: Checkpoint
        do { checkpoint = try Self.trusted(text, by: StoreKeys.recorded(in: db)) } catch let LedgerRefusal.noteInvalid(
            why)
        {
            throw LedgerRefusal.checkpointUnreadable(path: path, why: why)
        }
        try checkpoint.check(against: db, size: TreeReader.size(of: db))
    }

    /// The checkpoint in a note, provided one of `keys` signed it.
    static func trusted(_ text: String, by keys: [String]) throws -> Checkpoint {
        let note = try SignedNote.parse(text)
        guard try keys.contains(where: { note.isSigned(by: try NoteVerifier($0)) }) else {
            throw LedgerRefusal.noteInvalid(why: "it is not signed by a key of this store")
        }
        return try Checkpoint(note)
    }
}

extension Checkpoint {
    func check(against db: Database, size stored: Int) throws {
        guard size <= stored else { throw LedgerRefusal.rolledBack(stored: stored, signed: size) }
        guard try TreeReader(db: db, size: size).root(of: 0..<size) == root else {
            throw LedgerRefusal.forked(size: size)
        }
    }
}
