import Foundation
import Kernel

/// The part of JSON Schema 2020-12 that the schemas in docs/ballots use.
struct Schema: Sendable {
    private let root: Value

    static func named(_ name: String) throws -> Schema {
        let repository = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = repository.appendingPathComponent("docs/ballots/\(name).schema.json")
        return Schema(root: try JSONReader.read(try Data(contentsOf: file)))
    }

    func problems(_ value: Value) -> [String] { problems(value, root, "") }

    private static let known: Set<String> = [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "additionalProperties",
        "required", "items",
        "enum", "oneOf", "anyOf", "allOf", "minItems", "maxItems", "minLength", "minimum", "maximum", "pattern",
    ]

    private func problems(_ value: Value, _ schema: Value, _ path: String) -> [String] {
        guard let rules = schema.map else { return ["\(path): no schema"] }
        var found = rules.keys.filter { !Self.known.contains($0) }.map { "\(path): the test does not know \($0)" }
        if let name = rules["$ref"]?.string {
            let definition = root["$defs"][name.split(separator: "/").last.map(String.init) ?? ""]
            found += problems(value, definition, path)
        }
        if let type = rules["type"] {
            let types = type.list?.compactMap(\.string) ?? [type.string ?? ""]
            if !types.contains(where: { fits(value, $0) }) { found.append("\(path): is no \(types)") }
        }
        if let choices = rules["enum"]?.list, !choices.contains(value) {
            found.append("\(path): is none of the choices")
        }
        if let several = rules["oneOf"]?.list {
            let fitting = several.count { problems(value, $0, path).isEmpty }
            if fitting != 1 { found.append("\(path): fits \(fitting) of oneOf") }
        }
        if let several = rules["anyOf"]?.list, !several.contains(where: { problems(value, $0, path).isEmpty }) {
            found.append("\(path): fits none of anyOf")
        }
        for part in rules["allOf"]?.list ?? [] { found += problems(value, part, path) }
        return found + sizes(value, rules, path) + inside(value, rules, path)
    }

    private func fits(_ value: Value, _ type: String) -> Bool {
        switch (type, value) {
        case ("object", .map), ("array", .list), ("string", .string), ("boolean", .flag), ("null", .null): true
        case ("integer", .whole), ("number", .whole), ("number", .number): true
        default: false
        }
    }

    private func sizes(_ value: Value, _ rules: [String: Value], _ path: String) -> [String] {
        var found: [String] = []
        if let text = value.string {
            if let least = rules["minLength"]?.whole, text.count < least { found.append("\(path): too short") }
            if let pattern = rules["pattern"]?.string, let regex = try? Regex(pattern),
                text.firstMatch(of: regex) == nil
            {
                found.append("\(path): “\(text)” does not match \(pattern)")
            }
        }
        if let number = value.whole {
            if let least = rules["minimum"]?.whole, number < least { found.append("\(path): too small") }
            if let most = rules["maximum"]?.whole, number > most { found.append("\(path): too large") }
        }
        if let list = value.list {
            if let least = rules["minItems"]?.whole, list.count < least { found.append("\(path): too few") }
            if let most = rules["maxItems"]?.whole, list.count > most { found.append("\(path): too many") }
        }
        return found
    }

    private func inside(_ value: Value, _ rules: [String: Value], _ path: String) -> [String] {
        var found: [String] = []
        if let list = value.list, let items = rules["items"] {
            for (index, item) in list.enumerated() { found += problems(item, items, "\(path)[\(index)]") }
        }
        guard let entries = value.map else { return found }
        for key in rules["required"]?.list ?? [] where entries[key.string ?? ""] == nil {
            found.append("\(path): without \(key.string ?? "")")
        }
        let properties = rules["properties"]?.map ?? [:]
        for key in entries.keys.sorted() {
            if let property = properties[key] {
                found += problems(entries[key] ?? .null, property, "\(path).\(key)")
            } else if let other = rules["additionalProperties"] {
                if other == .flag(false) {
                    found.append("\(path): \(key) is unknown")
                } else {
                    found += problems(entries[key] ?? .null, other, "\(path).\(key)")
                }
            }
        }
        return found
    }
}
