/// A text in Dutch, English or both. Empty in a language means: not written in that language.
package struct Text: Sendable, Hashable {
    package var nl: String
    package var en: String

    package init(nl: String = "", en: String = "") {
        self.nl = nl
        self.en = en
    }

    /// Shorthand for a text in both languages, Dutch first.
    package init(_ nl: String, _ en: String) {
        self.init(nl: nl, en: en)
    }

    /// A proper name: the same in both languages.
    package init(same: String) {
        self.init(nl: same, en: same)
    }

    package var isEmpty: Bool { nl.isEmpty && en.isEmpty }

    /// What to show in a language: that language, or the other one when it was never written.
    package func shown(_ language: Language) -> String {
        let (wanted, other) = language == .nl ? (nl, en) : (en, nl)
        return wanted.isEmpty ? other : wanted
    }

    /// In Dutch, or else in English.
    package var dutch: String { shown(.nl) }
    /// In English, or else in Dutch.
    package var english: String { shown(.en) }
}
