import Documents
import Kernel

extension Redline {
    /// The changes as a document to read and print: what changed first, then every clause with what is gone and new in it.
    /// - Parameter edition: for a draft; nil tells the two versions.
    package func paper(
        of name: Text, on day: Day, in languages: [Language], edition: Text? = nil, all: Bool = false
    ) -> Paper {
        var paper = Paper()
        paper.title = name
        paper.edition = edition ?? Text("Versie \(to) naast versie \(from)", "Version \(to) beside version \(from)")
        paper.languages = languages
        paper.day = day
        paper.cover.kind = Text("Wat er verandert", "What changes")
        paper.cover.facts = [Paper.Definition(Text("Vergelijking", "Comparison"), Words(paper.edition))]
        paper.cover.subtitle = summary
        paper.pieces = workings + clausePieces(all ? clauses : changed)
        return paper
    }

    /// “2 bepalingen gewijzigd, 1 nieuw.”
    package var summary: Text {
        if isEmpty { return Text("Er is niets veranderd.", "Nothing has changed.") }
        var parts: [Text] = []
        for fate in [ClauseChange.Fate.changed, .added, .removed] {
            let count = clauses.filter { $0.fate == fate }.count
            guard count > 0 else { continue }
            parts.append(
                Text(
                    "\(count) \(count == 1 ? "bepaling" : "bepalingen") \(fate.label.nl)",
                    "\(count) \(count == 1 ? "clause" : "clauses") \(fate.label.en)"))
        }
        let moved = clauses.filter(\.isMoved).count
        if moved > 0 { parts.append(Text("\(moved) verplaatst", "\(moved) moved")) }
        if !others.isEmpty {
            parts.append(Text("\(others.count) andere wijzigingen", "\(others.count) other changes"))
        }
        return Text(parts.map(\.nl).joined(separator: ", ") + ".", parts.map(\.en).joined(separator: ", ") + ".")
    }

    private var workings: [Paper.Piece] {
        guard !others.isEmpty else { return [] }
        return [
            .heading(Text("Naast de bepalingen", "Besides the clauses"), level: 2),
            .definitions(others.map { Paper.Definition($0.what, TextChange(from: $0.old, to: $0.new).words) }),
        ]
    }

    private func clausePieces(_ clauses: [ClauseChange]) -> [Paper.Piece] {
        guard !clauses.isEmpty else { return [] }
        return [.heading(Text("De bepalingen", "The clauses"), level: 2)] + clauses.map { .clause($0.paper) }
    }
}

extension ClauseChange {
    /// What happened to it, in a few words.
    package var mark: Text {
        var marks: [Text] = fate == .kept ? [] : [fate.label]
        if isMoved, let oldNumber { marks.append(Text("stond bij \(oldNumber)", "was number \(oldNumber)")) }
        if fate == .changed, wasOptional != isOptional {
            marks.append(
                isOptional
                    ? Text("mag nu worden weggelaten", "may now be left out")
                    : Text("mag niet meer worden weggelaten", "may no longer be left out"))
        }
        if fate == .changed, wasSurviving != isSurviving {
            marks.append(
                isSurviving
                    ? Text("blijft nu gelden na uittreden", "now goes on after leaving")
                    : Text("blijft niet meer gelden na uittreden", "no longer goes on after leaving"))
        }
        return Text(marks.map(\.nl).joined(separator: ", "), marks.map(\.en).joined(separator: ", "))
    }

    fileprivate var paper: Paper.Clause {
        var shown = Paper.Clause()
        shown.id = id
        shown.number = (newNumber ?? oldNumber).map(String.init) ?? ""
        shown.heading = heading.words
        shown.mark = mark
        shown.text = Prose(text.words)
        return shown
    }
}
