import Foundation

/// The short, readable, stable name of a record, such as `gemeente-zwolle`; typed by the kind it names.
package struct ID<Named>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }

    package var isEmpty: Bool { rawValue.isEmpty }
    package var description: String { rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The rule for identifiers: lower-case letters and digits, parts joined by one hyphen, 1 to 100 characters.
package enum Identifier {
    package static let longest = 100

    package static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(isValid)
    }

    /// The same for bytes of UTF-8, so that a long text can be searched for identifiers without cutting it up.
    package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (1...longest).contains(bytes.count) else { return false }
        var previous = UInt8(ascii: "-")
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }

    /// The nearest valid identifier for a free text: `Gemeente Súdwest-Fryslân` gives `gemeente-sudwest-fryslan`; "" when nothing is left.
    package static func suggested(for text: String) -> String {
        var parts = ""
        for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": parts.unicodeScalars.append(scalar)
            case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
            default: if !parts.isEmpty, parts.last != "-" { parts += "-" }
            }
        }
        let cut = String(parts.prefix(longest))
        return cut.hasSuffix("-") ? String(cut.dropLast()) : cut
    }
}
