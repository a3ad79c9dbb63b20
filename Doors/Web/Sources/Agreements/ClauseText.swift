import Agreements
import Ecosystems
import Kernel
import Markup
import MethodLibrary

/// The clauses, each with its margin.
extension EcosystemVisit {
    func clauses(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard !page.text.clauses.isEmpty else {
            return
                "<p class=\"empty\">\(say("Er zijn nog geen bepalingen. Kies bouwstenen of schrijf er een.", "There are no clauses yet. Choose building blocks or write one."))</p>"
        }
        return page.text.clauses.html { clause in
            let margin = margin(clause, page, refused)
            let beside: HTML =
                "<aside aria-label=\"\(say("Bij bepaling \(clause.number)", "On clause \(clause.number)"))\">\(margin)</aside>"
            return """
                <section class="clause" id="clause-\(clause.id)"><div class="words"><h2><span class="number">\(clause.number)</span> \(say.marked(clause.heading))</h2>
                \(clauseWords(clause))\(optional(clause))</div>\(margin.isEmpty ? "" : beside)</section>
                """
        }
    }

    private func optional(_ clause: DocumentClause) -> HTML {
        let left: HTML =
            clause.optional
            ? "<p class=\"quiet\">\(say("Deze bepaling mag worden weggelaten.", "This clause may be left out."))</p>"
            : ""
        let stays: HTML =
            clause.survives
            ? "<p class=\"quiet\">\(say("Deze bepaling blijft gelden na uittreden.", "This clause goes on after leaving."))</p>"
            : ""
        return left + stays
    }

    /// The text in the language of the page, or the other with its language marked; lines that start with a dash as a list.
    func clauseWords(_ clause: DocumentClause) -> HTML {
        let own = say.language == .nl ? clause.text.nl : clause.text.en
        let shown = say(clause.text)
        let body = paragraphs(shown, clause)
        guard own.isEmpty else { return body }
        let other = say.language == .nl ? "en" : "nl"
        return "<div lang=\"\(other)\">\(body)</div>"
    }

    private func paragraphs(_ text: String, _ clause: DocumentClause) -> HTML {
        var blocks: HTML = ""
        var items: [HTML] = []
        func closeList() {
            if !items.isEmpty { blocks += "<ul>\(items)</ul>" }
            items = []
        }
        for line in text.split(separator: "\n") {
            if line.hasPrefix("- ") {
                items.append("<li>\(filled(String(line.dropFirst(2)), clause))</li>")
            } else {
                closeList()
                blocks += "<p>\(filled(String(line), clause))</p>"
            }
        }
        closeList()
        return blocks
    }

    /// Words that were filled in lead to what they name; places that were not are marked.
    private func filled(_ line: String, _ clause: DocumentClause) -> HTML {
        let words = clause.variables.map { (word: say($0.shown), variable: $0) }.filter { $0.word.count > 1 }
            .sorted { ($0.word.count, $1.word) > ($1.word.count, $0.word) }
        return Placeholder.pieces(of: line).html { piece in
            piece.name.map { name in
                clause.missing.contains(name) ? "<mark class=\"blank\">\(blankName(name, clause))</mark>" : "{\(name)}"
            } ?? linked(piece.words, words)
        }
    }

    /// What the block calls a place that is still open.
    private func blankName(_ name: String, _ clause: DocumentClause) -> String {
        let texts = reader.library.block(clause.block)?.clauses ?? []
        return texts.flatMap(\.variables).first { $0.id == name }.map { say($0.name) } ?? name
    }

    private func linked(_ text: String, _ words: [(word: String, variable: DocumentVariable)]) -> HTML {
        guard let (word, variable) = words.first(where: { text.contains($0.word) }),
            let range = text.range(of: word)
        else { return "\(text)" }
        let rest = words.filter { $0.word != word }
        return linked(String(text[..<range.lowerBound]), rest) + link(variable, word)
            + linked(String(text[range.upperBound...]), rest)
    }

    private func link(_ variable: DocumentVariable, _ word: String) -> HTML {
        let path: Path? =
            switch variable.type {
            case .organisation: .organisation(id, variable.value)
            case .body: .record(id, "bodies", variable.value)
            case .text, .number, .amount, .day, .role: nil
            }
        let isOwn = variable.type != .text || !(say.language == .nl ? variable.shown.nl : variable.shown.en).isEmpty
        guard isOwn else {
            return
                "<span class=\"filled\" lang=\"\(say.language == .nl ? "en" : "nl")\">\(word)</span> <span class=\"quiet\">(\(say("alleen in het Engels", "only in Dutch")))</span>"
        }
        return path.map { "<a class=\"filled\" href=\"\($0)\">\(word)</a>" } ?? "<span class=\"filled\">\(word)</span>"
    }
}
