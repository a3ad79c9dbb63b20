import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
import Markup
import MethodLibrary
import NetworkMap
import Parties

extension WebDoor {
    func addMap(to book: RouteBook) {
        page(book, "/ecosystems/:ecosystem/map") { try await $0.ecosystem().showMap() }
    }
}

extension EcosystemVisit {
    /// What the address asks to see: every filter is in the query, so that a view can be shared.
    private var mapQuestion: MapQuestion {
        func wanted(_ name: String) -> Set<String> { Set(visit.queries(name).filter { !$0.isEmpty }) }
        let statuses = Set(visit.queries("status").compactMap(Participation.Status.init(rawValue:)))
        return MapQuestion(
            kinds: wanted("kind"), roles: wanted("role"), sectors: wanted("sector"), statuses: statuses, during: during,
            focus: visit.query("focus").isEmpty ? nil : visit.query("focus"), depth: Int(visit.query("depth")) ?? 1,
            shape: visit.query("shape") == "role" ? .role : .sector, showsLonely: visit.query("lonely") != "no",
            showsDerived: visit.query("derived") != "no")
    }

    /// The days of the phase in the address, `lifecycle/phase`.
    private var during: Period? {
        let parts = visit.query("phase").split(separator: "/").map(String.init)
        guard parts.count == 2 else { return nil }
        return CourseState.of(parts[0], reader)?.phases.first { $0.id == parts[1] }?.period
    }

    private func texts(_ picture: NetworkPicture) -> MapTexts {
        MapTexts(
            title: say("Kaart van \(name)", "Map of \(name)"),
            description: say(picture.sentence) + " "
                + say("Dezelfde gegevens staan in de tabel eronder.", "The same facts are in the table below."),
            lonely: say("Zonder relaties op deze kaart", "Without relations on this map"),
            empty: say("Niets past bij deze keuze", "Nothing fits this choice"))
    }

    /// A node leads to its neighbourhood, with the filters as they are; the one in the middle leads to its own page.
    private func picture(_ question: MapQuestion, _ query: [(String, String)]) throws(Refusal) -> NetworkPicture {
        try NetworkPicture.of(question, reader, language: say.language) { party in
            party == question.focus
                ? Path.organisation(id, party).url
                : Path.map(id).with(query.filter { $0.0 != "focus" } + [("focus", party)])
        }
    }

    func showMap() async throws -> Response {
        let question = mapQuestion
        let picture = try picture(question, mapQuery)
        var page = Page(
            say("Kaart", "Map"), place: .map,
            """
            <div class="title"><div><h1>\(say("Kaart", "Map"))</h1><p class="lead">\(say(picture.sentence))</p></div>
            <div class="actions">\(addRelation)</div></div>\(mapContent(question, picture))
            """)
        page.styles = ["map.css"]
        page.scripts = ["map.js"]
        return show(page)
    }

    private func mapContent(_ question: MapQuestion, _ picture: NetworkPicture) -> HTML {
        guard (reader.state.table("organisations")?.count ?? 0) > 0 else {
            return
                "<p class=\"empty\">\(say("Er staat nog geen organisatie.", "There are no organisations yet.")) <a href=\"\(Path.parties(id))\">\(say("Begin met de partijen", "Begin with the parties"))</a></p>"
        }
        if let nothing = nothingToDraw(question, picture) { return mapFilters(question) + nothing }
        let drawing = MapRenderer.render(
            nodes: picture.nodes, edges: picture.edges,
            options: MapOptions(
                width: width(of: picture), focus: question.focus, legend: picture.legend, texts: texts(picture)))
        return """
            \(mapFilters(question))\(around(question))
            <figure data-map data-zoom-in="\(say("Inzoomen", "Zoom in"))" data-zoom-out="\(say("Uitzoomen", "Zoom out"))" data-reset="\(say("Hele kaart", "Whole map"))"
            data-search="\(say("Zoek op de kaart", "Search the map"))" data-hint="\(say("Zoom in om de namen te lezen.", "Zoom in to read the names."))" data-found="\(say("{count} gevonden", "{count} found"))">\(HTML(drawn: drawing.svg))
            <figcaption>\(HTML(drawn: drawing.legend))</figcaption></figure>\(mapTable(picture))
            """
    }

    /// A small network is drawn small, so that a phone shows it large enough to read.
    private func width(of picture: NetworkPicture) -> Double {
        picture.nodes.count <= 12 ? 520 : picture.nodes.count <= 24 ? 760 : 1080
    }

    /// A choice that leaves no relation says so, in place of a drawing full of loose names.
    private func nothingToDraw(_ question: MapQuestion, _ picture: NetworkPicture) -> HTML? {
        guard picture.relations.isEmpty, question.focus == nil,
            mapQuery.contains(where: { !$0.1.isEmpty })
        else { return nil }
        let words =
            question.kinds.isEmpty
            ? say("Bij deze keuze zijn er geen relaties.", "There are no relations for this choice.")
            : say("Er zijn geen relaties van deze soort.", "There are no relations of this kind.")
        return
            "<p class=\"empty\" role=\"status\">\(words) <a href=\"\(Path.map(id))\">\(say("Toon alles", "Show all"))</a></p>"
    }

    /// With an organisation in the middle: the way to its page, to a wider circle, and back to the whole.
    private func around(_ question: MapQuestion) -> HTML {
        guard let focus = question.focus else { return "" }
        let title = say(reader.title("organisations", focus))
        let wider = (question.depth ?? 1) + 1
        let rest = mapQuery.filter { $0.0 != "focus" && $0.0 != "depth" }
        let more: HTML =
            wider > 3
            ? ""
            : " · <a href=\"\(Path.map(id).with(rest + [("focus", focus), ("depth", "\(wider)")]))\">\(say("Een stap verder", "One step further"))</a>"
        return """
            <p class="around">\(say("Rond", "Around")) <strong>\(title)</strong>: \
            <a href="\(Path.organisation(id, focus))">\(say("Open \(title)", "Open \(title)"))</a>\(more) · \
            <a href="\(Path.map(id).with(rest))">\(say("Hele kaart", "Whole map"))</a></p>
            """
    }

    private var addRelation: HTML {
        guard let kind = reader.catalogue.kind("relations") else { return "" }
        return addButton(kind)
    }

    /// The map of the best connected, for a corner of another page, with what it means and the same as a table.
    func smallMap() -> HTML {
        let asked = MapQuestion(limit: 24, showsLonely: false)
        do throws(Refusal) {
            let picture = try picture(asked, [])
            guard !picture.nodes.isEmpty else { return "" }
            let drawing = MapRenderer.render(
                nodes: picture.nodes, edges: picture.edges,
                options: MapOptions(
                    width: 480, labelsSure: 10, legend: picture.legend, texts: texts(picture), identifier: "small"))
            return """
                <figure class="small-map">\(HTML(drawn: drawing.svg))<figcaption>\(HTML(drawn: drawing.legend))</figcaption></figure>
                <details><summary>\(say("Als tabel", "As a table"))</summary><div class="scroll">\(relationTable(picture))</div></details>
                """
        } catch { return "" }
    }
}
