import Foundation
import Kernel

/// Something that happened in an ecosystem, before it has a place in the log.
package struct DomainEvent: Sendable, Hashable {
    /// Noun and past tense: `organisation.changed`.
    package let kind: String
    package let version: Int
    package let payload: Value

    package init(_ kind: String, version: Int = 1, _ payload: Value) {
        self.kind = kind
        self.version = version
        self.payload = payload
    }
}

/// What can happen to a record of any kind.
package enum RecordVerb: String, Sendable, CaseIterable {
    case added
    case changed
    case removed
}

extension DomainEvent {
    /// `previous` is the version before, so that the history of one record can be walked back without reading the whole log.
    static func record(
        _ verb: RecordVerb, _ naming: Naming, _ id: String, fields: [String: Value]? = nil, previous: Int? = nil,
        reason: String? = nil
    ) -> DomainEvent {
        var payload: [String: Value] = ["id": .string(id)]
        if let fields { payload["fields"] = .map(fields) }
        if let previous { payload["previous"] = .whole(previous) }
        if let reason, !reason.isEmpty { payload["reason"] = .string(reason) }
        return DomainEvent("\(naming.singular).\(verb.rawValue)", .map(payload))
    }
}
