import Kernel

/// Reads XML 1.0 tag by tag, for input nobody vouches for: elements, attributes, text, CDATA, comments and processing instructions.
/// What can reach outside the file or blow it up is refused, never resolved: a DOCTYPE, and every entity but the five that XML
/// itself has. Refusals name line and column.
final class XMLPull {
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
        /// Whether the value stands in the file as it is meant.
        var isPlain: Bool
    }

    enum Event { case start, end, done }

    let window: ByteWindow
    let limits: NetworkLimits
    /// The element that began last: its name and attributes, by their place in the window. They mean something until reading goes on.
    var name = 0..<0
    var attributes: [Attribute] = []
    /// Where that element begins.
    var tagStart = 0
    /// Names of the elements that are open, behind each other, and where each one ends.
    var openNames: [UInt8] = []
    var openEnds: [Int] = []
    /// What stands before the colon in the name of the root; its own elements have the same.
    private var prefix: [UInt8] = []
    /// The element that began last ended in the same tag.
    private var isEmpty = false
    private var hasRoot = false
    /// Text is kept here while somebody asks for it.
    var text: [UInt8]?

    /// Begins; refuses (`xml.encoding`, `xml.version`) what is not XML 1.0 in UTF-8.
    init(_ window: ByteWindow, _ limits: NetworkLimits) throws(Problem) {
        self.window = window
        self.limits = limits
        try skipMark()
        if try looksAt("<?xml"), try !isNameByte(5) { try declaration() }
    }

    var depth: Int { openEnds.count }

    /// Goes on to where an element begins or ends; text in between is passed over, or kept in `text`.
    func next() throws(Problem) -> Event {
        if isEmpty {
            isEmpty = false
            close()
            return .end
        }
        while true {
            guard try isThere(1) else {
                guard hasRoot else { throw syntax(Text("er is geen element", "there is no element"), at: window.at) }
                guard depth == 0 else { throw unclosed() }
                return .done
            }
            guard window.base[window.at] == Self.less else {
                try characters()
                continue
            }
            if try looksAt("</") { return try endTag() }
            if try looksAt("<!") {
                try declarationOrComment()
            } else if try looksAt("<?") {
                try instruction()
            } else {
                return try startTag()
            }
        }
    }

    private func startTag() throws(Problem) -> Event {
        if depth == 0 {
            guard !hasRoot else {
                throw syntax(
                    Text("na het eerste element mag er geen tweede komen", "no second element may follow the first"),
                    at: window.at)
            }
            hasRoot = true
        }
        guard depth < limits.depth else { throw tooDeep() }
        isEmpty = try tag()
        let bytes = window.slice(name)
        if depth == 0 { prefix = bytes.lastIndex(of: Self.colon).map { Array(bytes[...$0]) } ?? [] }
        openNames.append(contentsOf: bytes)
        openEnds.append(openNames.count)
        return .start
    }

    private func endTag() throws(Problem) -> Event {
        let at = try find(Self.greater, from: 2)
        var end = at
        while end > window.at + 2, Self.isSpace(window.base[end - 1]) { end -= 1 }
        let name = window.slice((window.at + 2)..<end)
        let start = openEnds.count > 1 ? openEnds[openEnds.count - 2] : 0
        guard depth > 0, name.elementsEqual(openNames[start...]) else { throw wrongEnd(openNames[start...]) }
        window.at = at + 1
        close()
        return .end
    }

    private func close() {
        openEnds.removeLast()
        openNames.removeLast(openNames.count - (openEnds.last ?? 0))
    }

    /// Whether the element that began last is called so, in the vocabulary of the root.
    func isNamed(_ wanted: StaticString) -> Bool {
        let bytes = window.slice(name)
        guard bytes.count == prefix.count + wanted.utf8CodeUnitCount, bytes.starts(with: prefix) else { return false }
        return Self.isSame(UnsafeBufferPointer(rebasing: bytes[prefix.count...]), wanted)
    }

    /// The name of the element that began last, without what stands before its colon.
    var localName: String {
        let bytes = window.slice(name)
        let start = bytes.lastIndex(of: Self.colon).map { $0 + 1 } ?? 0
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    static func isSame(_ bytes: UnsafeBufferPointer<UInt8>, _ wanted: StaticString) -> Bool {
        guard bytes.count == wanted.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count where bytes[index] != wanted.utf8Start[index] { return false }
        return true
    }

    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let colon = UInt8(ascii: ":")

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
