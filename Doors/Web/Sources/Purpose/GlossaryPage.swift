import Ecosystems
import Hummingbird
import Kernel
import Markup
import Purpose

/// The shared dictionary of an ecosystem, searched by `?q=`.
extension EcosystemVisit {
    func showGlossary() async throws -> Response {
        let query = visit.query("q").replacing("+", with: " ")
        let all = Glossary(reader, language: say.language)
        let found = all.matching(query)
        return show(
            purposePage(
                .glossary, say("Begrippen", "Terms"),
                lead: say(
                    "De woorden die de partijen delen: wat ze betekenen, voor wie, en wat ze niet zijn.",
                    "The words that the parties share: what they mean, to whom, and what they are not."),
                actions: adding("terms"), glossaryContent(all, found, query)))
    }

    private func glossaryContent(_ all: Glossary, _ found: Glossary, _ query: String) -> HTML {
        guard !all.entries.isEmpty else {
            return
                "<p class=\"empty\">\(say("Er zijn nog geen begrippen. Begin met een woord waar u het over oneens was.", "There are no terms yet. Begin with a word that you disagreed about.")) \(formLink("terms", say("Leg een begrip vast", "Record a term")))</p>"
        }
        let none: HTML =
            found.entries.isEmpty
            ? "<p class=\"empty\">\(say("Geen begrip past bij “\(query)”.", "No term fits “\(query)”.")) \(formLink("terms", say("Leg het vast", "Record it")))</p>"
            : ""
        let number = say.count(found.entries.count, Text("begrip", "term"), Text("begrippen", "terms"))
        let reset: HTML =
            query.isEmpty
            ? "" : " · <a href=\"\(Path.purpose(id, "glossary"))\">\(say("Toon alles", "Show all"))</a>"
        return """
            <form method="get" action="\(Path.purpose(id, "glossary"))" class="search" role="search">\
            <input type="search" name="q" value="\(query)" aria-label="\(say("Zoek een begrip", "Search a term"))">\
            <button class="button quiet">\(say("Zoek", "Search"))</button></form>
            <p class="quiet" role="status">\(number)\(reset)</p>\(none)\(found.entries.html(entry))
            """
    }

    private func entry(_ entry: Glossary.Entry) -> HTML {
        """
        <section class="card" id="\(entry.term.id)"><h2>\(link(entry.term))</h2><p>\(say(entry.definition))</p>\
        \(notes(say("Betekenis per rol", "Meaning per role"), entry.meanings))\
        \(notes(say("Wat het niet is", "What it is not"), entry.counterExamples))</section>
        """
    }

    private func notes(_ title: String, _ notes: [Glossary.Note]) -> HTML {
        guard !notes.isEmpty else { return "" }
        let rows: HTML = notes.html { "<div><dt>\(say($0.name))</dt><dd>\(say($0.text))</dd></div>" }
        return "<h3>\(title)</h3><dl class=\"fields\">\(rows)</dl>"
    }
}
