import Foundation

/// Who stands behind an entry: a person by id (never by name), for which organisation, and under which mandate, if any.
package struct LedgerActor: Sendable, Hashable {
    package let person: String
    package let organisation: String
    package let mandate: String?

    package init(person: String, organisation: String, mandate: String? = nil) {
        self.person = person
        self.organisation = organisation
        self.mandate = mandate
    }
}

/// An event that is about to be recorded. The payload is canonical JSON (RFC 8785); the ledger keeps its bytes as given.
package struct NewEvent: Sendable, Hashable {
    package let kind: String
    package let version: Int
    package let payload: Data

    package init(kind: String, version: Int, payload: Data) {
        self.kind = kind
        self.version = version
        self.payload = payload
    }
}

/// One recorded event.
package struct LedgerEntry: Sendable, Hashable {
    /// Place in the log of the whole installation, from 0.
    package let leaf: Int
    package let ecosystem: String
    /// Place in the history of the ecosystem, from 1, without gaps.
    package let sequence: Int
    /// Milliseconds since 1970, UTC.
    package let recordedAt: Int64
    package let actor: LedgerActor
    /// Id of the command that led to this event; one command may lead to several events in a row.
    package let command: String
    package let kind: String
    package let version: Int
    /// The bytes as they were appended; nil once they have been erased.
    package let payload: Data?
}

/// What an append came to.
package struct Appended: Sendable, Hashable {
    /// Sequences of the first and last event; `last` is `first - 1` when the command had no events.
    package let first: Int
    package let last: Int
    /// Milliseconds since 1970, UTC.
    package let recordedAt: Int64
    /// What the caller gave as the outcome of the command, the first time; empty once the command's payloads are erased.
    package let outcome: Data
    /// True when this command was already in the log and nothing was written.
    package let repeated: Bool
}
