import Foundation
import GRDB

/// What the writer remembers between groups, so that it need not read before it writes.
struct WriterMemory {
    var lastSequences: [String: Int] = [:]
    var lastMoment = Int64.min
    var owesScrub = false
}

extension LedgerStore {
    /// Commits group after group until nobody waits. Runs on the writer's thread only.
    func drain(_ db: Database) {
        while let group = line.withLock({ $0.nextGroup() }) {
            for (submission, result) in zip(group, commit(group, db)) { submission.answer(result) }
            scheduleCheckpoint()
        }
    }

    /// One transaction for the whole group. When that fails, each gets a transaction of its own: only who is at fault fails.
    private func commit(_ group: [Submission], _ db: Database) -> [Result<Appended, LedgerRefusal>] {
        do { return try commitTogether(group, db) } catch {
            guard group.count > 1 else { return [.failure(LedgerRefusal(error))] }
            return group.flatMap { commit([$0], db) }
        }
    }

    private func commitTogether(_ group: [Submission], _ db: Database) throws -> [Result<Appended, LedgerRefusal>] {
        // The memory is taken out, and put back only after the commit: a failure leaves it empty, to be read again.
        var memory = writer.withLock { memory in
            defer { memory = WriterMemory(owesScrub: memory.owesScrub) }
            return memory
        }
        var recorder = Recorder(db: db, edge: edge.withLock { $0 }, memory: memory, now: now)
        var results: [Result<Appended, LedgerRefusal>] = []
        try db.inTransaction(.immediate) {
            try recorder.catchUp()
            results = try group.map { try recorder.record($0) }
            return .commit
        }
        memory = recorder.memory
        edge.withLock { $0 = recorder.edge }
        if memory.owesScrub { memory.owesScrub = !scrub(db) }
        writer.withLock { $0 = memory }
        return results
    }

    /// Moves the log file of SQLite into the store and empties it, so that erased bytes are on disk nowhere.
    private func scrub(_ db: Database) -> Bool {
        do {
            try db.checkpoint(.truncate)
            return true
        } catch {
            log.warning("Erased bytes remain in the write-ahead log until readers are done.")
            return false
        }
    }
}
