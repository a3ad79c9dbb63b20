import Ecosystems
import Gate
import Hummingbird
import Kernel

/// Search, inside one ecosystem and everywhere.
extension EcosystemVisit {
    func showSearch() async throws -> Response {
        let words = visit.query("q")
        let hits = words.isEmpty ? [] : try await search(words)
        if visit.query("format") == "fragment" { return .html(PastLinks(self).html(hitList(hits, words)).text) }
        return show(
            Page(
                say("Zoeken", "Search"), place: .search,
                """
                <h1>\(say("Zoeken in", "Search in")) \(name)</h1>\(searchForm(.search(id), words, say))<div id="hits" aria-live="polite">\(hitList(hits, words))</div>
                """))
    }

    private func search(_ words: String) async throws -> [SearchHit] {
        isPast
            ? ecosystem.search(words, in: reader, limit: 40) : try await ecosystem.search(words, for: caller, limit: 40)
    }

    func hitList(_ hits: [SearchHit], _ words: String) -> HTML {
        if words.isEmpty { return "<p class=\"quiet\">\(say("Typ een paar letters.", "Type a few letters."))</p>" }
        if hits.isEmpty {
            return "<p class=\"empty\">\(say("Niets gevonden voor “\(words)”.", "Nothing found for “\(words)”."))</p>"
        }
        let view = ValueView(self)
        let items: HTML = hits.html { hit in
            let label = reader.catalogue.kind(hit.kind).map { say($0.naming.label).lowercasedFirst } ?? hit.kind
            return "<li>\(view.link(hit.kind, hit.id)) <span class=\"quiet\">\(label)</span></li>"
        }
        return "<ul class=\"plain\">\(items)</ul>"
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
            for inside in try await ownEcosystems() {
                let hits = try await inside.ecosystem.search(words, for: inside.caller, limit: 10)
                if !hits.isEmpty { lists += "<section><h2>\(inside.name)</h2>\(inside.hitList(hits, words))</section>" }
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
