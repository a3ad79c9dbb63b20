import Kernel
import Markup

extension PaperHTML {
    var cover: HTML {
        let subtitle: HTML =
            paper.cover.subtitle.isEmpty ? "" : "<p class=\"subtitle\">\(inline(Words(paper.cover.subtitle)))</p>\n"
        let names = paper.cover.parties.html { "<li>\(inline($0))</li>\n" }
        let parties: HTML =
            paper.cover.parties.isEmpty
            ? "" : "<h2>\(inline(Words(PaperWords.parties)))</h2>\n<ul class=\"names\">\n\(names)</ul>\n"
        let count = paper.cover.parties.count > 12 ? " many" : ""
        return """
            <header class="cover\(count)">
            <p class="kind">\(inline(Words(paper.cover.kind)))</p>
            <h1>\(title)</h1>
            \(subtitle)\(parties)\(paper.cover.facts.isEmpty ? .empty : definitions(paper.cover.facts))</header>

            """
    }

    /// Names in two languages stand under each other, the second one smaller.
    private var title: HTML {
        guard paper.languages.count > 1, paper.title.nl != paper.title.en, !paper.title.nl.isEmpty,
            !paper.title.en.isEmpty
        else { return inline(Words(paper.title)) }
        return paper.languages.html { language in
            "<span class=\"name\" lang=\"\(language.rawValue)\">\(paper.title.shown(language))</span> "
        }
    }

    func heading(_ text: Text, _ level: Int, opens: Bool) -> HTML {
        let tag = HTML(drawn: "h\(min(max(level, 2), 4))")
        return "<\(tag)\(opens ? " class=\"opens\"" : "" as HTML)>\(inline(Words(text)))</\(tag)>\n"
    }

    func definitions(_ list: [Paper.Definition]) -> HTML {
        let rows = list.html { item in
            "<div><dt>\(inline(item.term))</dt><dd>\(meaning(item.meaning))</dd></div>\n"
        }
        return "<dl>\n\(rows)</dl>\n"
    }

    /// Sentences in two languages stand side by side, a few words behind each other.
    private func meaning(_ words: Words) -> HTML {
        guard paper.languages.count > 1, max(words.nl.plain.count, words.en.plain.count) > 48 else {
            return inline(words)
        }
        var side: HTML = ""
        write(Prose(words), to: &side)
        return side
    }

    func table(_ table: Paper.Table) -> HTML {
        let head = table.head.html { "<th scope=\"col\">\(inline($0))</th>" }
        let rows = table.rows.html { row in
            "<tr>\(row.html { "<td>\(inline($0))</td>" })</tr>\n"
        }
        let caption: HTML = table.caption.isEmpty ? "" : "<caption>\(inline(Words(table.caption)))</caption>\n"
        return "<table>\n\(caption)<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows)</tbody>\n</table>\n"
    }

    func panels(_ panels: [Paper.Panel]) -> HTML {
        let all = panels.html { panel in
            let answer: HTML = panel.answer.map { "<p class=\"answer\">\(inline($0))</p>\n" } ?? .empty
            return """
                <section class="panel\(panel.answer == nil ? " open" : panel.agrees ? "" : " against")">
                <h3>\(inline(panel.name))</h3>
                \(answer)\(definitions(panel.facts))</section>

                """
        }
        return "<div class=\"panels\">\n\(all)</div>\n"
    }
}
