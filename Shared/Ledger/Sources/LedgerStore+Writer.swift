import Foundation
import GRDB
import Synchronization

extension LedgerStore {
    /// Commits group after group until nobody waits, and lets others to the database now and then. On the writer's thread.
    func startWriter() {
        pool.asyncWriteWithoutTransaction { [self] db in
            if !drain(db, atMost: 256) { startWriter() }
        }
    }

    /// Commits groups; true when nobody waits any more.
    func drain(_ db: Database, atMost limit: Int = .max) -> Bool {
        for _ in 0..<limit {
            guard let group = nextGroup() else { return true }
            for (submission, result) in zip(group, commit(group, db)) { submission.answer(result) }
            scheduleCheckpoint()
        }
        return false
    }

    /// The next group, or nil when nobody comes. Who appends one after the other comes back within microseconds, sooner
    /// than a thread wakes up that went to sleep; so the writer looks out that long before it goes.
    private func nextGroup() -> [Submission]? {
        let end = ContinuousClock.now + .microseconds(30)
        while !hasArrivals.load(ordering: .relaxed), ContinuousClock.now < end {}
        return line.withLock { line in
            hasArrivals.store(false, ordering: .relaxed)
            return line.nextGroup()
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
        try writer.withLock { memory in
            do {
                let results = try Transaction(db).run {
                    try memory.refresh(from: db)
                    let recorder = try Recorder(db)
                    return try group.map { try recorder.record($0, &memory) }
                }
                count.store(memory.size, ordering: .releasing)
                if memory.owesScrub { memory.owesScrub = !scrub(db) }
                return results
            } catch {
                memory.forget()
                throw error
            }
        }
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

/// A transaction by prepared statements: on the path of every append, where compiling BEGIN and COMMIT would show.
private struct Transaction {
    private let begin, commit, rollback: Prepared

    init(_ db: Database) throws {
        begin = try Prepared(db, "BEGIN IMMEDIATE")
        commit = try Prepared(db, "COMMIT")
        rollback = try Prepared(db, "ROLLBACK")
    }

    func run<Result>(_ body: () throws -> Result) throws -> Result {
        try begin.run()
        do {
            let result = try body()
            try commit.run()
            return result
        } catch {
            if rollback.isInTransaction { try rollback.run() }
            throw error
        }
    }
}
