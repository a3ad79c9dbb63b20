import Kernel

/// Joins a duplicate to the record it doubles: everything that named the duplicate names the other from now on.
package struct MergeRecords: Command {
    package let kind: String
    package let duplicate: String
    package let into: String
    /// Fields of the surviving record that change with it, such as its aliases.
    package let fields: [String: Value]
    package let reason: String

    package init(kind: String, duplicate: String, into: String, fields: [String: Value] = [:], reason: String = "") {
        self.kind = kind
        self.duplicate = duplicate
        self.into = into
        self.fields = fields
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let named = catalogue.kind(kind), let table = situation.state.table(kind) else {
            throw .notFound(.unknownKind(kind, known: catalogue.kinds.map(\.plural)))
        }
        for id in [duplicate, into] where !table.contains(id) { throw .notFound(.noSuchRecord(named, id)) }
        guard duplicate != into else {
            throw .invalid([
                Problem(
                    "merge.same",
                    Text("Kies twee verschillende om samen te voegen.", "Choose two different ones to merge."))
            ])
        }
        let mentions = situation.state.mentions(of: [duplicate], in: kind, catalogue: catalogue)
        var changes = Dictionary(grouping: mentions) { "\($0.kind)/\($0.record)" }.sorted { $0.key < $1.key }.compactMap
        {
            rename($0.value, in: situation.state, catalogue)
        }
        changes.append(RecordChange(kind, into, .patch(fields)))
        changes.append(RecordChange(kind, duplicate, .remove))
        return try ChangeRecords(changes, reason: reason).decide(in: situation, catalogue: catalogue)
    }

    private func rename(_ mentions: [Mention], in state: EcosystemState, _ catalogue: Catalogue) -> RecordChange? {
        guard let first = mentions.first, let owner = catalogue.kind(first.kind),
            let values = state.table(first.kind)?.values(of: first.record)
        else { return nil }
        let fields = mentions.reduce(into: [String: Value]()) { fields, mention in
            guard let field = owner.field(mention.field), let value = values[field.name] else { return }
            fields[field.name] = field.shape.renaming(kind, duplicate, to: into, in: value)
        }
        return RecordChange(first.kind, first.record, .patch(fields))
    }
}
