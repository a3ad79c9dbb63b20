import Foundation
import Kernel
import Ledger

extension DomainEvent {
    /// The event as the ledger keeps it.
    var recorded: NewEvent { NewEvent(kind: kind, version: version, payload: Data(CanonicalJSON.bytes(payload))) }

    /// An entry of the ledger read back; nil when its payload has been erased. Older versions are brought up to date here.
    init?(_ entry: LedgerEntry) throws(Problem) {
        guard let payload = entry.payload else { return nil }
        self.init(entry.kind, version: entry.version, try JSONReader.read(payload))
    }
}

extension EcosystemState {
    /// Applies an entry of the ledger. An erased entry only moves the sequence on.
    mutating func apply(_ entry: LedgerEntry, catalogue: Catalogue) throws(Problem) {
        guard let event = try DomainEvent(entry) else {
            sequence = entry.sequence
            recordedAt = entry.recordedAt
            return
        }
        try apply(event, at: entry.sequence, recordedAt: entry.recordedAt, catalogue: catalogue)
    }
}

extension Refusal {
    /// What the ledger refuses, in the words of the rest of the house.
    init(_ refusal: LedgerRefusal) {
        let problem = Problem(refusal.rule, Text(same: refusal.message), mend: Text(same: refusal.mend))
        switch refusal {
        case .conflict, .busy: self = .conflict(problem)
        case .notFound: self = .notFound(problem)
        case .readOnly: self = .unavailable(.readOnly)
        default: self = .invalid([problem])
        }
    }
}

extension Problem {
    package static let readOnly = Problem(
        "store.read-only",
        Text(
            "Dit Stelsel is alleen te lezen: de opslag is beschadigd of zo geopend.",
            "This Stelsel can only be read: its store is damaged or was opened so."),
        mend: Text("Laat een beheerder `stelsel verify` draaien.", "Have an administrator run `stelsel verify`."))
}
