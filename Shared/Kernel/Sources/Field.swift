/// One field of a record or part: how it is called, what may stand in it, and where it lives in the Swift type.
package struct Field<Owner>: Sendable {
    package let description: FieldDescription
    package let read: @Sendable (Owner) -> Value
    package let write: @Sendable (inout Owner, Value) throws(Problem) -> Void

    package var name: String { description.name }

    /// Declares a field. `shape` narrows what the type allows, for example a line that names a sector of the method library.
    package init<V: FieldValue>(
        _ name: String, _ path: any WritableKeyPath<Owner, V> & Sendable, _ label: Text, help: Text = Text(),
        shape: FieldShape? = nil, required: Bool = false, visibility: Visibility? = nil, group: Text = Text()
    ) {
        let shape = shape ?? V.shape
        description = FieldDescription(
            name: name, label: label, help: help, shape: shape, required: required, visibility: visibility,
            group: group)
        read = { $0[keyPath: path].value }
        write = { (owner, value) throws(Problem) in owner[keyPath: path] = try V(value) }
    }
}

extension FieldShape {
    /// The checks that the Swift type of a field cannot express.
    func check(_ value: Value) throws(Problem) {
        switch (self, value) {
        case (.whole(let range), .whole(let number)) where !range.contains(number):
            throw Problem(
                "field.range",
                Text(
                    "\(number) ligt niet tussen \(range.lowerBound) en \(range.upperBound).",
                    "\(number) is not between \(range.lowerBound) and \(range.upperBound)."))
        case (.registered(let register), .string(let number)) where !register.accepts(number):
            throw Problem(
                "field.register", Text("“\(number)” kan niet kloppen.", "“\(number)” cannot be right."),
                mend: register.rule)
        case (.list(let shape), .list(let items)):
            for (index, item) in items.enumerated() {
                do throws(Problem) { try shape.check(item) } catch { throw error.under(String(index)) }
            }
        case (.reference, .string(let id)) where !Identifier.isValid(id):
            throw Problem(
                "field.reference", Text("“\(id)” is geen id.", "“\(id)” is not an id."),
                mend: Text(
                    "Gebruik kleine letters, cijfers en streepjes.", "Use lower-case letters, digits and hyphens."))
        case (.line, .string(let line))
        where line.utf8.count > 2_000 || line.utf8.contains(where: { $0 < 0x20 })
            || line.unicodeScalars.contains(where: \.isUnwritable):
            throw Problem("field.line", Text("Dit moet op één regel passen.", "This must fit on one line."))
        case (.web, .string(let address)) where !WebAddress.isValid(address):
            throw WebAddress.problem(with: address)
        case (.text, .string(let text)), (.code, .string(let text)): try Self.refuseUnwritable(text)
        case (.text, .map(let languages)):
            for (language, text) in languages {
                do throws(Problem) { try Self.refuseUnwritable(text.string ?? "") } catch {
                    throw error.under(language)
                }
            }
        default: break
        }
    }

    /// Line ends and tabs are welcome; other control characters and byte order marks do not survive a text file.
    private static func refuseUnwritable(_ text: String) throws(Problem) {
        guard let bad = text.unicodeScalars.first(where: { $0.isUnwritable }) else { return }
        let code = "U+" + String(bad.value, radix: 16, uppercase: true)
        throw Problem(
            "field.character",
            Text("Hier staat een teken dat niet zichtbaar is: \(code).", "This holds an invisible character: \(code)."),
            mend: Text("Haal het weg.", "Remove it."))
    }
}

extension Unicode.Scalar {
    fileprivate var isUnwritable: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
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
        Self.fields.reduce(into: [:]) { values, field in
            let value = field.read(self)
            if !value.isNull { values[field.name] = value }
        }
    }

    /// Writes the named fields; others stay. Collects every problem before it refuses; on refusal nothing is written.
    package mutating func write(_ values: [String: Value]) -> [Problem] {
        var copy = self
        var problems: [Problem] = []
        for field in Self.fields {
            guard let value = values[field.name] else { continue }
            do throws(Problem) {
                try field.write(&copy, value)
                try field.description.shape.check(field.read(copy))
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
        Self.fields.filter { $0.description.required && (values[$0.name] ?? $0.read(self)).isNull }.map { field in
            let label = field.description.label
            return Problem(
                "field.required", at: [field.name],
                Text("“\(label.nl)” is verplicht.", "“\(label.en)” is required."), mend: field.description.help)
        }
    }
}

/// A group of fields inside a field, such as a step of a checklist.
package protocol Part: Described, FieldValue {}

extension Part {
    package static var shape: FieldShape { .part(fields.map(\.description)) }

    package init(_ value: Value) throws(Problem) {
        self.init()
        let entries = try value.entries(named: Self.fields.map(\.name))
        if let problem = write(entries).first ?? missing.first { throw problem }
    }

    package var value: Value { .map(values) }
}
