import Kernel

/// A kind of record whose Swift type has been forgotten: what every generic page, API resource and file needs to know of it.
package struct Kind: Sendable {
    package let naming: Naming
    package let fields: [FieldDescription]
    package let visibility: Visibility
    package let owners: [String]
    /// Not added, changed or removed by hand.
    package let isProcess: Bool
    /// Written by its owners only, not by who orchestrates.
    package let isOwnersAlone: Bool
    /// What a new record holds before anybody fills anything in.
    package let start: [String: Value]
    package let emptyTable: @Sendable () -> any RecordTable

    package init<R: Record>(_ type: R.Type) {
        naming = R.naming
        fields = R.fields.map(\.description)
        visibility = R.visibility
        owners = R.owners
        isProcess = R.isProcess
        isOwnersAlone = R.isOwnersAlone
        start = R().values
        let index = FieldIndex<R>()
        emptyTable = { Table<R>(index: index) }
    }

    package var plural: String { naming.plural }

    /// Whether some of it is hidden even from who otherwise sees everything.
    package var isConfidential: Bool { visibility == .confidential }

    package func field(_ name: String) -> FieldDescription? { fields.first { $0.name == name } }

    /// What a record with these fields is called; nil when it has no title.
    package func title(of values: [String: Value], id: String, with names: Names) -> Text? {
        var table = emptyTable()
        do throws(Problem) { try table.record(values, on: id, version: 1) } catch { return nil }
        return table.title(of: id, with: names)
    }

    /// Fields of this kind that name another record of the same kind, such as a parent: no cycles may arise along them.
    var selfReferences: [String] { fields.filter { $0.shape == .reference(plural) }.map(\.name) }
}

extension FieldShape {
    /// Visits every record id and method id inside a value, with the path to it.
    package func visitNames(
        in value: Value, path: [String] = [], _ body: (_ shape: FieldShape, _ name: String, _ path: [String]) -> Void
    ) {
        switch (self, value) {
        case (.reference, .string(let name)), (.method, .string(let name)): body(self, name, path)
        case (.list(let shape), .list(let items)):
            for (index, item) in items.enumerated() { shape.visitNames(in: item, path: path + [String(index)], body) }
        case (.part(let fields), .map(let entries)):
            for field in fields {
                guard let entry = entries[field.name] else { continue }
                field.shape.visitNames(in: entry, path: path + [field.name], body)
            }
        default: break
        }
    }

    /// The value with every mention of a record replaced.
    func renaming(_ kind: String, _ old: String, to new: String, in value: Value) -> Value {
        switch (self, value) {
        case (.reference(kind), .string(old)): return .string(new)
        case (.list(let shape), .list(let items)):
            var seen: Set<Value> = []
            let renamed = items.map { shape.renaming(kind, old, to: new, in: $0) }
            if case .reference = shape { return .list(renamed.filter { seen.insert($0).inserted }) }
            return .list(renamed)
        case (.part(let fields), .map(let entries)):
            var entries = entries
            for field in fields {
                if let entry = entries[field.name] {
                    entries[field.name] = field.shape.renaming(kind, old, to: new, in: entry)
                }
            }
            return .map(entries)
        default: return value
        }
    }
}
