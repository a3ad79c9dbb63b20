import Foundation
import GRDB

extension LedgerStore {
    /// Every ecosystem in the log with its last sequence, in the order of their ids.
    package func ecosystems() throws -> [(ecosystem: String, last: Int)] {
        try read { db in
            let row = try Prepared(
                db,
                """
                WITH RECURSIVE found (name) AS (
                  SELECT min(ecosystem) FROM entry
                  UNION ALL SELECT (SELECT min(ecosystem) FROM entry WHERE ecosystem > name)
                  FROM found WHERE name IS NOT NULL
                )
                SELECT name, (SELECT max(sequence) FROM entry WHERE ecosystem = name)
                FROM found WHERE name IS NOT NULL
                """)
            defer { row.reset() }
            var found: [(ecosystem: String, last: Int)] = []
            while try row.next() { found.append((row.text(0), row.int(1))) }
            return found
        }
    }

    /// The last sequence of an ecosystem, 0 when it has no history.
    package func lastSequence(of ecosystem: String) throws -> Int {
        try lastSequence(of: ecosystem, atOrBefore: .max)
    }

    /// The last sequence that was recorded at or before `moment` (milliseconds since 1970), 0 when there was none yet.
    package func lastSequence(of ecosystem: String, atOrBefore moment: Int64) throws -> Int {
        try read { db in
            let row = try Prepared(
                db,
                """
                SELECT sequence FROM entry WHERE ecosystem = ?1 AND recorded_at <= ?2
                ORDER BY sequence DESC LIMIT 1
                """)
            defer { row.reset() }
            row.bind(ecosystem, at: 1)
            row.bind(Int(moment), at: 2)
            return try row.next() ? row.int(0) : 0
        }
    }

    /// The entries with a sequence above `after`, up to and including `through`, in order, at most `limit`.
    package func entries(
        ecosystem: String, after: Int = 0, through: Int? = nil, limit: Int? = nil
    ) throws -> [LedgerEntry] {
        try read { db in
            var reader = try EntryReader(db, ecosystem: ecosystem)
            return try reader.read(after: after, through: through ?? .max, limit: limit ?? -1)
        }
    }

    /// Hands every entry above `after`, up to and including `through`, to `body`, in order. Reads in portions between which
    /// `body` runs, so `body` may call the store, take its time, and end the reading by throwing.
    package func forEachEntry(
        ecosystem: String, after: Int = 0, through: Int? = nil, _ body: (LedgerEntry) throws -> Void
    ) throws {
        var position = after
        while true {
            let portion = try entries(
                ecosystem: ecosystem, after: position, through: through, limit: Self.portionLength)
            for entry in portion { try body(entry) }
            guard portion.count == Self.portionLength, let last = portion.last else { return }
            position = last.sequence
        }
    }

    private static let portionLength = 1_024
}
