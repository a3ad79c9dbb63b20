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
        guard words.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 || $0 == 39 || $0 < 32 }) else {
            text += words
            return
        }
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\n", "\t", "\r": text.unicodeScalars.append(scalar)
            case _ where scalar.value < 32: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Sequence {
    /// A piece for each element, one after the other.
    package func html(_ make: (Element) throws -> HTML) rethrows -> HTML {
        HTML(drawn: try map { try make($0).text }.joined())
    }
}

extension Sequence<HTML> {
    package var joined: HTML { HTML(drawn: map(\.text).joined()) }
    package func joined(separator: HTML) -> HTML { HTML(drawn: map(\.text).joined(separator: separator.text)) }
}
