import GRDB

/// Checks, entry by entry, that readers will find it, and that no command was recorded twice.
struct IndexAudit {
    typealias Failure = VerificationReport.Failure

    private let index: LogIndex
    private var keys: Set<CommandKey> = []
    private var commands = 0

    init(_ db: Database) throws { index = try LogIndex(db) }

    mutating func check(_ entry: WalkedEntry) throws {
        if entry.leaf < index.openChapter {
            let row = try Prepared(index.db, "SELECT leaf FROM place WHERE ecosystem = ?1 AND sequence = ?2")
            defer { row.reset() }
            row.bind(entry.ecosystem, at: 1)
            row.bind(entry.sequence, at: 2)
            guard try row.next(), row.int(0) == entry.leaf else {
                throw entry.failure(.damaged, "The index does not lead to it, so readers would miss it.")
            }
        }
        if entry.opensCommand { try checkCommand(entry) }
    }

    /// Finds rows of the index that lead nowhere, after all entries were checked.
    func checkRest() throws {
        try checkCount(of: "place", index.openChapter)
        try checkCount(of: "command", commands)
    }

    private mutating func checkCommand(_ entry: WalkedEntry) throws {
        let key = CommandKey(ecosystem: entry.ecosystem, command: entry.command)
        if !keys.insert(key).inserted, try isRepeated(entry) {
            throw entry.failure(.forked, "Command \(entry.command) was recorded before.")
        }
        guard entry.leaf < index.openVolume else { return }
        commands += 1
        let row = try Prepared(index.db, "SELECT 1 FROM command WHERE key = ?1 AND leaf = ?2")
        defer { row.reset() }
        row.bind(key.value, at: 1)
        row.bind(entry.leaf, at: 2)
        guard try row.next() else {
            throw entry.failure(.damaged, "The index does not know its command, so that could be repeated.")
        }
    }

    /// Two commands may share a key; the entries decide.
    private func isRepeated(_ entry: WalkedEntry) throws -> Bool {
        let row = try Prepared(
            index.db,
            """
            SELECT 1 FROM entry WHERE leaf < ?1 AND ecosystem = ?2 AND command = ?3 AND outcome IS NOT NULL
            """)
        defer { row.reset() }
        row.bind(entry.leaf, at: 1)
        row.bind(entry.ecosystem, at: 2)
        row.bind(entry.command, at: 3)
        return try row.next()
    }

    private func checkCount(of table: String, _ expected: Int) throws {
        let row = try Prepared(index.db, "SELECT count(*) FROM \(table)")
        defer { row.reset() }
        guard try row.next(), row.int(0) == expected else {
            throw Failure(.rolledBack, leaf: index.size, "The index (\(table)) leads to entries that are gone.")
        }
    }
}
