import Foundation
import GRDB

/// The header of an entry as the walk reads it.
struct WalkedEntry {
    let leaf: Int
    let ecosystem: String
    let sequence: Int
    let recordedAt: Int64
    let actor: LedgerActor
    let command: String
    let kind: String
    let version: Int
    /// True for the first event of a command, which carries its outcome.
    let opensCommand: Bool

    /// Reads an entry whole; `commitment`, hash, salt and payload stand at 10, 11, 12 and 14.
    static let rows = """
        SELECT leaf, ecosystem, sequence, recorded_at, person, organisation, mandate, command, kind, version,
          commitment, leaf_hash, salt, outcome IS NULL, payload FROM entry
        """

    init(_ rows: Prepared) {
        leaf = rows.int(0)
        ecosystem = rows.text(1)
        sequence = rows.int(2)
        recordedAt = Int64(rows.int(3))
        actor = LedgerActor(person: rows.text(4), organisation: rows.text(5), mandate: rows.optionalText(6))
        command = rows.text(7)
        kind = rows.text(8)
        version = rows.int(9)
        opensCommand = rows.int(13) == 0
    }

    func hash(_ commitment: TreeHash, _ header: inout LeafHeader) -> TreeHash {
        header.hash(
            ecosystem: ecosystem, sequence: sequence, recordedAt: recordedAt, actor: actor, command: command,
            kind: kind, version: version, commitment: commitment)
    }

    func failure(_ kind: VerificationReport.Failure.Kind, _ message: String) -> VerificationReport.Failure {
        VerificationReport.Failure(kind, leaf: leaf, ecosystem: ecosystem, sequence: sequence, message)
    }
}

/// Which payloads the log itself says were erased, and where it says so.
struct ErasureClaims {
    /// Per ecosystem and sequence, the last entry that names it.
    private var records: [String: [Int: Int]] = [:]

    init(_ db: Database, kinds: Set<String>) throws {
        let row = try Prepared(db, "SELECT ecosystem, sequence, payload FROM entry WHERE kind = ?1 ORDER BY leaf")
        for kind in kinds {
            defer { row.reset() }
            row.bind(kind, at: 1)
            while try row.next() {
                guard let record = ErasureRecord(payload: row.data(2)) else { continue }
                for sequence in record.sequences { records[row.text(0), default: [:]][sequence] = row.int(1) }
            }
        }
    }

    /// True when a later entry of the same ecosystem records the erasure of this one.
    func name(_ entry: WalkedEntry) -> Bool {
        guard let record = records[entry.ecosystem]?[entry.sequence] else { return false }
        return record > entry.sequence
    }
}
