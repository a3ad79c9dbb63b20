import Foundation
import GRDB

/// Turns rows into entries. Texts that are the same as in the row before are shared instead of copied.
struct EntryReader {
    private let rows: Prepared
    private let ecosystem: String
    private var person = TextMemory()
    private var organisation = TextMemory()
    private var mandate = TextMemory()
    private var command = TextMemory()
    private var kind = TextMemory()

    init(_ db: Database, ecosystem: String) throws {
        rows = try Prepared(
            db,
            """
            SELECT leaf, sequence, recorded_at, person, organisation, mandate, command, kind, version, payload
            FROM entry WHERE ecosystem = ?1 AND sequence > ?2 AND sequence <= ?3 ORDER BY sequence LIMIT ?4
            """)
        self.ecosystem = ecosystem
    }

    /// A negative limit is none.
    mutating func read(after: Int, through: Int, limit: Int) throws -> [LedgerEntry] {
        defer { rows.reset() }
        rows.bind(ecosystem, at: 1)
        rows.bind(after, at: 2)
        rows.bind(through, at: 3)
        rows.bind(limit, at: 4)
        var entries: [LedgerEntry] = []
        if limit > 0 { entries.reserveCapacity(min(limit, 4_096)) }
        while try rows.next() { entries.append(entry()) }
        return entries
    }

    private mutating func entry() -> LedgerEntry {
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
            known.count == bytes.count && known.elementsEqual(bytes)
        }
        if isSame != true { last = String(decoding: bytes, as: UTF8.self) }
        return last
    }
}
