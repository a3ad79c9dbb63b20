import Kernel

/// A document to read, print and sign: what is on it and in which order, without how it looks.
package struct Paper: Sendable, Hashable {
    package var title = Text()
    /// What stands beside the title at the top of each page: the version and its day.
    package var edition = Text()
    /// What it is shown in; two: side by side.
    package var languages: [Language] = [.nl]
    /// Not fixed yet; then every page says what this says.
    package var draft: Text?
    /// SHA-256 of the text, in hexadecimal; empty for a draft. Its beginning stands at the foot of each page.
    package var hash = ""
    /// The day that counts as the day on which it was made.
    package var day = Day(number: 0)
    package var cover = Cover()
    package var pieces: [Piece] = []

    package init() {}

    /// The first page.
    package struct Cover: Sendable, Hashable {
        /// What kind of document it is.
        package var kind = Text()
        package var subtitle = Text()
        package var parties: [Words] = []
        package var facts: [Definition] = []

        package init() {}
    }

    /// A term and what it stands for.
    package struct Definition: Sendable, Hashable {
        package let term: Words
        package let meaning: Words

        package init(_ term: Text, _ meaning: Words) {
            self.term = Words(term)
            self.meaning = meaning
        }

        package init(_ term: Words, _ meaning: Words) {
            self.term = term
            self.meaning = meaning
        }
    }

    /// Something on the pages after the first.
    package enum Piece: Sendable, Hashable {
        /// Level 2 begins a part, level 3 stands inside one. `opensPage`: on a new page.
        case heading(Text, level: Int, opensPage: Bool = false)
        case prose(Prose)
        case definitions([Definition])
        case table(Table)
        case clause(Clause)
        case panels([Panel])
        case note(Note)
        /// Letters to compare one by one, in groups.
        case code([String])

        /// A paragraph.
        package static func paragraph(_ text: Text) -> Piece { .prose(Prose(text)) }
    }

    package struct Table: Sendable, Hashable {
        package let caption: Text
        package let head: [Words]
        package let rows: [[Words]]

        package init(_ caption: Text, head: [Text], rows: [[Words]]) {
            self.caption = caption
            self.head = head.map { Words($0) }
            self.rows = rows
        }
    }

    /// A numbered provision; heading and beginning of the text stay on one page.
    package struct Clause: Sendable, Hashable {
        package var id = ""
        package var number = ""
        package var heading = Words()
        /// A short mark beside the heading, such as “may be left out”.
        package var mark = Text()
        package var text = Prose(Words())
        /// What it asks of whom, each in a sentence.
        package var asks: [Words] = []
        package var notes: [Note] = []

        package init() {}
    }

    /// Something beside the text proper: an objection that remains, a warning.
    package struct Note: Sendable, Hashable {
        package let title: Words
        package let text: Prose

        package init(_ title: Words, _ text: Prose) {
            self.title = title
            self.text = text
        }
    }

    /// A place for one party on the signature page, with what it declared or lines to fill in.
    package struct Panel: Sendable, Hashable {
        package let name: Words
        /// What it declared; nil: nothing yet, and the facts are lines to write on.
        package let answer: Words?
        /// Whether what it declared is a yes.
        package let agrees: Bool
        package let facts: [Definition]

        package init(_ name: Words, answer: Words?, agrees: Bool = true, facts: [Definition]) {
            self.name = name
            self.answer = answer
            self.agrees = agrees
            self.facts = facts
        }
    }
}
