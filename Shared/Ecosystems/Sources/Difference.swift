import Kernel

/// One difference between two states of an ecosystem: a record that came, went or changed, with its fields before and after.
package struct Difference: Sendable, Hashable {
    package struct FieldChange: Sendable, Hashable {
        package let field: String
        package let label: Text
        package let before: Value
        package let after: Value
    }

    package let kind: String
    package let id: String
    package let title: Text
    package let verb: RecordVerb
    package let fields: [FieldChange]

    /// Every difference, by kind and id.
    package static func between(
        _ old: EcosystemState, _ new: EcosystemState, catalogue: Catalogue
    ) -> [Difference] {
        catalogue.kinds.flatMap { kind -> [Difference] in
            guard let before = old.table(kind.plural), let after = new.table(kind.plural) else { return [] }
            return Set(before.ids).union(after.ids).sorted().compactMap { id in
                Difference(
                    kind, id, before.values(of: id), after.values(of: id),
                    title: after.title(of: id) ?? before.title(of: id))
            }
        }
    }

    /// Nil when both are the same.
    package init?(_ kind: Kind, _ id: String, _ before: [String: Value]?, _ after: [String: Value]?, title: Text?) {
        guard before != after else { return nil }
        self.kind = kind.plural
        self.id = id
        self.title = title ?? Text(same: id)
        verb = before == nil ? .added : after == nil ? .removed : .changed
        fields = kind.fields.compactMap { field in
            let old = before?[field.name] ?? .null
            let new = after?[field.name] ?? .null
            return old == new ? nil : FieldChange(field: field.name, label: field.label, before: old, after: new)
        }
    }
}
