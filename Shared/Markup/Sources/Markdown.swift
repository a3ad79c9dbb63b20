/// Markdown (CommonMark and GitHub's dialect) made of words that nobody vouches for.
package enum Markdown {
    /// Words on one line that can only be read as words, wherever on a line they stand: no emphasis, code, link, heading,
    /// list, table cell or HTML comes out of them, and no address in them becomes a link by itself.
    package static func line(_ words: String) -> String {
        escaped(words.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    /// Words over several lines, as one paragraph with breaks.
    package static func paragraph(_ words: String) -> String {
        words.split(whereSeparator: \.isNewline).map { escaped(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: "\\\n")
    }

    /// Words in the middle of a line; spaces at their ends stay.
    package static func continuation(_ words: String) -> String {
        let lead = words.prefix { $0 == " " }
        let tail = words.count > lead.count ? words.reversed().prefix { $0 == " " } : []
        return lead + line(words) + String(tail)
    }

    private static func escaped(_ line: String) -> String {
        let words = Array(line.unicodeScalars).filter { $0.value >= 32 || $0 == "\t" }.map { $0 == "\t" ? " " : $0 }
        var start = 0
        while start < words.count, words[start] == " " { start += 1 }
        var out = String.UnicodeScalarView()
        for index in start..<words.count {
            if isMarkup(words, at: index, start: start) { out.append("\\") }
            out.append(words[index])
        }
        while out.last == " " { out.removeLast() }
        return String(out)
    }

    /// Whether a character would mean something there.
    private static func isMarkup(_ words: [Unicode.Scalar], at index: Int, start: Int) -> Bool {
        switch words[index] {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$", "@", "^": true
        case "#", "+", "-", "=": words[start..<index].allSatisfy { $0 == words[index] }
        case ":": index == start || words[index...].starts(with: "://".unicodeScalars)
        case "!": index + 1 < words.count && words[index + 1] == "["
        case ".": index == start || follows(words, index, start, "www") || isNumber(words, index, start)
        case ")": index == start || isNumber(words, index, start)
        default: false
        }
    }

    private static func isNumber(_ words: [Unicode.Scalar], _ index: Int, _ start: Int) -> Bool {
        index > start && words[start..<index].allSatisfy { ("0"..."9").contains($0) }
    }

    private static func follows(_ words: [Unicode.Scalar], _ index: Int, _ start: Int, _ before: String) -> Bool {
        let before = Array(before.unicodeScalars)
        guard index - start >= before.count else { return false }
        return zip(words[(index - before.count)..<index], before).allSatisfy {
            $0.properties.lowercaseMapping == String($1)
        }
    }
}
