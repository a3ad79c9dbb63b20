import Kernel
import Yams

/// What is to be written, with the order of its keys.
package indirect enum Outline: Sendable {
    case value(Value)
    case list([Outline])
    case map([(String, Outline)])
}

/// Writes YAML in one canonical form: the same outline always gives the same bytes, and reading them gives the same values.
package enum YAMLWriter {
    package static func text(_ outline: Outline) throws -> String {
        try Yams.serialize(node: node(outline), indent: 2, width: -1, allowUnicode: true)
    }

    private static func node(_ outline: Outline) -> Node {
        switch outline {
        case .value(let value): return node(value)
        case .list(let items): return .sequence(.init(items.map(node), .implicit, items.isEmpty ? .flow : .block))
        case .map(let entries):
            let pairs = entries.map { (Node($0.0, .implicit, style(of: $0.0)), node($0.1)) }
            return .mapping(.init(pairs, .implicit, entries.isEmpty ? .flow : .block))
        }
    }

    private static func node(_ value: Value) -> Node {
        switch value {
        case .null: Node("null")
        case .flag(let flag): Node(flag ? "true" : "false")
        case .whole(let number): Node(String(number))
        case .number: Node(CanonicalJSON.string(value))
        case .string(let text): Node(text, .implicit, style(of: text))
        case .list(let items): node(.list(items.map(Outline.value)))
        case .map(let entries): node(.map(entries.sorted { $0.key < $1.key }.map { ($0.key, .value($0.value)) }))
        }
    }

    private static func style(of text: String) -> Node.Scalar.Style {
        if text.contains("\n") { return text.utf8.contains { $0 < 0x20 && $0 != 0x0A } ? .doubleQuoted : .literal }
        if case .string = YAMLReader.plain(text) { return text.utf8.contains { $0 < 0x20 } ? .doubleQuoted : .any }
        return .singleQuoted
    }
}
