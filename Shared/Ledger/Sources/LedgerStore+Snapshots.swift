import Foundation
import GRDB

/// A state as it was after an entry, kept to start faster. A cache: it may be dropped at any time.
package struct LedgerSnapshot: Sendable, Hashable {
    package let ecosystem: String
    package let sequence: Int
    package let format: Int
    package let bytes: Data
}

extension LedgerStore {
    /// Keeps the state of an ecosystem after `sequence`, besides the newest `keep - 1` of this format; older formats go.
    ///
    /// Refuses a sequence that the log does not have, or one before the last erasure: such a state may still hold what was
    /// erased.
    package func saveSnapshot(ecosystem: String, sequence: Int, format: Int, bytes: Data, keep: Int = 3) throws {
        guard let signer else { throw LedgerRefusal.readOnly }
        try changeShelf(of: ecosystem) { shelf in
            try shelf.put(sequence: sequence, format: format, bytes: bytes, sealedWith: signer)
            try shelf.prune(format: format, keep: keep)
        }
    }

    /// The newest snapshot of `format` at or before a sequence. One that is not intact, not sealed by this store's key, or
    /// that stands on another entry than the log has, is passed over.
    package func latestSnapshot(
        ecosystem: String, format: Int, atOrBefore sequence: Int? = nil
    ) throws -> LedgerSnapshot? {
        guard !verifierKey.isEmpty else { return nil }
        let keys = [try NoteVerifier(verifierKey)]
        return try read { db in
            try SnapshotShelf(index: LogIndex(db), ecosystem: ecosystem).latest(
                format: format, atOrBefore: sequence ?? .max, sealedBy: keys)
        }
    }

    /// Drops every snapshot of an ecosystem.
    package func dropSnapshots(ecosystem: String) throws {
        try changeShelf(of: ecosystem) { try $0.clear() }
    }

    private func changeShelf(of ecosystem: String, _ change: (SnapshotShelf) throws -> Void) throws {
        guard !isReadOnly else { throw LedgerRefusal.readOnly }
        guard !line.withLock({ $0.isClosed }) else { throw LedgerRefusal.closed }
        try LedgerRefusal.translating {
            try pool.write { try change(SnapshotShelf(index: LogIndex($0), ecosystem: ecosystem)) }
        }
    }
}
