import HashTreeCollections
import Kernel

/// A record and the sequence of the event that last touched it: its version.
package struct Row<R: Record>: Sendable {
    package var record: R
    package var version: Int
}

/// All records of one kind. Persistent: copying is free and a write after a copy touches a few nodes only.
/// Its order is not stable; use `sorted` where order shows.
package struct Table<R: Record>: Sendable {
    package private(set) var rows: TreeDictionary<ID<R>, Row<R>> = [:]
    /// The records that are gone, with the sequence of the event that removed them: where their history is found.
    private var removals: TreeDictionary<String, Int> = [:]
    private let index: FieldIndex<R>

    package init() { self.init(index: FieldIndex()) }

    init(index: FieldIndex<R>) { self.index = index }

    package subscript(id: ID<R>) -> R? { rows[id]?.record }

    package var count: Int { rows.count }

    /// The records in the order of their ids.
    package var sorted: [R] { rows.values.map(\.record).sorted { $0.id < $1.id } }

    package var records: some Sequence<R> { rows.values.lazy.map(\.record) }
}

/// The fields of a kind by name, made once and shared by every copy of its table.
final class FieldIndex<R: Record>: Sendable {
    let byName: [String: Field<R>]

    init() { byName = Dictionary(R.fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }) }
}

/// A table whose kind is not known at compile time.
package protocol RecordTable: Sendable {
    var count: Int { get }
    /// Of a kind that only the parties and who keeps confidences may read: it is no evidence for others, not even as a number of hits.
    var isConfidential: Bool { get }
    /// In the order of the declaration.
    var fieldNames: [String] { get }
    /// What may stand in a field; nil for a name that the kind does not have.
    func shape(of field: String) -> FieldShape?
    /// Sorted.
    var ids: [String] { get }
    func contains(_ id: String) -> Bool
    func version(of id: String) -> Int?
    /// The event that removed a record; nil while it is there, or when it never was.
    func removal(of id: String) -> Int?
    var removed: [(id: String, sequence: Int)] { get }
    func values(of id: String) -> [String: Value]?
    func title(of id: String) -> Text?
    func title(of id: String, with names: Names) -> Text?
    func forEach(_ body: (_ id: String, _ version: Int, _ values: [String: Value]) -> Void)
    /// Reads only these fields of every record, in this order; `.null` for a name that the kind does not have.
    func forEach(reading names: [String], _ body: (_ id: String, _ values: [Value]) -> Void)
    /// What a change would do: the fields that differ (`.null` = cleared), or every reason why it cannot be done.
    func outcome(of values: [String: Value], on id: String, replacing: Bool) -> Result<[String: Value], Rejected>
    /// Writes values that come from the log: decodes, but does not judge. Fields that no longer exist are skipped.
    mutating func record(_ values: [String: Value], on id: String, version: Int) throws(Problem)
    mutating func remove(_ id: String, at sequence: Int)
}

package struct Rejected: Error, Sendable, Hashable {
    package let problems: [Problem]
}

extension Table: RecordTable {
    package var isConfidential: Bool { R.visibility == .confidential }

    package var fieldNames: [String] { R.fields.map(\.name) }

    package func shape(of field: String) -> FieldShape? { index.byName[field]?.description.shape }

    package var ids: [String] { rows.keys.map(\.rawValue).sorted() }

    package func contains(_ id: String) -> Bool { rows[ID(id)] != nil }

    package func version(of id: String) -> Int? { rows[ID(id)]?.version }

    package func removal(of id: String) -> Int? { removals[id] }

    package var removed: [(id: String, sequence: Int)] { removals.map { (id: $0.key, sequence: $0.value) } }

    package func values(of id: String) -> [String: Value]? { rows[ID(id)]?.record.values }

    package func title(of id: String) -> Text? { rows[ID(id)]?.record.title }
    package func title(of id: String, with names: Names) -> Text? { rows[ID(id)]?.record.title(with: names) }

    package func forEach(_ body: (_ id: String, _ version: Int, _ values: [String: Value]) -> Void) {
        for (id, row) in rows { body(id.rawValue, row.version, row.record.values) }
    }

    package func forEach(reading names: [String], _ body: (_ id: String, _ values: [Value]) -> Void) {
        let fields = names.map { index.byName[$0] }
        for (id, row) in rows { body(id.rawValue, fields.map { $0?.read(row.record) ?? .null }) }
    }

    package func outcome(
        of values: [String: Value], on id: String, replacing: Bool
    ) -> Result<[String: Value], Rejected> {
        let old = rows[ID(id)]?.record
        var new = replacing ? R(id: id) : old ?? R(id: id)
        var problems = new.write(values)
        problems += problems.isEmpty ? new.missing + new.problems() : new.missing(after: values)
        guard problems.isEmpty else { return .failure(Rejected(problems: problems)) }
        let changed = R.fields.reduce(into: [String: Value]()) { changed, field in
            let value = field.read(new)
            if value != (old.map(field.read) ?? .null) { changed[field.name] = value }
        }
        return .success(changed)
    }

    package mutating func record(_ values: [String: Value], on id: String, version: Int) throws(Problem) {
        let key = ID<R>(id)
        var row = rows[key] ?? Row(record: R(id: id), version: version)
        for (name, value) in values {
            guard let field = index.byName[name] else { continue }
            do throws(Problem) { try field.write(&row.record, value) } catch { throw error.under(name) }
        }
        row.version = version
        rows[key] = row
        if !removals.isEmpty { removals[id] = nil }
    }

    package mutating func remove(_ id: String, at sequence: Int) {
        rows[ID(id)] = nil
        removals[id] = sequence
    }
}
