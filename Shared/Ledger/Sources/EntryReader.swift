import Foundation
import GRDB

/// Turns rows into entries. Texts that are the same as in the row before are shared instead of copied.
struct EntryReader {
    private let index: LogIndex
    private let ecosystem: String
    private var person = TextMemory()
    private var organisation = TextMemory()
    private var mandate = TextMemory()
    private var command = TextMemory()
    private var kind = TextMemory()

    init(_ db: Database, ecosystem: String) throws {
        index = try LogIndex(db)
        self.ecosystem = ecosystem
    }

    /// The entries above `after` up to and including `through`, at most `limit`: from the index, then from what is recent.
    mutating func read(after: Int, through: Int, limit: Int) throws -> [LedgerEntry] {
        guard limit > 0 else { return [] }
        var entries: [LedgerEntry] = []
        entries.reserveCapacity(min(limit, ReadAhead.portionLength))
        let indexed = try Prepared(index.db, Self.indexed)
        indexed.bind(limit, at: 4)
        try read(indexed, after, through, into: &entries)
        let last = entries.last?.sequence ?? after
        guard entries.count < limit, last < through else { return entries }
        let recent = try Prepared(index.db, Self.recent)
        recent.bind(limit - entries.count, at: 4)
        recent.bind(index.openChapter, at: 5)
        try read(recent, last, through, into: &entries)
        return entries
    }

    private mutating func read(
        _ rows: Prepared, _ after: Int, _ through: Int, into entries: inout [LedgerEntry]
    ) throws {
        defer { rows.reset() }
        rows.bind(ecosystem, at: 1)
        rows.bind(after, at: 2)
        rows.bind(through, at: 3)
        while try rows.next() { entries.append(entry(rows)) }
    }

    private static let columns = """
        SELECT entry.leaf, entry.sequence, recorded_at, person, organisation, mandate, command, kind, version, payload
        """
    private static let indexed = """
        \(columns) FROM place CROSS JOIN entry USING (leaf)
        WHERE place.ecosystem = ?1 AND place.sequence > ?2 AND place.sequence <= ?3 ORDER BY place.sequence LIMIT ?4
        """
    private static let recent = """
        \(columns) FROM entry WHERE leaf >= ?5 AND ecosystem = ?1 AND sequence > ?2 AND sequence <= ?3
        ORDER BY leaf LIMIT ?4
        """

    private mutating func entry(_ rows: Prepared) -> LedgerEntry {
        LedgerEntry(
            leaf: rows.int(0), ecosystem: ecosystem, sequence: rows.int(1), recordedAt: Int64(rows.int(2)),
            actor: LedgerActor(
                person: person.text(rows.bytes(3)), organisation: organisation.text(rows.bytes(4)),
                mandate: rows.isNull(5) ? nil : mandate.text(rows.bytes(5))),
            command: command.text(rows.bytes(6)), kind: kind.text(rows.bytes(7)), version: rows.int(8),
            payload: rows.data(9))
    }
}

/// The last text read, so that the same bytes need not become a new one.
struct TextMemory {
    private var last = ""

    mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
        let isSame = last.utf8.withContiguousStorageIfAvailable { known in
            guard known.count == bytes.count, let one = known.baseAddress, let other = bytes.baseAddress else {
                return known.count == bytes.count
            }
            return memcmp(one, other, known.count) == 0
        }
        if isSame != true { last = String(decoding: bytes, as: UTF8.self) }
        return last
    }
}
