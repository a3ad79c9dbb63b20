import Ecosystems
import Gate
import Hummingbird
import Kernel
import Ledger
import Lifecycle
import NIOCore
import Parties

extension EcosystemVisit {
    /// What is asked of the visitor here.
    func tasks() -> [PersonalTask] { Tasks.forCaller(reader, persons: caller.persons) }

    /// The name of the current phase of the first lifecycle; "" when there is none.
    var phaseNow: String {
        let now = CourseState.all(reader).lazy.compactMap { course in course.current }.first
        return now.map { say($0.name) } ?? ""
    }

    /// May the visitor know about this event? Only when they may see what it is about.
    func maySee(_ item: HistoryItem) -> Bool {
        if reader.rights.seesEverything { return true }
        guard let kind = reader.catalogue.kind(item.kind) else { return item.kind.isEmpty }
        guard reader.canRead(kind) else { return false }
        return reader.state.table(kind.plural)?.contains(item.id) != true || reader.values(kind, item.id) != nil
    }

    func showHistory() async throws -> Response {
        let items = try await ecosystem.history(before: Int(visit.query("before")), limit: 60)
        let teller = HistoryTeller(self)
        let rows: HTML = items.filter(maySee).html { item in
            """
            <li><div class="row"><p>\(teller.what(item))</p><span class="quiet">\(teller.when(item))</span></div>
            <p class="why">\(teller.who(item)) · <a href="\(Path.ecosystem(id).with([("as-of", "\(item.sequence)")]))">\(say("zoals het toen was", "as it was then"))</a> · nr. \(item.sequence)</p>\(teller.reason(item))</li>
            """
        }
        let older: HTML =
            items.last.map { $0.sequence > 1 } == true
            ? "<p><a href=\"\(Path.history(id).with([("before", "\(items.last?.sequence ?? 1)")]))\">\(say("Ouder", "Older"))</a></p>"
            : ""
        return show(
            Page(
                say("Geschiedenis", "History"), place: .history,
                """
                <div class="title"><div><h1>\(say("Geschiedenis", "History"))</h1><p class="lead">\(say("Elke wijziging, door wie en waarom. Niets hiervan kan ongemerkt veranderd worden.", "Every change, by whom and why. None of this can be altered unnoticed.")) <a href="\(Path.proof)">\(say("Hoe dat te bewijzen is", "How that is proved"))</a></p></div>
                <form method="get" action="\(Path.ecosystem(id))" class="inline"><label for="as-of">\(say("Bekijk het ecosysteem op", "See the ecosystem on"))</label>
                <input type="date" id="as-of" name="as-of" required max="\(visit.today.description)"> <button class="button quiet">\(say("Kijk terug", "Look back"))</button></form></div>
                <ol class="timeline">\(rows)</ol>\(older)
                """))
    }

    func showSearch() async throws -> Response {
        let words = visit.query("q")
        let hits = words.isEmpty ? [] : try await ecosystem.search(words, for: caller, limit: 40)
        if visit.query("format") == "fragment" { return .html(hitList(hits, words).text) }
        return show(
            Page(
                say("Zoeken", "Search"), place: .search,
                """
                <h1>\(say("Zoeken in", "Search in")) \(name)</h1>\(searchForm(.search(id), words, say))<div id="hits" aria-live="polite">\(hitList(hits, words))</div>
                """))
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

    /// Tells an open page that something changed, as it happens.
    func streamUpdates() async throws -> Response {
        let updates = await ecosystem.updates()
        let sequence = reader.state.sequence
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 3000\nevent: now\ndata: \(sequence)\n\n"))
                await withGracefulShutdownOver(updates) { update in
                    guard let update else { return await Self.send(": still here\n\n", to: &writer) }
                    return await Self.send("event: changed\ndata: \(update)\n\n", to: &writer)
                }
                try await writer.finish(nil)
            })
    }

    private static func send(_ text: String, to writer: inout any ResponseBodyWriter) async -> Bool {
        do {
            try await writer.write(ByteBuffer(string: text))
            return true
        } catch { return false }
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

    func showProof() async throws -> Response {
        let ledger = door.installation.ledger
        let note = try ledger.checkpoint()
        return show(
            Page(
                say("Bewijs", "Proof"),
                """
                <div class="narrow"><h1>\(say("Hoe u kunt nagaan dat niets is veranderd", "How you can check that nothing was altered"))</h1>
                <p class="lead">\(say("Elke wijziging is een regel in een logboek. Alle regels samen geven één kenmerk, en dat kenmerk is ondertekend. Wie het bewaart kan later zien of iemand iets heeft veranderd, weggelaten of teruggedraaid.", "Every change is a line in a log. All lines together give one fingerprint, and that fingerprint is signed. Whoever keeps it can see later whether anyone changed, left out or rolled back anything."))</p>
                <h2>\(say("Het kenmerk van nu", "The fingerprint of now"))</h2><pre class="note"><code>\(note.description)</code></pre>
                <p>\(say("Openbare sleutel", "Public key")): <code>\(ledger.verifierKey)</code></p>
                <h2>\(say("Nagaan", "Check"))</h2><p>\(say("Op de server:", "On the server:")) <code>stelsel verify --store FILE --checkpoint NOTE</code></p>
                <p class="quiet">\(say("Opbouw: RFC 6962 (Merkle-boom), C2SP checkpoint en signed note, Ed25519.", "Construction: RFC 6962 (Merkle tree), C2SP checkpoint and signed note, Ed25519."))</p></div>
                """))
    }
}
