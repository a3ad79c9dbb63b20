import Kernel

/// The rows of a table as RFC 4180 has it: fields between separators, in quotes where they hold a separator, a quote or a line end.
/// A row may end in LF or CRLF. Empty lines are passed over.
struct CSVRows {
    /// Where a field stands in the window, without its quotes.
    struct Field {
        var range: Range<Int>
        var isQuoted = false
        /// Whether quotes stand doubled in it.
        var hasQuotes = false
    }

    let window: ByteWindow
    /// `,` or `;` or a tab.
    private(set) var separator = UInt8(ascii: ",")
    /// The fields of the row that was read last. They mean something until the next is read.
    private(set) var fields: [Field] = []
    /// Where that row begins.
    private(set) var start = 0

    init(_ window: ByteWindow) throws(Problem) {
        self.window = window
        while window.end - window.at < 4096, try window.more() {}
        try skipMark()
        separator = detectSeparator()
    }

    /// The mark that some programs put first; refuses that of UTF-16.
    private func skipMark() throws(Problem) {
        let first = window.slice(window.at..<min(window.end, window.at + 3))
        if first.elementsEqual([0xEF, 0xBB, 0xBF]) { window.at += 3 }
        if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
            throw Problem.encoding(window.place(of: window.at))
        }
    }

    /// The first separator of the header that is not in quotes.
    private func detectSeparator() -> UInt8 {
        var isQuoted = false
        for byte in window.slice(window.at..<window.end) {
            switch byte {
            case Self.quote: isQuoted.toggle()
            case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09: if !isQuoted { return byte }
            case 0x0A: if !isQuoted { return UInt8(ascii: ",") }
            default: break
            }
        }
        return UInt8(ascii: ",")
    }

    /// Reads the next row; false at the end. Refuses (`csv.quote`, `csv.line-end`) with line and column.
    mutating func next() throws(Problem) -> Bool {
        while true {
            // A row that does not stand in the window as a whole is read again once more of it is there.
            guard let after = try row() else {
                if try window.more() { continue }
                guard let after = try row(isLast: true) else { return false }
                window.at = after
                return true
            }
            let isEmpty = fields.count == 1 && fields[0].range.isEmpty && !fields[0].isQuoted
            window.at = after
            if !isEmpty { return true }
        }
    }

    /// Where the next row begins; nil when this one does not end in the window, or (at the end) when there is none.
    private mutating func row(isLast: Bool = false) throws(Problem) -> Int? {
        fields.removeAll(keepingCapacity: true)
        start = window.at
        var at = start
        if isLast, at == window.end { return nil }
        while true {
            guard let after = try field(at, isLast) else { return nil }
            if after == window.end { return isLast ? after : nil }
            let byte = window.base[after]
            if byte == separator {
                guard fields.count < window.limits.fields + 10 else {
                    throw Problem.tooMany("columns", "kolommen", window.limits.fields)
                }
                at = after + 1
            } else if byte == 0x0A {
                return after + 1
            } else {
                // A carriage return: `field` stops only at what may follow a field.
                guard after + 1 < window.end else { return isLast ? after + 1 : nil }
                guard window.base[after + 1] == 0x0A else { throw loneReturn(after) }
                return after + 2
            }
        }
    }

    /// Adds the field that begins at a byte, and gives where it ends; nil when it does not end in the window.
    private mutating func field(_ from: Int, _ isLast: Bool) throws(Problem) -> Int? {
        let (bytes, end) = (window.base, window.end)
        if from < end, bytes[from] == Self.quote { return try quoted(from, isLast) }
        var at = from
        while at < end {
            let byte = bytes[at]
            if byte == separator || byte == 0x0A || byte == 0x0D { break }
            if byte == Self.quote { throw strayQuote(at) }
            at += 1
        }
        if at == end, !isLast { return nil }
        fields.append(Field(range: from..<at))
        return at
    }

    private mutating func quoted(_ from: Int, _ isLast: Bool) throws(Problem) -> Int? {
        let (bytes, end) = (window.base, window.end)
        var field = Field(range: from..<from, isQuoted: true)
        var at = from + 1
        while at < end {
            guard bytes[at] == Self.quote else {
                at += 1
                continue
            }
            if at + 1 < end, bytes[at + 1] == Self.quote {
                field.hasQuotes = true
                at += 2
                continue
            }
            if at + 1 == end, !isLast { return nil }
            if at + 1 < end {
                let byte = bytes[at + 1]
                guard byte == separator || byte == 0x0A || byte == 0x0D else { throw strayQuote(at) }
            }
            field.range = (from + 1)..<at
            fields.append(field)
            return at + 1
        }
        if isLast { throw unclosed(from) }
        return nil
    }

    static let quote = UInt8(ascii: "\"")
}
