import GRDB

/// What the writer remembers between groups, so that it need not read before it writes.
struct WriterMemory {
    /// The right-hand edge of the tree; nil until it was read, and after a transaction failed.
    private(set) var edge: TreeEdge?
    private(set) var lastMoment = Int64.min
    var owesScrub = false
    private var lastSequences: [String: Int] = [:]
    /// The commands of the unfinished volume, with the leaves of their first events.
    private var commands: [CommandKey: [Int]] = [:]

    var size: Int { edge?.size ?? 0 }

    /// Drops what a failed transaction may have left behind.
    mutating func forget() { self = WriterMemory(owesScrub: owesScrub) }

    init(owesScrub: Bool = false) { self.owesScrub = owesScrub }

    /// Reads again what is not remembered, or what another process changed meanwhile.
    mutating func refresh(from db: Database) throws {
        let size = try TreeReader.size(of: db)
        guard size != edge?.size else { return }
        forget()
        edge = try TreeEdge.load(db)
        try readVolume(LogIndex(db, size: size))
    }

    private mutating func readVolume(_ index: LogIndex) throws {
        let rows = try Prepared(
            index.db,
            """
            SELECT leaf, ecosystem, sequence, recorded_at, command, outcome IS NULL FROM entry
            WHERE leaf >= ?1 ORDER BY leaf
            """)
        defer { rows.reset() }
        rows.bind(min(index.openVolume, max(index.size - 1, 0)), at: 1)
        while try rows.next() {
            lastMoment = Int64(rows.int(3))
            guard rows.int(0) >= index.openVolume else { continue }
            let ecosystem = rows.text(1)
            lastSequences[ecosystem] = rows.int(2)
            guard rows.int(5) == 0 else { continue }
            commands[CommandKey(ecosystem: ecosystem, command: rows.text(4)), default: []].append(rows.int(0))
        }
    }

    mutating func lastSequence(of ecosystem: String, in db: Database) throws -> Int {
        if let known = lastSequences[ecosystem] { return known }
        let last = try LogIndex(db, size: size).lastIndexedSequence(of: ecosystem)
        lastSequences[ecosystem] = last
        return last
    }

    /// The leaves where a command of this key begins.
    func leaves(of key: CommandKey, in db: Database) throws -> [Int] {
        var leaves = commands[key] ?? []
        guard size >= LogIndex.volumeLength else { return leaves }
        let rows = try Prepared(db, "SELECT leaf FROM command WHERE key = ?1")
        defer { rows.reset() }
        rows.bind(key.value, at: 1)
        while try rows.next() { leaves.append(rows.int(0)) }
        return leaves
    }

    /// Takes note of an entry that was written, and returns the tiles that it filled. Closes chapter and volume when they are full.
    mutating func add(
        _ leaf: TreeHash, _ ecosystem: String, _ sequence: Int, at moment: Int64, opens key: CommandKey?,
        in db: Database
    ) throws -> [FullTile] {
        if let key { commands[key, default: []].append(size) }
        lastSequences[ecosystem] = sequence
        lastMoment = moment
        let tiles = edge?.append(leaf) ?? []
        if size.isMultiple(of: LogIndex.chapterLength) {
            try LogIndex(db, size: size).closeChapter()
        }
        if size.isMultiple(of: LogIndex.volumeLength) {
            try LogIndex(db, size: size).closeVolume(of: commands)
            commands.removeAll(keepingCapacity: true)
        }
        return tiles
    }
}
