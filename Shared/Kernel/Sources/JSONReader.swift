/// Strict JSON (RFC 8259) to `Value`, for input nobody vouches for: bounded depth, no duplicate keys, errors with line and column.
package struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    var depth = 0
    /// The keys of the objects that are being read part by part, those of the innermost last.
    var keys: [String] = []
    private static let deepest = 64

    /// Reads one JSON value; refuses (`json.syntax`, `json.depth`, `json.duplicate`) with line and column.
    package static func read(_ bytes: some Collection<UInt8>) throws(Problem) -> Value {
        let result: Result<Value, Problem>? = bytes.withContiguousStorageIfAvailable { parse($0) }
        if let result { return try result.get() }
        return try Array(bytes).withUnsafeBufferPointer { parse($0) }.get()
    }

    private static func parse(_ buffer: UnsafeBufferPointer<UInt8>) -> Result<Value, Problem> {
        var reader = JSONReader(bytes: buffer)
        do throws(Problem) {
            let value = try reader.value()
            reader.skipSpace()
            guard reader.at == buffer.count else { throw reader.trailing }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func value() throws(Problem) -> Value {
        skipSpace()
        guard at < bytes.count else { throw syntax("a value", "een waarde") }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try nested(Self.map)
        case UInt8(ascii: "["): return try nested(Self.list)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(_ read: (inout JSONReader) throws(Problem) -> Value) throws(Problem) -> Value {
        try deeper()
        let value = try read(&self)
        depth -= 1
        return value
    }

    /// Passes a bracket that opens.
    mutating func deeper() throws(Problem) {
        depth += 1
        guard depth <= Self.deepest else {
            throw Problem(
                "json.depth",
                Text(
                    "De JSON is dieper genest dan \(Self.deepest) lagen.",
                    "The JSON nests deeper than \(Self.deepest) levels."),
                mend: Text("Maak de invoer vlakker.", "Flatten the input."))
        }
        at += 1
    }

    private static func map(_ reader: inout JSONReader) throws(Problem) -> Value {
        var entries: [String: Value] = [:]
        reader.skipSpace()
        if reader.take(UInt8(ascii: "}")) { return .map(entries) }
        repeat {
            let key = try reader.key()
            guard entries.updateValue(try reader.value(), forKey: key) == nil else { throw Self.duplicate(key) }
            reader.skipSpace()
        } while reader.take(UInt8(ascii: ","))
        guard reader.take(UInt8(ascii: "}")) else { throw reader.syntax("a comma or }", "een komma of }") }
        return .map(entries)
    }

    /// A key and the colon after it.
    mutating func key() throws(Problem) -> String {
        skipSpace()
        guard peek == UInt8(ascii: "\"") else {
            throw syntax("a key in quotes", "een sleutel tussen aanhalingstekens")
        }
        let key = try string()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw syntax("a colon", "een dubbele punt") }
        return key
    }

    static func duplicate(_ key: String) -> Problem {
        Problem(
            "json.duplicate", at: [key],
            Text("De sleutel “\(key)” staat er twee keer.", "The key “\(key)” appears twice."),
            mend: Text("Laat er één weg.", "Leave one out."))
    }

    private static func list(_ reader: inout JSONReader) throws(Problem) -> Value {
        var items: [Value] = []
        reader.skipSpace()
        if reader.take(UInt8(ascii: "]")) { return .list(items) }
        repeat {
            items.append(try reader.value())
            reader.skipSpace()
        } while reader.take(UInt8(ascii: ","))
        guard reader.take(UInt8(ascii: "]")) else { throw reader.syntax("a comma or ]", "een komma of ]") }
        return .list(items)
    }

    private mutating func word(_ word: StaticString, _ value: Value) throws(Problem) -> Value {
        let count = word.utf8CodeUnitCount
        guard at + count <= bytes.count else { throw syntax("a value", "een waarde") }
        for index in 0..<count where bytes[at + index] != word.utf8Start[index] {
            throw syntax("a value", "een waarde")
        }
        at += count
        return value
    }

    private mutating func number() throws(Problem) -> Value {
        let start = at
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        let digits = at
        skipDigits()
        guard at > digits, at == digits + 1 || bytes[digits] != UInt8(ascii: "0") else {
            throw syntax("a value", "een waarde")
        }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            let fraction = at
            skipDigits()
            guard at > fraction else { throw syntax("digits", "cijfers") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            isWhole = false
            at += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            let exponent = at
            skipDigits()
            guard at > exponent else { throw syntax("digits", "cijfers") }
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let whole = Int(text), whole.magnitude <= 1 << 53 { return .whole(whole) }
        guard let number = Double(text), number.isFinite else {
            throw syntax("a number that fits", "een getal dat past")
        }
        return Value(normal: number)
    }

    mutating func string() throws(Problem) -> String {
        at += 1
        let start = at
        var bits: UInt8 = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                let text = UnsafeBufferPointer(rebasing: bytes[start..<at])
                at += 1
                // ASCII needs no judging, and is most of what comes.
                if bits < 0x80 { return String(decoding: text, as: UTF8.self) }
                guard let text = String(validating: text, as: UTF8.self) else {
                    at -= 1
                    throw syntax("valid UTF-8", "geldige UTF-8")
                }
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            if byte < 0x20 { throw syntax("no control character in a string", "geen stuurteken in een tekst") }
            bits |= byte
            at += 1
        }
        throw syntax("a closing quote", "een sluitend aanhalingsteken")
    }

    private mutating func escapedString(from start: Int) throws(Problem) -> String {
        var out = Array(bytes[start..<at])
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: out, as: UTF8.self) else {
                    throw syntax("valid UTF-8", "geldige UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<0x20: throw syntax("no control character in a string", "geen stuurteken in een tekst")
            default: out.append(byte)
            }
        }
        throw syntax("a closing quote", "een sluitend aanhalingsteken")
    }

    private mutating func escape(into out: inout [UInt8]) throws(Problem) {
        guard let letter = peek else { throw syntax("an escape", "een escape") }
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): out += String(Character(try escapedScalar())).utf8
        default: throw syntax("a known escape", "een bekende escape")
        }
    }

    private mutating func escapedScalar() throws(Problem) -> Unicode.Scalar {
        let high = try hexUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw syntax("a whole character", "een heel teken")
        }
        let low = try hexUnit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw syntax("a whole character", "een heel teken") }
        return scalar
    }

    private mutating func hexUnit() throws(Problem) -> UInt32 {
        guard at + 4 <= bytes.count else { throw syntax("four hex digits", "vier hexadecimale cijfers") }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
                throw syntax("four hex digits", "vier hexadecimale cijfers")
            }
            unit = unit << 4 | UInt32(digit)
            at += 1
        }
        return unit
    }

    var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipDigits() {
        while at < bytes.count, (48...57).contains(bytes[at]) { at += 1 }
    }

    mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
            at += 1
        }
    }

    func syntax(_ wanted: String, _ gewenst: String) -> Problem {
        problem(Text("hier werd \(gewenst) verwacht.", "expected \(wanted) here."))
    }

    var trailing: Problem {
        problem(Text("na de waarde mag niets meer komen.", "nothing may follow the value."))
    }

    /// What is wrong, with the place.
    private func problem(_ what: Text) -> Problem {
        let before = bytes[0..<min(at, bytes.count)]
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let column = before.reversed().prefix { $0 != 0x0A }.count + 1
        return Problem(
            "json.syntax",
            Text(
                "Regel \(line), kolom \(column): \(what.nl)", "Line \(line), column \(column): \(what.en)"),
            mend: Text("Controleer de JSON op die plek.", "Check the JSON at that place."))
    }
}

extension Value {
    /// A number in its one normal form: whole when it is whole and exactly representable.
    package init(normal number: Double) {
        if number.magnitude <= 0x1p53, number == number.rounded() {
            self = .whole(Int(number))
        } else {
            self = .number(number)
        }
    }
}
