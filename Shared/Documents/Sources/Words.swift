import Kernel

/// A stretch of text in one manner of showing.
package struct Run: Sendable, Hashable {
    /// How a stretch is shown, besides as text.
    package enum Style: Sendable, Hashable {
        case plain
        case strong
        /// A place that nobody has filled in yet; the text is its name.
        case blank
        /// New in a comparison of two texts.
        case added
        /// Gone in a comparison of two texts.
        case removed
        /// Letters and digits to compare one by one, such as a fingerprint.
        case code
        /// An address on the web, which becomes a link when it is one of http or https.
        case address
    }

    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }
}

/// Words of a document in Dutch, English or both. Empty in a language: not written in it.
package struct Words: Sendable, Hashable {
    package var nl: [Run]
    package var en: [Run]

    package init(nl: [Run], en: [Run]) {
        self.nl = nl
        self.en = en
    }

    package init(_ text: Text = Text(), _ style: Run.Style = .plain) {
        nl = text.nl.isEmpty ? [] : [Run(text.nl, style)]
        en = text.en.isEmpty ? [] : [Run(text.en, style)]
    }

    package init(_ nl: String, _ en: String) { self.init(Text(nl, en)) }

    /// The same in every language, such as a name, a number or a fingerprint.
    package init(same text: String, _ style: Run.Style = .plain) { self.init(Text(same: text), style) }

    package var isEmpty: Bool { nl.isEmpty && en.isEmpty }

    package subscript(language: Language) -> [Run] { language == .nl ? nl : en }

    package static func + (left: Words, right: Words) -> Words {
        Words(nl: left.nl + right.nl, en: left.en + right.en)
    }
}

extension [Run] {
    /// The text alone, as somebody would read it who sees no styles.
    package var plain: String { map(\.text).joined() }
}
