import Foundation
import GRDB

extension LedgerStore {
    /// Every ecosystem in the log with its last sequence, in the order of their ids.
    package func ecosystems() throws -> [(ecosystem: String, last: Int)] {
        try read { try LogIndex($0).lastSequences().sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    /// The last sequence of an ecosystem, 0 when it has no history.
    package func lastSequence(of ecosystem: String) throws -> Int {
        try read { try LogIndex($0).lastSequence(of: ecosystem) }
    }

    /// The last sequence that was recorded at or before `moment` (milliseconds since 1970), 0 when there was none yet.
    package func lastSequence(of ecosystem: String, atOrBefore moment: Int64) throws -> Int {
        try read { try LogIndex($0).lastSequence(of: ecosystem, atOrBefore: moment) }
    }

    /// The entries with a sequence above `after`, up to and including `through`, in order, at most `limit`.
    package func entries(
        ecosystem: String, after: Int = 0, through: Int? = nil, limit: Int? = nil
    ) throws -> [LedgerEntry] {
        try read { db in
            var reader = try EntryReader(db, ecosystem: ecosystem)
            return try reader.read(after: after, through: through ?? .max, limit: limit ?? .max)
        }
    }

    /// Hands every entry above `after`, up to and including `through`, to `body`, in order.
    ///
    /// Reads in portions, and ahead: the next portion is fetched on another thread while `body` works on this one. `body`
    /// may call the store, take its time, and end the reading by throwing.
    package func forEachEntry(
        ecosystem: String, after: Int = 0, through: Int? = nil, _ body: (LedgerEntry) throws -> Void
    ) throws {
        let length = ReadAhead.portionLength
        var portion = try entries(ecosystem: ecosystem, after: after, through: through, limit: length)
        while portion.count == length, let last = portion.last {
            let next = ReadAhead(pool, ecosystem: ecosystem, after: last.sequence, through: through ?? .max)
            for entry in portion { try body(entry) }
            portion = try next.entries()
        }
        for entry in portion { try body(entry) }
    }
}
