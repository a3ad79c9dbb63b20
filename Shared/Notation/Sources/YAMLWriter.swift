import Kernel
import Yams

/// What is to be written, with the order of its keys.
package indirect enum Outline: Sendable {
    case value(Value)
    /// A day; without quotes, so that readers with days of their own see one.
    case day(String)
    case list([Outline])
    case map([(String, Outline)])
}

/// Writes YAML in one canonical form: the same outline always gives the same bytes, and reading them gives the same values.
/// What is text to us is text to every reader of YAML 1.1 and 1.2.
package enum YAMLWriter {
    package static func text(_ outline: Outline) throws -> String {
        try Yams.serialize(node: node(outline), indent: 2, width: -1, allowUnicode: true)
    }

    private static func node(_ outline: Outline) -> Node {
        switch outline {
        case .value(let value): return node(value)
        case .day(let day): return Node(day)
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
        case .number(let number): Node(self.number(number))
        case .string(let text): Node(text, .implicit, style(of: text))
        case .list(let items): node(.list(items.map(Outline.value)))
        case .map(let entries): node(.map(entries.sorted { $0.key < $1.key }.map { ($0.key, .value($0.value)) }))
        }
    }

    /// A number that every reader takes for one: those of YAML 1.1 want a point, also before an exponent.
    static func number(_ number: Double) -> String {
        let text = CanonicalJSON.string(.number(number))
        guard !text.contains(".") else { return text }
        let digits = text.prefix { $0 != "e" }
        return digits + ".0" + text.dropFirst(digits.count)
    }

    private static func style(of text: String) -> Node.Scalar.Style {
        if text.unicodeScalars.contains(where: isHidden) { return .doubleQuoted }
        if text.contains("\n") { return .literal }
        return PlainWord.needsQuotes(text) ? .singleQuoted : .any
    }

    /// What does not survive outside double quotes: control characters, and ends of lines that not all readers know.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\n" && scalar.value < 0x20 || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
}
