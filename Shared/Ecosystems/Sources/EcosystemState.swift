import Kernel

/// Everything an ecosystem records, at one point of its log. A value: keep it as long as you like, it never changes under you.
package struct EcosystemState: Sendable {
    package let id: String
    /// The last event in this state; 0 before the first.
    package internal(set) var sequence: Int = 0
    /// Milliseconds since 1970 at which that event was recorded.
    package internal(set) var recordedAt: Int64 = 0
    private var tables: [String: any RecordTable]

    package init(id: String, kinds: [Kind]) {
        self.id = id
        tables = Dictionary(kinds.map { ($0.plural, $0.emptyTable()) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript<R: Record>(_ type: R.Type) -> Table<R> { tables[R.naming.plural] as? Table<R> ?? Table() }

    /// The table of a kind by its plural name.
    package func table(_ plural: String) -> (any RecordTable)? { tables[plural] }

    /// The names of the fields of a kind; nil when there is no such kind.
    package func fields(of plural: String) -> [String]? { tables[plural]?.fieldNames }

    package var isEmpty: Bool { sequence == 0 }

    package var profile: Profile { self[Profile.self][ID(id)] ?? Profile(id: id) }

    /// Applies one event of the log. Refuses only what cannot be decoded.
    mutating func apply(_ event: DomainEvent, at sequence: Int, recordedAt: Int64, catalogue: Catalogue) throws(Problem)
    {
        self.sequence = sequence
        self.recordedAt = recordedAt
        guard let (plural, verb) = catalogue.recordEvents[event.kind] else { return }
        guard case .map(let payload) = event.payload, case .string(let id) = payload["id"] else {
            throw Problem("event.payload", at: [String(sequence)], Text("Gebeurtenis zonder id.", "Event without id."))
        }
        if verb == .removed {
            tables[plural]?.remove(id, at: sequence)
        } else {
            try tables[plural]?.record(payload["fields"]?.map ?? [:], on: id, version: sequence)
        }
    }

    /// Puts a record back as a snapshot had it.
    mutating func restore(_ values: [String: Value], on id: String, of plural: String, version: Int) throws(Problem) {
        try tables[plural]?.record(values, on: id, version: version)
    }

    /// Puts a removal back as a snapshot had it.
    mutating func restoreRemoval(of id: String, of plural: String, at sequence: Int) {
        tables[plural]?.remove(id, at: sequence)
    }

    /// Where records of a kind are mentioned. Reads every record of the kinds that can mention them.
    package func mentions(of ids: Set<String>, in plural: String, catalogue: Catalogue) -> [Mention] {
        guard !ids.isEmpty else { return [] }
        var mentions: Set<Mention> = []
        for kind in catalogue.kinds {
            let fields = kind.fields.filter { $0.shape.canMention(plural) }
            guard !fields.isEmpty else { continue }
            tables[kind.plural]?.forEach { record, _, values in
                for field in fields {
                    guard let value = values[field.name] else { continue }
                    field.shape.visitNames(in: value) { shape, name, _ in
                        guard shape == .reference(plural), ids.contains(name) else { return }
                        mentions.insert(Mention(of: name, kind: kind.plural, record: record, field: field.name))
                    }
                }
            }
        }
        return mentions.sorted()
    }
}

/// A place where one record names another.
package struct Mention: Sendable, Hashable, Comparable {
    package let of: String
    package let kind: String
    package let record: String
    package let field: String

    package static func < (left: Self, right: Self) -> Bool {
        (left.of, left.kind, left.record, left.field) < (right.of, right.kind, right.record, right.field)
    }
}

extension FieldShape {
    func canMention(_ plural: String) -> Bool {
        switch self {
        case .reference(let kind): kind == plural
        case .list(let shape): shape.canMention(plural)
        case .part(let fields): fields.contains { $0.shape.canMention(plural) }
        default: false
        }
    }
}
