/// Reading part by part, for documents too large to hold as one value: who reads says what to do with each entry and item.
/// As strict as reading a whole: the same depth, no key twice in an object, nothing after the end.
extension JSONReader {
    /// What the next value is, by its first character.
    package enum Shape { case map, list, string, flag, null, number }

    /// Reads one document with a function of one's own, which must take exactly one value.
    package static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, by take: (inout JSONReader) throws(Problem) -> Void
    ) throws(Problem) {
        var reader = JSONReader(bytes: bytes)
        try take(&reader)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw reader.trailing }
    }

    /// Where the reader is. Going back to a place that it gave is allowed, and only that.
    package var place: Int {
        get { at }
        set { at = newValue }
    }

    /// The shape of the value that comes.
    package mutating func shape() -> Shape {
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return .map
        case UInt8(ascii: "["): return .list
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .flag
        case UInt8(ascii: "n"): return .null
        default: return .number
        }
    }

    /// One value, whole.
    package mutating func whole() throws(Problem) -> Value { try value() }

    /// The text that comes; only after `shape()` said `.string`.
    package mutating func text() throws(Problem) -> String { try string() }

    /// Where the text stands that comes, when it is a string of plain ASCII; nil, and nothing taken, when it is anything else.
    package mutating func plainText() -> Range<Int>? {
        skipSpace()
        guard peek == UInt8(ascii: "\"") else { return nil }
        var end = at + 1
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                let text = (at + 1)..<end
                at = end + 1
                return text
            }
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\\") { return nil }
            end += 1
        }
        return nil
    }

    /// Goes over the entries of the object that comes; each time exactly one value must be taken.
    package mutating func entries(
        _ take: (inout JSONReader, String) throws(Problem) -> Void
    ) throws(Problem) {
        try inside(UInt8(ascii: "{"), UInt8(ascii: "}"), Text("een komma of }", "a comma or }")) {
            reader throws(Problem) in
            let first = reader.keys.count
            var many: Set<String> = []
            repeat {
                let key = try reader.key()
                // A few are quicker in a row, many in a set.
                if reader.keys.count < first + 16 {
                    if reader.keys[first...].contains(key) { throw Self.duplicate(key) }
                    reader.keys.append(key)
                } else {
                    if many.isEmpty { many.formUnion(reader.keys[first...]) }
                    guard many.insert(key).inserted else { throw Self.duplicate(key) }
                }
                try take(&reader, key)
                reader.skipSpace()
            } while reader.take(UInt8(ascii: ","))
            reader.keys.removeSubrange(first...)
        }
    }

    /// Goes over the items of the list that comes, with their positions from 0; each time exactly one value must be taken.
    package mutating func items(_ take: (inout JSONReader, Int) throws(Problem) -> Void) throws(Problem) {
        try inside(UInt8(ascii: "["), UInt8(ascii: "]"), Text("een komma of ]", "a comma or ]")) {
            reader throws(Problem) in
            var position = 0
            repeat {
                try take(&reader, position)
                position += 1
                reader.skipSpace()
            } while reader.take(UInt8(ascii: ","))
        }
    }

    /// Passes over the value that comes; its form is judged all the same.
    package mutating func skip() throws(Problem) {
        switch shape() {
        case .map: try entries { reader, _ throws(Problem) in try reader.skip() }
        case .list: try items { reader, _ throws(Problem) in try reader.skip() }
        default: _ = try value()
        }
    }

    private mutating func inside(
        _ open: UInt8, _ close: UInt8, _ wanted: Text, _ read: (inout JSONReader) throws(Problem) -> Void
    ) throws(Problem) {
        skipSpace()
        guard peek == open else { throw syntax(wanted.en, wanted.nl) }
        try deeper()
        skipSpace()
        if !take(close) {
            try read(&self)
            guard take(close) else { throw syntax(wanted.en, wanted.nl) }
        }
        depth -= 1
    }
}
