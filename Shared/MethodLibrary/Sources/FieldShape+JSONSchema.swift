import Kernel

extension FieldShape {
    /// How a text is written where a schema applies.
    package enum TextForm: Sendable {
        /// A plain string, or one or both languages.
        case any
        /// Both languages, as in method files.
        case both
    }

    /// This shape as JSON Schema 2020-12, descriptions in English, Dutch labels as `x-label-nl`.
    /// - Parameter longest: how many characters fit; nil where only the shape limits that.
    package func jsonSchema(texts: TextForm = .any, longest: Int? = nil) -> Value {
        switch self {
        case .line: ["type": "string", "maxLength": .whole(longest ?? 2_000), "pattern": #"^[^\u0000-\u001f]*$"#]
        case .web: ["type": "string", "format": "uri", "maxLength": 2000, "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"]
        case .text: Self.textSchema(texts, longest)
        case .flag: ["type": "boolean"]
        case .whole(let range):
            ["type": "integer", "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound)]
        case .number: ["type": "number"]
        case .day: Self.daySchema
        case .period: Self.group(["from": Self.daySchema, "until": Self.daySchema])
        case .money: Self.moneySchema
        case .choice(let choices): Self.choiceSchema(choices)
        case .method(let entry): Self.entrySchema(entry)
        case .reference(let kind): Self.identifier(extra: ["x-kind": .string(kind)])
        case .list(let element): ["type": "array", "items": element.jsonSchema(texts: texts, longest: longest)]
        case .part(let fields): Self.partSchema(fields, texts)
        default: plainSchema(longest)
        }
    }

    private static let identifierPattern = "[a-z0-9]+(-[a-z0-9]+)*"

    private static let daySchema: Value = [
        "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    ]

    private static let moneySchema = group(
        [
            "amount": ["type": ["string", "number"], "pattern": #"^-?[0-9]{1,13}(\.[0-9]{1,2})?$"#],
            "currency": ["type": "string", "pattern": "^[A-Z]{3}$", "default": "EUR"],
        ], required: ["amount"])

    private static func textSchema(_ form: TextForm, _ longest: Int?) -> Value {
        switch form {
        case .any:
            ["anyOf": [string(longest), group(["nl": string(longest), "en": string(longest)])]]
        case .both:
            group(
                ["nl": ["type": "string", "minLength": 1], "en": ["type": "string", "minLength": 1]],
                required: ["nl", "en"])
        }
    }

    private static func choiceSchema(_ choices: [Choice]) -> Value {
        let labels = choices.map { ($0.id, Value.string($0.label.nl)) }
        return [
            "type": "string", "enum": .list(choices.map { .string($0.id) }),
            "x-labels-nl": .map(Dictionary(labels, uniquingKeysWith: { first, _ in first })),
        ]
    }

    private static func entrySchema(_ entry: MethodEntry) -> Value {
        switch entry {
        case .role, .type, .phase, .block, .body, .session:
            [
                "type": "string", "maxLength": 201, "pattern": .string("^\(identifierPattern)/\(identifierPattern)$"),
                "x-method": .string(entry.rawValue),
            ]
        case .sector, .lifecycle, .checklist, .relationKind, .composition, .mechanism, .act, .method:
            identifier(extra: ["x-method": .string(entry.rawValue)])
        }
    }

    /// A string, with the form of a registered number when it is one.
    private func plainSchema(_ longest: Int?) -> Value {
        guard case .registered(let register) = self else { return Self.string(longest) }
        let pattern =
            switch register {
            case .kvk: "^[0-9]{8}$"
            case .oin: "^0[0-9]{19}$"
            case .lei: "^[A-Z0-9]{18}[0-9]{2}$"
            }
        return ["type": "string", "pattern": .string(pattern), "description": .string(register.rule.en)]
    }

    private static func string(_ longest: Int?) -> Value {
        longest.map { ["type": "string", "maxLength": .whole($0)] } ?? ["type": "string"]
    }

    private static func identifier(extra: [String: Value]) -> Value {
        let plain: [String: Value] = [
            "type": "string", "maxLength": 100, "pattern": .string("^\(identifierPattern)$"),
        ]
        return .map(plain.merging(extra) { first, _ in first })
    }

    private static func partSchema(_ fields: [FieldDescription], _ texts: TextForm) -> Value {
        group(
            Dictionary(
                fields.map { ($0.name, $0.jsonSchema(texts: texts)) }, uniquingKeysWith: { first, _ in first }),
            required: fields.filter(\.required).map(\.name))
    }

    private static func group(_ properties: [String: Value], required: [String] = []) -> Value {
        var schema: [String: Value] = [
            "type": "object", "properties": .map(properties), "additionalProperties": false,
        ]
        if !required.isEmpty { schema["required"] = .list(required.map { .string($0) }) }
        return .map(schema)
    }
}

extension FieldDescription {
    /// The schema of this field: that of its shape, with its label as title and its help as description.
    package func jsonSchema(texts: FieldShape.TextForm = .any) -> Value {
        var schema = shape.jsonSchema(texts: texts, longest: texts == .any ? longest : nil).map ?? [:]
        if !label.en.isEmpty { schema["title"] = .string(label.en) }
        if !label.nl.isEmpty { schema["x-label-nl"] = .string(label.nl) }
        let help = [help.en, schema["description"]?.string ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        if !help.isEmpty { schema["description"] = .string(help) }
        if required, case .list = shape { schema["minItems"] = 1 }
        return .map(schema)
    }
}
