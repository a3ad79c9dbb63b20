import Foundation
import GRDB

/// Recomputes a store from its bytes and compares it with everything that was said and signed about it. Reads only.
package enum LedgerVerifier {
    /// Verifies the store at `path` and never throws: what goes wrong is in the report.
    /// - Parameters:
    ///   - keyPath: the key file, `path.key` unless given; without one the keys that the store names are believed.
    ///   - checkpoint: the text of a signed checkpoint that was kept elsewhere; the strongest proof against a roll back.
    ///   - erasureKinds: the kinds of event that record an erasure.
    package static func verify(
        path: String, keyPath: String? = nil, checkpoint: String? = nil,
        erasureKinds: Set<String> = ["payload.erased"]
    ) -> VerificationReport {
        var report = VerificationReport()
        do {
            let file = StoreFile(path: path)
            guard !file.isAbsent else { throw LedgerRefusal.notFound(path: path) }
            try file.inspect()
            // Before the store, which may be in use: what was signed earlier must be in it, not the other way round.
            let beside = CheckpointFile(storePath: path)
            let signed = Result { try beside.text() }
            let queue = try file.queue()
            defer { try? queue.close() }
            try queue.read { db in
                let keys = try keys(in: db, file: KeyFile(path: keyPath ?? path + ".key"))
                let notes = Notes(saved: checkpoint, beside: beside.path, signed: signed, keys: keys)
                try verify(db, notes: notes, erasureKinds: erasureKinds, &report)
            }
        } catch {
            report.failure = VerificationReport.Failure(error, leaf: report.entries)
        }
        return report
    }

    private static func verify(
        _ db: Database, notes: Notes, erasureKinds: Set<String>, _ report: inout VerificationReport
    ) throws {
        if let fault = try Schema.fault(in: db) { throw VerificationReport.Failure(.damaged, fault) }
        var walk = try LogWalk(db, erasures: ErasureClaims(db, kinds: erasureKinds))
        defer { walk.summarize(in: &report) }
        try walk.run()
        report.signedSize = try notes.check(db, size: walk.edge.size)
        report.unfitSnapshots = try SnapshotAudit(db: db, keys: notes.keys).unfit()
        if let fault = try Schema.pageFault(in: db, by: "integrity_check") {
            throw VerificationReport.Failure(.damaged, "SQLite finds the file corrupt: \(fault).")
        }
    }

    /// The keys a checkpoint may be signed with. The key file must be one of those the store names.
    private static func keys(in db: Database, file: KeyFile) throws -> [String] {
        let recorded = try StoreKeys.recorded(in: db)
        if let own = try file.load()?.verifier.description, !recorded.contains(own) {
            throw VerificationReport.Failure(
                .forked, "The store was signed with other keys than the one at \(file.path).")
        }
        return recorded
    }
}

/// The checkpoints that a store must agree with.
struct Notes {
    let saved: String?
    /// Where the store keeps its last checkpoint, and what that said.
    let beside: String
    let signed: Result<String?, any Error>
    let keys: [String]

    /// Refuses a store that does not continue what was signed; gives the size of the checkpoint beside the store.
    func check(_ db: Database, size: Int) throws -> Int? {
        if let saved { _ = try check(saved, db, size: size, name: "The saved checkpoint") }
        return try signed.get().map { try check($0, db, size: size, name: beside) }
    }

    private func check(_ text: String, _ db: Database, size: Int, name: String) throws -> Int {
        let checkpoint: Checkpoint
        do { checkpoint = try CheckpointFile.trusted(text, by: keys) } catch let refusal as LedgerRefusal {
            throw VerificationReport.Failure(.unreadable, "\(name) cannot be used. \(refusal.message)")
        }
        try checkpoint.check(against: db, size: size)
        return checkpoint.size
    }
}
