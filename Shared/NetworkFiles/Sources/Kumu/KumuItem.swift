import Kernel

/// What a blueprint says of one element or connection.
struct KumuItem {
    private(set) var entries: [String: Value]

    /// Keys with a meaning of their own.
    static let ofElements: Set<String> = ["id", "_id", "label", "spells"]
    static let ofConnections: Set<String> = [
        "id", "_id", "label", "spells", "from", "to", "direction", "weight", "type",
    ]
    /// Keys that Kumu itself uses for something else.
    static let taken: Set<String> = ["attributes", "element type", "connection type"]

    /// Nil for anything but a group of fields. In a backup the fields stand one level deeper.
    init?(_ value: Value) {
        guard var entries = value.map else { return nil }
        if case .map(let inner)? = entries["attributes"] {
            entries["attributes"] = nil
            entries.merge(inner) { own, _ in own }
        }
        for key in ["element type", "connection type"] {
            if let type = entries.removeValue(forKey: key), entries["type"] == nil { entries["type"] = type }
        }
        self.entries = entries
    }

    /// A field as text, whatever it is written as; nil when it says nothing.
    func text(_ key: String) -> String? {
        entries[key].flatMap { $0.isNull ? nil : $0.string ?? CanonicalJSON.string($0) }
    }

    /// A field as it is written, for a message.
    func shown(_ key: String) -> String { entries[key].map { $0.string ?? CanonicalJSON.string($0) } ?? "" }
}

/// The fields that a list of elements or connections turns out to have, with the type that fits all its values.
struct KumuFields {
    private(set) var fields: [NetworkField] = []
    /// Index of the field of each key.
    private var indices: [String: Int] = [:]
    private let assembly: NetworkAssembly

    init(_ items: [KumuItem], own: Set<String>, _ assembly: NetworkAssembly) throws(Problem) {
        self.assembly = assembly
        var types: [String: NetworkType] = [:]
        for item in items {
            for (key, value) in item.entries where !own.contains(key) {
                guard let type = value.neutralType else { continue }
                types[key] = types[key].map { $0.with(type) } ?? type
            }
        }
        guard types.count <= assembly.limits.fields else {
            throw Problem.tooMany("fields", "velden", assembly.limits.fields)
        }
        for (key, type) in types.sorted(by: { $0.key < $1.key }) {
            let heading = Heading(key)
            let field = NetworkField(heading.title, heading.type ?? type, isTimed: heading.isTimed)
            indices[key] = fields.count
            fields.append(fields.uniquely(field))
        }
    }

    /// What an item says, in the order of the fields. What is not of its type is told and left out.
    func entries(_ item: KumuItem, _ place: Place) throws(Problem) -> [NetworkEntry] {
        var entries: [NetworkEntry] = []
        for (key, value) in item.entries {
            guard let index = indices[key], !value.isNull else { continue }
            let field = fields[index]
            if let value = read(value, field) {
                entries.append(NetworkEntry(index, value))
            } else {
                try assembly.report(.value(item.shown(key), field.type, of: field.title, place / key))
            }
        }
        return entries.inOrder
    }

    private func read(_ value: Value, _ field: NetworkField) -> NetworkValue? {
        switch (field.type, value) {
        case (_, .string(let text)): return Cell.read(text, field.type, isTimed: field.isTimed)
        case _ where field.isTimed: return nil
        case (.whole, .whole(let whole)): return .whole(whole)
        case (.number, .whole(let whole)): return .number(Double(whole))
        case (.number, .number(let number)): return .number(number)
        case (.flag, .flag(let flag)): return .flag(flag)
        case (.list, .list(let items)): return .list(items.map { $0.string ?? CanonicalJSON.string($0) })
        case (.text, _): return .text(CanonicalJSON.string(value))
        default: return nil
        }
    }
}

extension Value {
    /// The type that holds the value; nil for nothing.
    fileprivate var neutralType: NetworkType? {
        switch self {
        case .null: nil
        case .flag: .flag
        case .whole: .whole
        case .number: .number
        case .string, .map: .text
        case .list: .list
        }
    }
}

extension NetworkType {
    /// The type that holds values of both.
    fileprivate func with(_ other: NetworkType) -> NetworkType {
        if self == other { return self }
        return Set([self, other]) == [.whole, .number] ? .number : .text
    }
}
