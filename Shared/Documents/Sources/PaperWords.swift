import Kernel

/// The few words that a document says by itself.
enum PaperWords {
    static let asks = Text("Wat dit vraagt", "What this asks")
    static let notInDutch = Text("Niet in het Nederlands geschreven.", "Not written in Dutch.")
    static let notInEnglish = Text("Niet in het Engels geschreven.", "Not written in English.")
    static let parties = Text("Partijen", "Parties")
    static let page = Text("pagina", "page")
    static let of = Text("van", "of")

    static func missing(in language: Language) -> Text { language == .nl ? notInDutch : notInEnglish }

    /// A place to fill in, as its name between lines.
    static func blank(_ name: String) -> String { "\u{2026} \(name) \u{2026}" }
}

extension Paper {
    /// The hash in groups of so many digits.
    package static func groups(of hash: String, by size: Int = 4) -> [String] {
        let digits = Array(hash)
        return stride(from: 0, to: digits.count, by: size).map {
            String(digits[$0..<min($0 + size, digits.count)])
        }
    }

    /// The first sixteen digits, at the foot of each page; only hexadecimal ones.
    var mark: String { Self.groups(of: String(hash.filter(\.isHexDigit).prefix(16))).joined(separator: " ") }
}
