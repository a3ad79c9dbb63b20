/// Canonical JSON (RFC 8785): one byte sequence for one value, whatever the order its keys came in.
package enum CanonicalJSON {
    package static func bytes(_ value: Value) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(256)
        write(value, to: &out)
        return out
    }

    package static func string(_ value: Value) -> String { String(decoding: bytes(value), as: UTF8.self) }

    static func write(_ value: Value, to out: inout [UInt8]) {
        switch value {
        case .null: out += "null".utf8
        case .flag(let flag): out += (flag ? "true" : "false").utf8
        case .whole(let number): out += String(number).utf8
        case .number(let number): out += text(of: number).utf8
        case .string(let string): write(string, to: &out)
        case .list(let items):
            out.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                write(item, to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .map(let entries): write(entries, to: &out)
        }
    }

    private static func write(_ entries: [String: Value], to out: inout [UInt8]) {
        out.append(UInt8(ascii: "{"))
        // Of ASCII the order of UTF-16 is that of Swift's strings, which is quicker.
        let isASCII = entries.keys.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        let keys =
            isASCII ? entries.keys.sorted() : entries.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
        for (index, key) in keys.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            write(key, to: &out)
            out.append(UInt8(ascii: ":"))
            write(entries[key] ?? .null, to: &out)
        }
        out.append(UInt8(ascii: "}"))
    }

    private static func write(_ string: String, to out: inout [UInt8]) {
        var string = string
        string.withUTF8 { write($0, to: &out) }
    }

    /// What needs no escape is copied in one piece.
    private static func write(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var start = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            out.append(contentsOf: text[start..<index])
            start = index + 1
            switch byte {
            case UInt8(ascii: "\""): out += #"\""#.utf8
            case UInt8(ascii: "\\"): out += #"\\"#.utf8
            case 0x08: out += #"\b"#.utf8
            case 0x09: out += #"\t"#.utf8
            case 0x0A: out += #"\n"#.utf8
            case 0x0C: out += #"\f"#.utf8
            case 0x0D: out += #"\r"#.utf8
            case 0..<0x20: out += #"\u00"#.utf8 + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            default: out.append(byte)
            }
        }
        out.append(contentsOf: text[start...])
        out.append(UInt8(ascii: "\""))
    }

    private static let hex = Array("0123456789abcdef".utf8)

    /// A number as ECMAScript writes it (the shortest digits that read back the same).
    static func text(of number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == 0 { return "0" }
        if number < 0 { return "-" + text(of: -number) }
        let (digits, exponent) = shortest(number)
        let count = digits.count
        switch exponent {
        case count...21: return digits + String(repeating: "0", count: exponent - count)
        case 1...21: return digits.prefix(exponent) + "." + digits.dropFirst(exponent)
        case -5...0: return "0." + String(repeating: "0", count: -exponent) + digits
        default:
            let sign = exponent > 0 ? "+" : "-"
            let mantissa = count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst()
            return mantissa + "e" + sign + String(abs(exponent - 1))
        }
    }

    /// Shortest decimal digits d and exponent n with value = 0.d × 10^n.
    private static func shortest(_ number: Double) -> (digits: String, exponent: Int) {
        let halves = "\(number)".split(separator: "e", maxSplits: 1)
        let point = halves[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = point.count == 2 ? point[1] : ""
        var exponent = point[0].count + (halves.count == 2 ? Int(halves[1]) ?? 0 : 0)
        var digits = Substring(point[0] + fraction)
        while digits.first == "0" {
            digits = digits.dropFirst()
            exponent -= 1
        }
        while digits.last == "0" { digits = digits.dropLast() }
        return (String(digits), exponent)
    }
}
