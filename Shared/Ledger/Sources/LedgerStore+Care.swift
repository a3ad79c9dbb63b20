import Foundation
import GRDB

extension LedgerStore {
    /// Looks whether the store is sound enough to write to: its pages (this reads the whole file), its tables, its tree and
    /// its last checkpoint. Gives the reason when it is not; nil is no proof of integrity, `LedgerVerifier` gives that.
    package func quickCheck() -> String? {
        do {
            try read { db in
                if let fault = try Schema.pageFault(in: db, by: "quick_check") ?? Schema.fault(in: db) {
                    throw LedgerRefusal.damaged(why: fault)
                }
                let edge = try TreeEdge.load(db)
                try CheckpointFile(storePath: path).check(against: db, size: edge.size)
            }
            return nil
        } catch { return LedgerRefusal(error).message }
    }

    /// Copies the store as it is at one moment to a new file, while it stays in use, with a signed checkpoint beside it
    /// unless this store is read-only. The key is left out: keep it elsewhere. Overwrites nothing.
    package func backup(to destination: String) throws {
        let note = CheckpointFile(storePath: destination)
        for path in [destination, note.path] where FileManager.default.fileExists(atPath: path) {
            throw LedgerRefusal.alreadyExists(path: path)
        }
        guard !line.withLock({ $0.isClosed }) else { throw LedgerRefusal.closed }
        try LedgerRefusal.translating {
            let draft = "\(destination).\(UUID().uuidString).new"
            defer { try? FileManager.default.removeItem(atPath: draft) }
            let source = try StoreFile(path: path).queue()
            try source.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            try source.close()
            if let signer { try note.save(Self.checkpoint(ofCopy: draft, signedBy: signer)) }
            try DurableFile.publish(draft, as: destination)
        }
    }

    private static func checkpoint(ofCopy path: String, signedBy signer: NoteSigner) throws -> SignedNote {
        let copy = try StoreFile(path: path).queue()
        defer { try? copy.close() }
        let edge = try copy.read { try TreeEdge.load($0) }
        return try Checkpoint(origin: signer.name, size: edge.size, root: edge.root).signed(with: signer)
    }
}
