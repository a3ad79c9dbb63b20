import Foundation
import GRDB

extension LedgerStore {
    /// Stops all writing of this process because the store turned out to be in doubt; reading goes on.
    package func stopWriting(because reason: String) { doubt.withLock { $0 = $0 ?? reason } }

    /// Why this store is in doubt, as far as that was found out while it was open.
    package var doubtReason: String? { doubt.withLock { $0 } }

    /// Looks whether the store is sound enough to write to: its pages (this reads the whole file), its tables, its tree and
    /// its last checkpoint. Gives the reason when it is not; nil is no proof of integrity, `LedgerVerifier` gives that.
    package func quickCheck() -> String? {
        do {
            try read { db in
                if let fault = try Schema.pageFault(in: db, by: "quick_check") ?? Schema.fault(in: db) {
                    throw LedgerRefusal.damaged(why: fault)
                }
                _ = try TreeEdge.load(db)
                try checkpointFile.check(against: db)
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
            try StoreFile.reserve(draft)
            let signed = try checkpointFile.text()
            let source = try StoreFile(path: path).queue()
            try source.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            try source.close()
            let copy = try StoreFile(path: draft).queue()
            defer { try? copy.close() }
            try copy.read { try checkpointFile.check(signed, against: $0) }
            if let signer { try note.save(copy.read { try Self.checkpoint(of: $0, signedBy: signer).note }) }
            try DurableFile.publish(draft, as: destination)
        }
    }
}
