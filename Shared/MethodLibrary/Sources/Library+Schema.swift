import Kernel

extension Library {
    /// The JSON Schema (2020-12) of a method file of a family, made from the declarations of its fields.
    package static func schema(for family: MethodFamily) -> Value {
        let fields = Method.Head.fields.map(\.description) + family.body.descriptions
        var schema = FieldShape.part(fields).jsonSchema(texts: .both).map ?? [:]
        var properties = schema["properties"]?.map ?? [:]
        properties["family"] = ["const": .string(family.rawValue)]
        schema["properties"] = .map(properties)
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = .string(family.label.en)
        schema["x-label-nl"] = .string(family.label.nl)
        schema["description"] = .string(family.meaning.en)
        schema["anyOf"] = [
            ["required": ["sources"], "properties": ["sources": ["minItems": 1]]],
            ["properties": ["origin": ["const": .string(MethodOrigin.stelsel.rawValue)]]],
        ]
        return .map(schema)
    }
}

extension MethodBody {
    static var descriptions: [FieldDescription] { fields.map(\.description) }
}

extension Value {
    /// JSON for people: keys sorted, two spaces for each level, short lists of words on one line, a newline at the end.
    package var indentedJSON: String { indented(1) + "\n" }

    private func indented(_ level: Int) -> String {
        let margin = "\n" + String(repeating: "  ", count: level)
        let end = "\n" + String(repeating: "  ", count: level - 1)
        switch self {
        case .list(let items) where items.contains { $0.map != nil || $0.list != nil }:
            return "[" + items.map { margin + $0.indented(level + 1) }.joined(separator: ",") + end + "]"
        case .list(let items): return "[" + items.map(CanonicalJSON.string).joined(separator: ", ") + "]"
        case .map(let entries) where !entries.isEmpty:
            let lines = entries.sorted { $0.key < $1.key }.map { key, value in
                margin + CanonicalJSON.string(.string(key)) + ": " + value.indented(level + 1)
            }
            return "{" + lines.joined(separator: ",") + end + "}"
        default: return CanonicalJSON.string(self)
        }
    }
}
