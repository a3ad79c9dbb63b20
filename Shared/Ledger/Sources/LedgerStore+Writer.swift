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
        var expected = 0
        for _ in 0..<limit {
            lookOut()
            guard var group = line.withLock({ $0.nextGroup() }) else { return true }
            let results = commit(&group, of: expected, db)
            // Those who came meanwhile, and those who now get their answer and may come again.
            expected = line.withLock { $0.count } + group.count
            for (submission, result) in zip(group, results) { submission.answer(result) }
            scheduleCheckpoint()
        }
        return false
    }

    /// Waits a moment for whoever comes. Who appends one after the other comes back within microseconds, sooner than a thread
    /// wakes up that went to sleep.
    private func lookOut() {
        let end = ContinuousClock.now + .microseconds(30)
        while !hasArrivals.load(ordering: .relaxed), ContinuousClock.now < end {}
        hasArrivals.store(false, ordering: .relaxed)
    }

    /// One transaction for the whole group. When that fails, each gets a transaction of its own: only who is at fault fails.
    private func commit(
        _ group: inout [Submission], of expected: Int, _ db: Database
    ) -> [Result<Appended, LedgerRefusal>] {
        do { return try commitTogether(&group, of: expected, db) } catch {
            guard group.count > 1 else { return [.failure(LedgerRefusal(error))] }
            return group.flatMap { submission in
                var alone = [submission]
                return commit(&alone, of: 1, db)
            }
        }
    }

    /// As long as fewer came than are `expected`, those who come while the others are being recorded join the group.
    private func commitTogether(
        _ group: inout [Submission], of expected: Int, _ db: Database
    ) throws -> [Result<Appended, LedgerRefusal>] {
        try writer.withLock { memory in
            do {
                let results = try Transaction(db).run {
                    try memory.refresh(from: db)
                    let recorder = try Recorder(db)
                    var results = try group.map { try recorder.record($0, &memory) }
                    while group.count < expected {
                        lookOut()
                        let joining = line.withLock { $0.take() }
                        guard !joining.isEmpty else { break }
                        group += joining
                        for submission in joining { results.append(try recorder.record(submission, &memory)) }
                    }
                    return results
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
    func scrub(_ db: Database) -> Bool {
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
struct Transaction {
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
