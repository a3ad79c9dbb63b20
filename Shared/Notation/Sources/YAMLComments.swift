/// Finds out whether a YAML text that can be read holds comments, which whoever writes it anew loses.
package struct YAMLComments {
    /// Whether there is a comment: a `#` at the start of a line or after a space, outside quotes and blocks of text.
    package static func areIn(_ text: String) -> Bool {
        guard text.utf8.contains(hash) else { return false }
        var search = YAMLComments()
        return text.utf8.split(separator: newline).contains { search.finds(in: Array($0)) }
    }

    private static let (hash, newline, space, tab) = (
        UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t")
    )

    /// The quote that is open.
    private var quote: UInt8?
    /// How many brackets are open.
    private var brackets = 0
    /// A block of text (`|` or `>`): the column it hangs under, and how far it is indented once that is known.
    private var block: (parent: Int, indent: Int?)?

    private mutating func finds(in line: [UInt8]) -> Bool {
        let indent = line.prefix { $0 == Self.space }.count
        if isInBlock(indent, isBlank: indent == line.count || line[indent...] == [13]) { return false }
        var place = 0
        var parent = indent
        var startsToken = true
        var isKey = true
        while place < line.count {
            let letter = line[place]
            let isLast = place + 1 == line.count || Self.isSpace(line[place + 1])
            if quote != nil {
                place += passQuoted(letter, next: place + 1 < line.count ? line[place + 1] : nil)
                continue
            }
            switch letter {
            case Self.hash where place == 0 || Self.isSpace(line[place - 1]): return true
            case Self.space, Self.tab, 13: break
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                guard startsToken, brackets == 0 else { break }
                return opensBlock(line[(place + 1)...], under: parent)
            case UInt8(ascii: "-") where startsToken && brackets == 0 && isLast: parent = place
            case UInt8(ascii: ":") where isLast || brackets > 0: (startsToken, isKey) = (true, false)
            case UInt8(ascii: ",") where brackets > 0: startsToken = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): if startsToken { brackets += 1 }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
            default:
                if startsToken, isKey { parent = place }
                if startsToken, letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "'") { quote = letter }
                startsToken = false
            }
            place += 1
        }
        return false
    }

    private mutating func isInBlock(_ indent: Int, isBlank: Bool) -> Bool {
        guard let open = block else { return false }
        if isBlank { return true }
        if indent >= open.indent ?? open.parent + 1 {
            block = (open.parent, open.indent ?? indent)
            return true
        }
        block = nil
        return false
    }

    /// Gives how many letters to go on.
    private mutating func passQuoted(_ letter: UInt8, next: UInt8?) -> Int {
        if quote == UInt8(ascii: "\""), letter == UInt8(ascii: "\\") { return 2 }
        guard letter == quote else { return 1 }
        if letter == UInt8(ascii: "'"), next == letter { return 2 }
        quote = nil
        return 1
    }

    /// Reads what follows `|` or `>`; gives whether that is a comment.
    private mutating func opensBlock(_ rest: ArraySlice<UInt8>, under parent: Int) -> Bool {
        let digit = rest.prefix { !Self.isSpace($0) }.first { (49...57).contains($0) }
        block = (parent, digit.map { parent + Int($0) - 48 })
        return rest.contains(Self.hash)
    }

    private static func isSpace(_ letter: UInt8) -> Bool { letter == space || letter == tab || letter == 13 }
}
