import Foundation
import Synchronization

/// What the store remembers of its own signing.
struct Notary {
    var isClosed = false
    var savedSize = 0
}

extension LedgerStore {
    /// A checkpoint of the log as it stands, signed with the key of this store. Refused when open for reading only.
    package func checkpoint() throws -> SignedNote {
        guard let signer else { throw LedgerRefusal.readOnly }
        let edge = edge.withLock { $0 }
        let checkpoint = Checkpoint(origin: signer.name, size: edge.size, root: edge.root)
        return try LedgerRefusal.translating { try checkpoint.signed(with: signer) }
    }

    /// Puts a checkpoint of the log as it stands in `path.checkpoint`, in one step.
    package func saveCheckpoint() throws {
        guard let signer else { throw LedgerRefusal.readOnly }
        try notary.withLock { notary in
            guard !notary.isClosed else { throw LedgerRefusal.closed }
            isCheckpointDue.store(false, ordering: .sequentiallyConsistent)
            let edge = edge.withLock { $0 }
            guard edge.size != notary.savedSize else { return }
            let checkpoint = Checkpoint(origin: signer.name, size: edge.size, root: edge.root)
            try CheckpointFile(storePath: path).save(checkpoint.signed(with: signer))
            notary.savedSize = edge.size
        }
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
