import Kernel
import Markup

/// A document as HTML that stands by itself: nothing in it leads a reader or a printer to fetch anything.
package struct PaperHTML: Sendable {
    let paper: Paper

    package init(_ paper: Paper) { self.paper = paper }

    /// The whole file, with its stylesheet inside.
    package var page: HTML {
        let language = paper.languages.first ?? .nl
        var page: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <meta name="generator" content="Stelsel">
            <meta name="dcterms.created" content="\(paper.day.description)">
            <meta name="dcterms.modified" content="\(paper.day.description)">
            <style>
            \(HTML(drawn: PaperStyle(paper).text))</style>
            </head>
            <body>
            \(running)
            """
        write(to: &page)
        page += "</body>\n</html>\n"
        return page
    }

    /// The document alone, for inside a page of somebody else, which brings `PaperStyle.text`.
    package var article: HTML {
        var article: HTML = ""
        write(to: &article)
        return article
    }

    private var title: String {
        let language = paper.languages.first ?? .nl
        return [paper.title.shown(language), paper.edition.shown(language)].filter { !$0.isEmpty }
            .joined(separator: " \u{00B7} ")
    }

    /// What stands at the top and foot of every page, in the words of the document and never in its stylesheet.
    private var running: HTML {
        let draft = paper.draft.map { inline(Words($0)) } ?? .empty
        return """
            <div class="running" data-title="\(joined(paper.title))" data-edition="\(joined(paper.edition))" \
            data-mark="\(paper.mark)" data-draft="\(paper.draft.map(joined) ?? "")"></div>
            \(draft.isEmpty ? .empty : "<p class=\"draft\"><strong>\(draft)</strong></p>\n")
            """
    }

    private func joined(_ text: Text) -> String {
        paper.languages.map { text.shown($0) }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            .joined(separator: " \u{00B7} ")
    }

    private func write(to page: inout HTML) {
        page += "<main class=\"paper\(paper.languages.count > 1 ? " two" : "")\">\n"
        page += cover
        for piece in paper.pieces { write(piece, to: &page) }
        page += "</main>\n"
    }

    private func write(_ piece: Paper.Piece, to page: inout HTML) {
        switch piece {
        case .heading(let text, let level, let opens): page += heading(text, level, opens: opens)
        case .prose(let prose): write(prose, to: &page)
        case .definitions(let list): page += definitions(list)
        case .table(let table): page += self.table(table)
        case .clause(let clause): write(clause, to: &page)
        case .panels(let panels): page += self.panels(panels)
        case .note(let note): write(note, to: &page)
        case .code(let groups): page += "<p class=\"code\">\(groups.html { "<span>\($0)</span> " })</p>\n"
        }
    }

    private func write(_ clause: Paper.Clause, to page: inout HTML) {
        let mark: HTML = clause.mark.isEmpty ? "" : " <em class=\"mark\">\(inline(Words(clause.mark)))</em>"
        page += """
            <section class="clause" id="clause-\(clause.id)">
            <h3><span class="number">\(clause.number)</span> \(inline(clause.heading))\(mark)</h3>

            """
        write(clause.text, to: &page)
        if !clause.asks.isEmpty {
            page += "<div class=\"asks\"><h4>\(inline(Words(PaperWords.asks)))</h4>\n"
            write(Prose(items: clause.asks), to: &page)
            page += "</div>\n"
        }
        for note in clause.notes { write(note, to: &page) }
        page += "</section>\n"
    }

    private func write(_ note: Paper.Note, to page: inout HTML) {
        page += "<aside class=\"note\">\n<h4>\(inline(note.title))</h4>\n"
        write(note.text, to: &page)
        page += "</aside>\n"
    }
}
