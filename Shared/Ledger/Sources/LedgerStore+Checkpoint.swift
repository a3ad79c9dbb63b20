import Foundation
import GRDB
import Synchronization

/// What the store remembers of its own signing.
struct Notary {
    var isClosed = false
    var savedSize = 0
}

extension LedgerStore {
    /// A checkpoint of the log as it stands, signed with the key of this store. Refused when the store is open for reading
    /// only, and when it no longer continues what was signed before.
    package func checkpoint() throws -> SignedNote {
        guard let signer else { throw LedgerRefusal.readOnly }
        return try read { db in
            try checkpointFile.check(against: db)
            return try Self.checkpoint(of: db, signedBy: signer).note
        }
    }

    /// Puts a checkpoint of the log as it stands in `path.checkpoint`, in one step.
    package func saveCheckpoint() throws {
        guard let signer else { throw LedgerRefusal.readOnly }
        try notary.withLock { notary in
            guard !notary.isClosed else { throw LedgerRefusal.closed }
            isCheckpointDue.store(false, ordering: .sequentiallyConsistent)
            guard size != notary.savedSize else { return }
            let (note, size) = try LedgerRefusal.translating {
                try pool.read { db in
                    try checkpointFile.check(against: db)
                    return try Self.checkpoint(of: db, signedBy: signer)
                }
            }
            try checkpointFile.save(note)
            notary.savedSize = size
        }
    }

    var checkpointFile: CheckpointFile { CheckpointFile(storePath: path) }

    static func checkpoint(of db: Database, signedBy signer: NoteSigner) throws -> (note: SignedNote, size: Int) {
        let edge = try TreeEdge.load(db)
        let checkpoint = Checkpoint(origin: signer.name, size: edge.size, root: edge.root)
        return (try checkpoint.signed(with: signer), edge.size)
    }

    /// Sees to it that a checkpoint follows within a second. Costs a committing writer no more than a flag.
    func scheduleCheckpoint() {
        guard !isCheckpointDue.exchange(true, ordering: .sequentiallyConsistent) else { return }
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + 1) { [weak self] in
            guard let self, !notary.withLock({ $0.isClosed }) else { return }
            do { try saveCheckpoint() } catch {
                log.error("A checkpoint could not be saved.", metadata: ["reason": "\(error)"])
            }
        }
    }
}
