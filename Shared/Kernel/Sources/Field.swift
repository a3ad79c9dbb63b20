/// One field of a record or part: how it is called, what may stand in it, and where it lives in the Swift type.
package struct Field<Owner>: Sendable {
    package let description: FieldDescription
    package let read: @Sendable (Owner) -> Value
    package let write: @Sendable (inout Owner, Value) throws(Problem) -> Void

    package var name: String { description.name }

    /// Declares a field. `shape` narrows what the type allows, for example a line that names a sector of the method library;
    /// `longest` is how many characters fit, where that differs from what is usual for the shape.
    package init<V: FieldValue>(
        _ name: String, _ path: any WritableKeyPath<Owner, V> & Sendable, _ label: Text, help: Text = Text(),
        shape: FieldShape? = nil, required: Bool = false, visibility: Visibility? = nil, group: Text = Text(),
        longest: Int? = nil
    ) {
        let shape = shape ?? V.shape
        description = FieldDescription(
            name: name, label: label, help: help, shape: shape, required: required, visibility: visibility,
            group: group, longest: longest ?? shape.longest)
        read = { $0[keyPath: path].value }
        write = { (owner, value) throws(Problem) in owner[keyPath: path] = try V(value) }
    }
}

/// A Swift type made of declared fields.
package protocol Described: Sendable, Hashable {
    init()
    static var fields: [Field<Self>] { get }
}

extension Described {
    /// Every field with something in it.
    package var values: [String: Value] {
        let fields = Self.fields
        var values: [String: Value] = [:]
        // By place: a field is large to copy.
        for index in fields.indices {
            let value = fields[index].read(self)
            if !value.isNull { values[fields[index].description.name] = value }
        }
        return values
    }

    /// Writes the named fields; others stay. Collects every problem before it refuses; on refusal nothing is written.
    /// - Parameter rules: which rules beyond the types hold; what was recorded earlier may break those that came later.
    package mutating func write(_ values: [String: Value], rules: FieldRules = .all) -> [Problem] {
        var copy = self
        var problems: [Problem] = []
        for field in Self.fields {
            guard let value = values[field.name] else { continue }
            do throws(Problem) {
                try field.write(&copy, value)
                problems += field.description.problems(in: field.read(copy), rules).map { $0.under(field.name) }
            } catch { problems.append(error.under(field.name)) }
        }
        let known = Self.fields.map(\.name)
        for name in values.keys.sorted() where !known.contains(name) {
            problems.append(.unknownField(name, known: known))
        }
        if problems.isEmpty { self = copy }
        return problems
    }

    /// A required field that is empty, each as a problem.
    package var missing: [Problem] { missing(after: [:]) }

    /// The same, as it would be once these values are written.
    package func missing(after values: [String: Value]) -> [Problem] {
        Self.fields.filter { $0.description.required && (values[$0.name] ?? $0.read(self)).isNull }.map {
            $0.description.isMissing
        }
    }
}

/// A group of fields inside a field, such as a step of a checklist.
package protocol Part: Described, FieldValue {}

extension Part {
    package static var shape: FieldShape { .part(fields.map(\.description)) }

    /// Decodes; what the fields may hold is judged where the part is written (`FieldDescription.problems`).
    package init(_ value: Value) throws(Problem) {
        self.init()
        let fields = Self.fields
        var known = 0
        for index in fields.indices {
            guard let entry = value.map?[fields[index].description.name] else { continue }
            known += 1
            do throws(Problem) { try fields[index].write(&self, entry) } catch {
                _ = try value.entries(named: fields.map(\.name))
                throw error.under(fields[index].name)
            }
        }
        // Names what is no field, or is no group of fields at all.
        if known != value.map?.count { _ = try value.entries(named: fields.map(\.name)) }
    }

    package var value: Value { .map(values) }
}
