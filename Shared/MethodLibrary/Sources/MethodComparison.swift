import Kernel

/// What an adapted copy changed of its original, field by field. Id, version and the name of the original always differ and are left out.
package struct MethodComparison: Sendable, Hashable {
    package struct Change: Sendable, Hashable {
        /// Where it stands, from the outside in: `Phases`, `Start`, `Questions`.
        package let path: [Text]
        package let shape: FieldShape
        /// Null: the copy has it and the original does not.
        package let before: Value
        /// Null: the copy left it out.
        package let after: Value
    }

    /// In the order of the fields; items of the original first.
    package let changes: [Change]

    package init(_ copy: Method, of original: Method) {
        let apart = ["family", "id", "version", "basedOn"]
        changes = Self.changes(
            copy.fields.filter { !apart.contains($0.name) }, original.values, copy.values, at: [])
    }

    private static func changes(
        _ fields: [FieldDescription], _ old: [String: Value], _ new: [String: Value], at path: [Text]
    ) -> [Change] {
        fields.flatMap { field in
            changes(field.shape, old[field.name] ?? .null, new[field.name] ?? .null, at: path + [field.label])
        }
    }

    private static func changes(_ shape: FieldShape, _ old: Value, _ new: Value, at path: [Text]) -> [Change] {
        guard old != new else { return [] }
        let whole = [Change(path: path, shape: shape, before: old, after: new)]
        switch (shape, old, new) {
        case (.part(let fields), .map(let old), .map(let new)): return changes(fields, old, new, at: path)
        case (.list(.part(let fields)), _, _):
            let found = items(fields, old.list ?? [], new.list ?? [], at: path)
            return found.isEmpty ? whole : found
        default: return whole
        }
    }

    /// Items are the same when they have the same id. None when some have no id: then the list is compared as a whole.
    private static func items(
        _ fields: [FieldDescription], _ old: [Value], _ new: [Value], at path: [Text]
    ) -> [Change] {
        let (before, after) = (named(old), named(new))
        guard before.count == old.count, after.count == new.count else { return [] }
        let ids = old.compactMap(\.itemID) + new.compactMap(\.itemID).filter { before[$0] == nil }
        return ids.flatMap { id -> [Change] in
            let (one, other) = (before[id], after[id])
            let place = path + [(one ?? other)?.itemName ?? Text(same: id)]
            if let one = one?.map, let other = other?.map { return changes(fields, one, other, at: place) }
            return [
                Change(
                    path: place, shape: .text(long: true), before: one?.itemName.value ?? .null,
                    after: other?.itemName.value ?? .null)
            ]
        }
    }

    private static func named(_ items: [Value]) -> [String: Value] {
        items.reduce(into: [:]) { found, item in
            if let id = item.itemID { found[id] = item }
        }
    }
}

extension Value {
    fileprivate var itemID: String? { self["id"].string }

    /// What an item is called: its name, or else its text, or else its id.
    fileprivate var itemName: Text {
        for field in ["name", "text"] {
            if !self[field].isNull, let text = try? Text(self[field]) { return text }
        }
        return Text(same: itemID ?? "")
    }
}

extension Method {
    /// Every field of this family: what all methods have, and what the family adds.
    package var fields: [FieldDescription] { Head.fields.map(\.description) + Self.fields(of: content) }

    package var values: [String: Value] { head.values.merging(Self.values(of: content)) { own, _ in own } }

    private var content: any MethodBody {
        switch body {
        case .lifecycle(let body): body
        case .roles(let body): body
        case .sectors(let body): body
        case .typology(let body): body
        case .checklist(let body): body
        case .relationKinds(let body): body
        case .blocks(let body): body
        case .mechanisms(let body): body
        case .acts(let body): body
        case .bodies(let body): body
        case .sessions(let body): body
        case .responsibilities(let body): body
        case .ladders(let body): body
        case .criteria(let body): body
        }
    }

    private static func fields(of body: some MethodBody) -> [FieldDescription] {
        type(of: body).fields.map(\.description)
    }

    private static func values(of body: some MethodBody) -> [String: Value] { body.values }
}
