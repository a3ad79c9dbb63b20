/// Whether an unquoted word is text to every reader of YAML, and not a number, flag, day or nothing to some.
enum PlainWord {
    /// What YAML 1.1 or 1.2 gives a meaning of its own, in any case of letters.
    private static let words: Set<String> = [
        "", "~", "null", "true", "false", "y", "yes", "n", "no", "on", "off", "=", "<<", ".inf", "+.inf", "-.inf",
        ".nan",
    ]

    /// Whether quotes are needed. Rather too often than too seldom: `3 feb` is text to all readers known to us, and gets them.
    static func needsQuotes(_ word: String) -> Bool {
        words.contains(word.lowercased()) || looksLikeNumber(word)
    }

    /// Starts as a number or a moment does, and holds nothing that neither ever holds: `0123`, `+1`, `1e3`, `0x1F`, `1_000`,
    /// `1:30`, `2024-11-26T10:00Z`.
    private static func looksLikeNumber(_ word: String) -> Bool {
        guard let first = word.utf8.first, isDigit(first) || "+-.".utf8.contains(first) else { return false }
        return word.utf8.allSatisfy { isDigit($0) || "abcdefABCDEFxXoOtTzZ+-._:, \t".utf8.contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
