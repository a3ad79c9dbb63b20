import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup

/// Search, inside one ecosystem and everywhere.
extension EcosystemVisit {
    func showSearch() async throws -> Response {
        let words = visit.query("q")
        let limit = visit.query("show") == "all" ? 400 : 40
        let hits = words.isEmpty ? [] : try await search(words, limit: limit + 1)
        let more = limit == 40 ? Path.search(id).with([("q", words), ("show", "all")]) : nil
        let list = hitList(hits, words, limit: limit, more: more)
        if visit.query("format") == "fragment" { return .html(PastLinks(self).html(list).text) }
        return show(
            Page(
                say("Zoeken", "Search"), place: .search,
                """
                <h1>\(say("Zoeken in", "Search in")) \(name)</h1>\(searchForm(.search(id), words, say))<div id="hits" aria-live="polite">\(list)</div>
                """))
    }

    private func search(_ words: String, limit: Int) async throws -> [SearchHit] {
        isPast
            ? ecosystem.search(words, in: reader, limit: limit)
            : try await ecosystem.search(words, for: caller, limit: limit)
    }

    /// As many hits as fit, and when there are more where those are.
    func hitList(_ hits: [SearchHit], _ words: String, limit: Int, more: String?) -> HTML {
        if words.isEmpty { return "<p class=\"quiet\">\(say("Typ een paar letters.", "Type a few letters."))</p>" }
        if hits.isEmpty {
            return "<p class=\"empty\">\(say("Niets gevonden voor “\(words)”.", "Nothing found for “\(words)”."))</p>"
        }
        let rest: HTML =
            hits.count <= limit
            ? ""
            : more.map { "<p><a href=\"\($0)\">\(say("Meer in \(name)", "More in \(name)"))</a></p>" }
                ?? "<p class=\"quiet\">\(say("Er is nog meer. Typ een woord erbij.", "There is more. Add a word."))</p>"
        return "<ul class=\"plain\">\(hits.prefix(limit).html(hitLine))</ul>\(rest)"
    }

    /// The name, and what tells records of the same name apart: the kind, and whom it is about.
    private func hitLine(_ hit: SearchHit) -> HTML {
        let view = ValueView(self)
        guard let kind = reader.catalogue.kind(hit.kind), let values = reader.values(kind, hit.id) else { return "" }
        let title = say(reader.title(hit.kind, hit.id))
        let told = view.distinction(of: kind, values).filter { !title.contains($0) }
        let words = ([say(kind.naming.label).lowercasedFirst] + told).joined(separator: " · ")
        return "<li>\(view.link(hit.kind, hit.id)) <span class=\"quiet\">\(words)</span></li>"
    }
}

func searchForm(_ path: Path, _ words: String, _ say: Say) -> HTML {
    """
    <form method="get" action="\(path)" role="search" class="search" data-live-search="#hits"><label for="q" class="hidden">\(say("Zoek", "Search"))</label>
    <input type="search" id="q" name="q" value="\(words)" autocomplete="off" autofocus><button class="button">\(say("Zoek", "Search"))</button></form>
    """
}

extension Visit {
    func showSearchEverywhere() async throws -> Response {
        let words = query("q")
        var lists: HTML = ""
        if !words.isEmpty {
            for inside in try await ecosystems() {
                let hits = try await inside.ecosystem.search(words, for: inside.caller, limit: 11)
                let list = inside.hitList(hits, words, limit: 10, more: Path.search(inside.id).with([("q", words)]))
                if !hits.isEmpty { lists += "<section><h2>\(inside.name)</h2>\(list)</section>" }
            }
            if lists.isEmpty {
                lists =
                    "<p class=\"empty\">\(say("Niets gevonden voor “\(words)”.", "Nothing found for “\(words)”."))</p>"
            }
        }
        if query("format") == "fragment" { return .html(lists.text) }
        return show(
            Page(
                say("Zoeken", "Search"), place: .search,
                "<h1>\(say("Zoeken", "Search"))</h1>\(searchForm(.everywhere, words, say))<div id=\"hits\" aria-live=\"polite\">\(lists)</div>"
            ))
    }
}
