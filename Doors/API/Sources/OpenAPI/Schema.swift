import Ecosystems
import Kernel

/// Shorthand for JSON Schema inside the OpenAPI document.
enum Schema {
    static func ref(_ name: String) -> Value { ["$ref": .string("#/components/schemas/\(name)")] }

    static func object(_ properties: [String: Value], required: [String]? = nil, isClosed: Bool = false) -> Value {
        var schema: [String: Value] = ["type": "object", "properties": .map(properties)]
        let required = required ?? properties.keys.sorted()
        if !required.isEmpty { schema["required"] = .list(required.map(Value.string)) }
        if isClosed { schema["additionalProperties"] = false }
        return .map(schema)
    }

    static func list(_ items: Value) -> Value { ["type": "array", "items": items] }

    static func page(_ items: Value) -> Value {
        object(
            [
                "items": list(items),
                "next": described(string, "Address of the next page; absent on the last."),
                "sequence": described(whole, "The last event that this page takes into account."),
            ], required: ["items"])
    }

    static func described(_ schema: Value, _ text: String) -> Value {
        .map((schema.map ?? [:]).merging(["description": .string(text)]) { $1 })
    }

    static let string: Value = ["type": "string"]
    static let whole: Value = ["type": "integer", "minimum": 0]
    static let flag: Value = ["type": "boolean"]
    static let moment: Value = ["type": "string", "format": "date-time"]
    static let fields: Value = ["type": "object", "additionalProperties": true]
    static let anything: Value = ["description": "Any value, or null."]
    static let identifier: Value = ["type": "string", "maxLength": 100, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"]
    static let bothLanguages = object(["nl": string, "en": string])
}

extension Kind {
    /// Every field, as a record may hold it.
    private var properties: [String: Value] {
        Dictionary(fields.map { ($0.name, $0.jsonSchema()) }, uniquingKeysWith: { first, _ in first })
    }

    /// A record as the API gives it: fields that are empty or hidden are absent.
    var readSchema: Value {
        var schema = properties
        schema["id"] = Schema.identifier
        schema["version"] = Schema.described(Schema.whole, "The event that last touched the record; also its ETag.")
        return titled(Schema.object(schema, required: ["id", "version"]))
    }

    /// A record as it is sent.
    var writeSchema: Value {
        var schema = properties
        schema["id"] = Schema.identifier
        schema["version"] = Schema.described(
            Schema.whole, "The version that you saw; refused when the record has moved on since.")
        return titled(Schema.object(schema, required: fields.filter(\.required).map(\.name), isClosed: true))
    }

    private func titled(_ schema: Value) -> Value {
        let words: [String: Value] = [
            "title": .string(naming.label.en), "x-label-nl": .string(naming.label.nl),
            "description": .string(naming.meaning.en), "x-description-nl": .string(naming.meaning.nl),
        ]
        return .map((schema.map ?? [:]).merging(words) { $1 })
    }
}
