/// A piece of HTML. Whatever is put into it is escaped, unless it is HTML already; so text of others can never become markup.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    package private(set) var text: String

    package init(stringLiteral value: String) { text = value }
    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Markup that was made by our own code, such as the drawing of the map.
    package init(drawn markup: String) { text = markup }

    package static let empty: HTML = ""
    package var isEmpty: Bool { text.isEmpty }

    package static func + (left: HTML, right: HTML) -> HTML { HTML(drawn: left.text + right.text) }
    package static func += (left: inout HTML, right: HTML) { left.text += right.text }

    /// Adds words, escaped.
    package mutating func write(_ words: String) { Self.escape(words, into: &text) }

    package struct StringInterpolation: StringInterpolationProtocol {
        package private(set) var text: String

        package init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ html: HTML) { text += html.text }
        package mutating func appendInterpolation(_ html: HTML?) { text += html?.text ?? "" }
        package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ words: String) { HTML.escape(words, into: &text) }
        /// An attribute without value, only when the condition holds: `\(if: isOpen, "open")`.
        package mutating func appendInterpolation(if condition: Bool, _ html: HTML) {
            if condition { text += html.text }
        }
    }

    /// Writes words so that they can only be read as words, in content and in quoted attributes; controls become U+FFFD.
    package static func escape(_ words: String, into text: inout String) {
        var copy = words
        let isPlain = copy.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard bytes[index] < 63, let escaped = escaped(bytes[index]) else { continue }
                text += String(decoding: bytes[start..<index], as: UTF8.self)
                text += escaped
                start = index + 1
            }
            if start > 0 { text += String(decoding: bytes[start...], as: UTF8.self) }
            return start == 0
        }
        if isPlain { text += words }
    }

    /// What stands for a byte that may not stand for itself. Only single bytes of UTF-8 need it.
    private static func escaped(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): nil
        case 0..<32: "\u{FFFD}"
        default: nil
        }
    }
}

extension Sequence {
    /// A piece for each element, one after the other.
    package func html(_ make: (Element) throws -> HTML) rethrows -> HTML {
        var all: HTML = ""
        for element in self { all += try make(element) }
        return all
    }
}

extension Sequence<HTML> {
    package var joined: HTML { HTML(drawn: map(\.text).joined()) }
    package func joined(separator: HTML) -> HTML { HTML(drawn: map(\.text).joined(separator: separator.text)) }
}
