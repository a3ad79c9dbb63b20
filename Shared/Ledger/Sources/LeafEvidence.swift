import Foundation

/// What the leaf of one entry is the hash of, so that anyone who has it can compute the leaf.
package struct LeafEvidence: Sendable, Hashable {
    /// Place in the log of the whole installation, from 0.
    package let leaf: Int
    /// The canonical JSON (RFC 8785) of the header; the leaf is SHA-256 over a zero byte and this text.
    package let header: String
    /// The commitment in the header is SHA-256 over salt and payload; both are nil once the payload was erased.
    package let salt: Data?
    package let payload: Data?
}

extension LedgerStore {
    /// The evidence of one entry, or nil when the history does not have it.
    package func evidence(ecosystem: String, sequence: Int) throws -> LeafEvidence? {
        try read { db in
            guard let leaf = try LogIndex(db).leaf(of: ecosystem, at: sequence) else { return nil }
            let rows = try Prepared(db, WalkedEntry.rows + " WHERE leaf = ?1")
            defer { rows.reset() }
            rows.bind(leaf, at: 1)
            guard try rows.next(), let commitment = rows.hash(10) else { return nil }
            var header = LeafHeader()
            _ = WalkedEntry(rows).hash(commitment, &header)
            return LeafEvidence(leaf: leaf, header: header.text, salt: rows.data(12), payload: rows.data(14))
        }
    }
}
