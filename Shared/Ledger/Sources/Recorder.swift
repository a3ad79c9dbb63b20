import Foundation
import GRDB

/// Writes submissions inside one transaction, on copies of what the store remembers.
struct Recorder {
    let db: Database
    var edge: TreeEdge
    var memory: WriterMemory
    let now: @Sendable () -> Int64
    private var header = LeafHeader()

    init(db: Database, edge: TreeEdge, memory: WriterMemory, now: @escaping @Sendable () -> Int64) {
        self.db = db
        self.edge = edge
        self.memory = memory
        self.now = now
    }

    /// Reads again what was remembered, when another process wrote meanwhile or nothing is remembered.
    mutating func catchUp() throws {
        let row = try Prepared(db, "SELECT leaf, recorded_at FROM entry ORDER BY leaf DESC LIMIT 1")
        defer { row.reset() }
        let hasEntries = try row.next()
        let size = hasEntries ? row.int(0) + 1 : 0
        if hasEntries, memory.lastMoment == .min { memory.lastMoment = Int64(row.int(1)) }
        guard size != edge.size else { return }
        memory.lastSequences = [:]
        memory.lastMoment = hasEntries ? Int64(row.int(1)) : .min
        edge = try TreeEdge.load(db)
    }

    /// Writes one submission, or says why not without having written anything. Throws when the transaction is lost.
    mutating func record(_ submission: Submission) throws -> Result<Appended, LedgerRefusal> {
        let last = try lastSequence(of: submission.ecosystem)
        guard last == submission.expected else {
            if let first = try firstOutcome(of: submission) { return .success(first) }
            return .failure(.conflict(expected: submission.expected, actual: last))
        }
        if let first = try firstOutcome(of: submission) { return .success(first) }
        let appended = Appended(
            first: last + 1, last: last + submission.events.count, recordedAt: moment(), outcome: submission.outcome,
            repeated: false)
        if !submission.erased.isEmpty {
            let eraser = Eraser(db: db, ecosystem: submission.ecosystem)
            if let refusal = try eraser.fault(in: submission) { return .failure(refusal) }
            try eraser.erase(submission.erased, by: appended.last)
            memory.owesScrub = true
        }
        for (offset, sealed) in submission.events.enumerated() {
            try insert(sealed, offset: offset, of: submission, appended)
        }
        memory.lastSequences[submission.ecosystem] = appended.last
        if !submission.events.isEmpty { memory.lastMoment = appended.recordedAt }
        return .success(appended)
    }

    /// Time does not run backwards in the log, unless the clock was wrong by more than a day.
    private func moment() -> Int64 {
        let moment = now()
        let last = memory.lastMoment
        return moment < last && last - moment <= 86_400_000 ? last : moment
    }

    private func lastSequence(of ecosystem: String) throws -> Int {
        if let known = memory.lastSequences[ecosystem] { return known }
        let row = try Prepared(db, "SELECT max(sequence) FROM entry WHERE ecosystem = ?1")
        defer { row.reset() }
        row.bind(ecosystem, at: 1)
        return try row.next() ? row.int(0) : 0
    }

    private func firstOutcome(of submission: Submission) throws -> Appended? {
        let row = try Prepared(
            db,
            """
            SELECT sequence, recorded_at, outcome FROM entry
            WHERE ecosystem = ?1 AND command = ?2 AND outcome IS NOT NULL
            """)
        defer { row.reset() }
        row.bind(submission.ecosystem, at: 1)
        row.bind(submission.command, at: 2)
        guard try row.next() else { return nil }
        let last = try lastSequence(of: submission, from: row.int(0))
        return Appended(
            first: row.int(0), last: last, recordedAt: Int64(row.int(1)), outcome: row.data(2) ?? Data(),
            repeated: true)
    }

    /// The events of one command stand next to each other.
    private func lastSequence(of submission: Submission, from first: Int) throws -> Int {
        let row = try Prepared(
            db, "SELECT command FROM entry WHERE ecosystem = ?1 AND sequence > ?2 ORDER BY sequence")
        defer { row.reset() }
        row.bind(submission.ecosystem, at: 1)
        row.bind(first, at: 2)
        var last = first
        while try row.next(), row.text(0) == submission.command { last += 1 }
        return last
    }

    private mutating func insert(
        _ sealed: SealedEvent, offset: Int, of submission: Submission, _ appended: Appended
    ) throws {
        let event = sealed.event
        let sequence = appended.first + offset
        let hash = header.hash(
            ecosystem: submission.ecosystem, sequence: sequence, recordedAt: appended.recordedAt,
            actor: submission.actor, command: submission.command, kind: event.kind, version: event.version,
            commitment: sealed.commitment)
        let row = try Prepared(
            db, "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
        row.bind(edge.size, at: 1)
        row.bind(submission.ecosystem, at: 2)
        row.bind(sequence, at: 3)
        row.bind(Int(appended.recordedAt), at: 4)
        row.bind(submission.actor.person, at: 5)
        row.bind(submission.actor.organisation, at: 6)
        row.bind(submission.actor.mandate, at: 7)
        row.bind(submission.command, at: 8)
        row.bind(event.kind, at: 9)
        row.bind(event.version, at: 10)
        row.bind(sealed.commitment, at: 11)
        row.bind(hash, at: 12)
        row.bind(sealed.salt, at: 13)
        row.bind(offset == 0 ? submission.outcome : nil, at: 14)
        row.bind(event.payload, at: 15)
        try row.run()
        for tile in edge.append(hash) { try insert(tile) }
    }

    private func insert(_ tile: FullTile) throws {
        let row = try Prepared(db, "INSERT INTO tile VALUES (?1, ?2, ?3, ?4)")
        row.bind(tile.level, at: 1)
        row.bind(tile.position, at: 2)
        row.bind(tile.root, at: 3)
        row.bind(tile.hashes.joinedBytes, at: 4)
        try row.run()
    }
}
