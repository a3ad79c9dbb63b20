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
        let start = at + 1
        at = start
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
        let own = window.slice(name)
        for other in attributes where window.slice(other.name).elementsEqual(own) {
            let text = String(decoding: own, as: UTF8.self)
            throw syntax(
                Text("het attribuut “\(text)” staat er twee keer", "the attribute “\(text)” appears twice"),
                at: name.lowerBound)
        }
        guard attributes.count < limits.attributes else { throw tooManyAttributes(at: name.lowerBound) }
        attributes.append(Attribute(name: name, value: start..<at, isPlain: isPlain))
        at += 1
    }

    /// Runs a look at the bytes of an attribute of the element that began last; nil when it has none of that name.
    func withAttribute<Result>(
        _ name: StaticString, _ look: (UnsafeBufferPointer<UInt8>) throws(Problem) -> Result
    ) throws(Problem) -> Result? {
        for attribute in attributes where Self.isSame(window.slice(attribute.name), name) {
            if attribute.isPlain { return try look(window.slice(attribute.value)) }
            let decoded = try decode(attribute)
            // Copied, so that the error keeps its type.
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: decoded.count)
            defer { copy.deallocate() }
            _ = copy.initialize(fromContentsOf: decoded)
            return try look(UnsafeBufferPointer(copy))
        }
        return nil
    }

    /// An attribute of the element that began last; nil when it is not there.
    func attribute(_ name: StaticString) throws(Problem) -> String? {
        for attribute in attributes where Self.isSame(window.slice(attribute.name), name) {
            return try text(of: attribute)
        }
        return nil
    }

    /// The first of two attributes, or else the second.
    func attribute(_ name: StaticString, or other: StaticString) throws(Problem) -> String? {
        if let first = try attribute(name) { return first }
        return try attribute(other)
    }

    func text(of attribute: Attribute) throws(Problem) -> String {
        let text =
            attribute.isPlain
            ? String(validating: window.slice(attribute.value), as: UTF8.self)
            : String(validating: try decode(attribute), as: UTF8.self)
        guard let text else { throw Problem.encoding(window.place(of: attribute.value.lowerBound)) }
        return text
    }

    /// References resolved, and line ends and tabs as the spaces that XML makes of them.
    private func decode(_ attribute: Attribute) throws(Problem) -> [UInt8] {
        var out: [UInt8] = []
        var at = attribute.value.lowerBound
        while at < attribute.value.upperBound {
            let byte = window.base[at]
            if byte == UInt8(ascii: "&") {
                let reference = try resolve(at, before: attribute.value.upperBound)
                out += reference.bytes
                at = reference.after
            } else {
                let isPair = byte == 0x0D && window.base[at + 1] == 0x0A
                if !isPair { out.append(Self.isSpace(byte) ? 0x20 : byte) }
                at += 1
            }
        }
        return out
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
