import Kernel

extension XMLPull {
    /// Reads the tag at `at` with its attributes; whether the element ends in it.
    func tag() throws(Problem) -> Bool {
        try bringInTag()
        tagStart = window.at
        var at = window.at + 1
        name = try readName(&at)
        attributes.removeAll(keepingCapacity: true)
        let bytes = window.base
        while true {
            let hadSpace = Self.isSpace(bytes[at])
            while Self.isSpace(bytes[at]) { at += 1 }
            if bytes[at] == Self.greater {
                window.at = at + 1
                return false
            }
            if bytes[at] == UInt8(ascii: "/") {
                guard bytes[at + 1] == Self.greater else {
                    throw syntax(Text("hier werd > verwacht", "expected > here"), at: at + 1)
                }
                window.at = at + 2
                return true
            }
            guard hadSpace else { throw syntax(Text("hier werd een spatie verwacht", "expected a space here"), at: at) }
            try attribute(&at)
        }
    }

    /// Sees to it that the whole tag stands in the window, so that nothing moves while it is read.
    private func bringInTag() throws(Problem) {
        var offset = 1
        var quote: UInt8 = 0
        while true {
            while window.at + offset < window.end {
                let byte = window.base[window.at + offset]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == Self.greater {
                    return
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == Self.less {
                    throw syntax(
                        Text("hier begint een tag in een tag", "a tag begins inside a tag"), at: window.at + offset)
                }
                offset += 1
            }
            guard try window.more() else { throw unclosedTag() }
        }
    }

    /// Reads a name, and moves on past it.
    private func readName(_ at: inout Int) throws(Problem) -> Range<Int> {
        let start = at
        let bytes = window.base
        guard Self.isNameStart(bytes[at]) else {
            throw syntax(Text("hier werd een naam verwacht", "expected a name here"), at: at)
        }
        while Self.isName(bytes[at]) { at += 1 }
        return start..<at
    }

    private func attribute(_ at: inout Int) throws(Problem) {
        let bytes = window.base
        let name = try readName(&at)
        while Self.isSpace(bytes[at]) { at += 1 }
        guard bytes[at] == UInt8(ascii: "=") else {
            throw syntax(Text("hier werd = verwacht", "expected = here"), at: at)
        }
        at += 1
        while Self.isSpace(bytes[at]) { at += 1 }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw syntax(Text("hier werd een aanhalingsteken verwacht", "expected a quote here"), at: at)
        }
        at += 1
        let (value, isPlain) = try readValue(&at, until: quote)
        try checkNew(name)
        attributes.append(Attribute(name: name, value: value, isPlain: isPlain))
    }

    /// Reads a value up to its quote, and moves on past that; whether it stands there as it is meant.
    private func readValue(_ at: inout Int, until quote: UInt8) throws(Problem) -> (Range<Int>, isPlain: Bool) {
        let (start, bytes) = (at, window.base)
        var isPlain = true
        while bytes[at] != quote {
            let byte = bytes[at]
            if byte == Self.less {
                throw syntax(Text("< mag niet in een waarde staan", "< may not stand in a value"), at: at)
            }
            if byte < 0x20, !Self.isSpace(byte) { throw forbidden(byte, at: at) }
            if byte == UInt8(ascii: "&") { _ = try resolve(at, before: window.end) }
            if byte == UInt8(ascii: "&") || byte < 0x20 { isPlain = false }
            at += 1
        }
        at += 1
        return (start..<(at - 1), isPlain)
    }

    /// Refuses an attribute that the element has already, and one too many.
    private func checkNew(_ name: Range<Int>) throws(Problem) {
        let own = window.slice(name)
        for other in attributes where window.slice(other.name).elementsEqual(own) {
            let text = String(decoding: own, as: UTF8.self)
            throw syntax(
                Text("het attribuut “\(text)” staat er twee keer", "the attribute “\(text)” appears twice"),
                at: name.lowerBound)
        }
        guard attributes.count < limits.attributes else { throw tooManyAttributes(at: name.lowerBound) }
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), colon,
            0x80...0xFF:
            true
        default: false
        }
    }

    static func isName(_ byte: UInt8) -> Bool {
        isNameStart(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
