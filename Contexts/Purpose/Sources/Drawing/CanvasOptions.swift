import Kernel

/// How a canvas is drawn and in which words.
package struct CanvasOptions: Sendable {
    package enum Form: String, Sendable {
        /// A ring between two columns, 976 px.
        case wide
        /// A ring above one column, 320 px, for a phone.
        case narrow
    }

    package var form: Form
    package var language: Language
    /// At most so many stakeholders per segment are written out; nil: as many as keep the drawing readable.
    package var limit: Int?
    /// Where a record lives; nil makes plain text of it. Only paths here and http(s) become links.
    package var address: @Sendable (Reference) -> String?
    /// Where the table with everything is; `+ n more` leads there.
    package var table: String?
    package var words: CanvasWords
    /// Start of the ids inside the SVG; differs between two drawings on one page.
    package var identifier: String

    package init(
        form: Form = .wide, language: Language = .nl, limit: Int? = nil,
        address: @escaping @Sendable (Reference) -> String? = { _ in nil }, table: String? = nil,
        words: CanvasWords = CanvasWords(), identifier: String = "canvas"
    ) {
        (self.form, self.language, self.limit, self.address) = (form, language, limit, address)
        (self.table, self.words, self.identifier) = (table, words, identifier)
    }

    /// So many stakeholders are written out when no limit is given.
    static let roomFor = 16

    func shown(_ text: Text) -> String { text.shown(language) }

    /// How many of each segment are written out: as many alike as together have room.
    func limit(for counts: [Int]) -> Int {
        if let limit { return max(limit, 1) }
        let longest = counts.max() ?? 1
        return (1...max(longest, 1)).last { each in counts.reduce(0) { $0 + min($1, each) } <= Self.roomFor } ?? 1
    }
}

/// The words in a canvas.
package struct CanvasWords: Sendable, Hashable {
    package var title = Text("Ontwerpcanvas", "Design canvas")
    package var goal = Text("Gezamenlijk doel", "Shared goal")
    package var noGoal = Text("Nog geen gezamenlijk doel", "No shared goal yet")
    package var part = Text("deeldoel", "part")
    package var parts = Text("deeldoelen", "parts")
    package var by = Text("uiterlijk", "by")
    package var does = Text("doet", "does")
    package var wants = Text("wil", "wants")
    package var clashes = Text("botst", "clashes")
    package var doesMeaning = Text("activiteit voor het doel", "activity for the goal")
    package var wantsMeaning = Text("doel van de organisatie zelf", "goal of the organisation itself")
    package var clashesMeaning = Text("tegengesteld belang", "opposing interest")
    package var coming = Text("doet nog niet mee", "does not take part yet")
    package var more = Text("meer", "more")
    package var empty = Text("Er doet nog niemand mee", "Nobody takes part yet")

    package init() {}
}
