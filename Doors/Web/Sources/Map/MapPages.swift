import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
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
    private var question: MapQuestion {
        func wanted(_ name: String) -> Set<String> { Set(visit.queries(name).filter { !$0.isEmpty }) }
        let statuses = Set(visit.queries("status").compactMap(Participation.Status.init(rawValue:)))
        return MapQuestion(
            kinds: wanted("kind"), roles: wanted("role"), sectors: wanted("sector"), statuses: statuses, during: during,
            focus: visit.query("focus").isEmpty ? nil : visit.query("focus"), depth: Int(visit.query("depth")) ?? 1,
            shape: visit.query("shape") == "role" ? .role : .sector, showsLonely: visit.query("lonely") != "no")
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

    private func picture(_ question: MapQuestion) throws(Refusal) -> NetworkPicture {
        try NetworkPicture.of(question, reader, language: say.language) { Path.organisation(id, $0).url }
    }

    func showMap() async throws -> Response {
        let question = question
        let picture = try picture(question)
        let drawing = MapRenderer.render(
            nodes: picture.nodes, edges: picture.edges,
            options: MapOptions(width: 1080, focus: question.focus, legend: picture.legend, texts: texts(picture)))
        var page = Page(
            say("Kaart", "Map"), place: .map,
            """
            <div class="title"><div><h1>\(say("Kaart", "Map"))</h1><p class="lead">\(say(picture.sentence))</p></div>
            <div class="actions">\(addRelation)</div></div>\(filters(question))
            <figure data-map data-zoom-in="\(say("Inzoomen", "Zoom in"))" data-zoom-out="\(say("Uitzoomen", "Zoom out"))" data-reset="\(say("Hele kaart", "Whole map"))"
            data-search="\(say("Zoek op de kaart", "Search the map"))" data-found="\(say("{count} gevonden", "{count} found"))">\(HTML(drawn: drawing.svg))
            <figcaption>\(HTML(drawn: drawing.legend))</figcaption></figure>\(table(picture))
            """)
        page.styles = ["map.css"]
        page.scripts = ["map.js"]
        return show(page)
    }

    private var addRelation: HTML {
        guard let kind = reader.catalogue.kind("relations") else { return "" }
        return addButton(kind)
    }

    private func filters(_ question: MapQuestion) -> HTML {
        let kinds = reader.library.choices(for: .relationKind).map { ($0.id, say($0.label)) }
        let sectors = reader.library.choices(for: .sector).map { ($0.id, say($0.label)) }
        let held = Set(reader.records(Assignment.self).map(\.role))
        let roles = reader.library.choices(for: .role).filter { held.contains($0.id) }.map { ($0.id, say($0.label)) }
        let phases = CourseState.all(reader).flatMap { course in
            course.phases.filter { $0.period != nil }.map { ("\(course.id)/\($0.id)", say($0.name)) }
        }
        let parties = reader.records(Organisation.self)
        let focus =
            parties.count <= 500
            ? parties.map { ($0.id.rawValue, say($0.name)) }.sorted { $0.1.lowercased() < $1.1.lowercased() } : []
        let near: HTML =
            focus.isEmpty
            ? "<label>\(say("Rond", "Around")) <input name=\"focus\" value=\"\(question.focus ?? "")\" placeholder=\"id\"></label>"
            : chooser("focus", say("Rond", "Around"), focus, [question.focus ?? ""])
        return """
            <form method="get" action="\(Path.map(id))" class="inline filters">\(chooser("kind", say("Relatie", "Relation"), kinds, question.kinds))
            \(chooser("sector", say("Sector", "Sector"), sectors, question.sectors))\(chooser("role", say("Rol", "Role"), roles, question.roles))
            \(chooser("phase", say("Fase", "Phase"), phases, [visit.query("phase")]))\(near)
            \(chooser("depth", say("stappen", "steps"), [("1", "1"), ("2", "2"), ("3", "3")], [String(question.depth ?? 1)], any: false))
            \(chooser("shape", say("Vorm toont", "Shape shows"), [("sector", say("sector", "sector")), ("role", say("rol", "role"))], [question.shape.rawValue], any: false))
            <button class="button quiet">\(say("Toon", "Show"))</button> <a href="\(Path.map(id))">\(say("Alles", "All"))</a></form>
            """
    }

    private func chooser(
        _ field: String, _ label: String, _ choices: [(String, String)], _ chosen: Set<String>, any: Bool = true
    ) -> HTML {
        guard !choices.isEmpty else { return "" }
        let first: HTML = any ? "<option value=\"\">\(say("alle", "all"))</option>" : ""
        let options: HTML = choices.html {
            "<option value=\"\($0.0)\"\(if: chosen.contains($0.0), " selected")>\($0.1)</option>"
        }
        return "<label>\(label) <select name=\"\(field)\">\(first)\(options)</select></label>"
    }

    private func table(_ picture: NetworkPicture) -> HTML {
        let view = ValueView(self)
        let rows: HTML = picture.relations.prefix(1_000).html { row in
            """
            <tr><th scope="row">\(view.link("organisations", row.from.id))</th><td><a href="\(Path.record(id, "relations", row.id))">\(say(row.kind.title))</a> \(row.isDirected ? "→" : "—")</td>\
            <td>\(view.link("organisations", row.to.id))</td><td>\(say(row.description))</td></tr>
            """
        }
        let parties: HTML = picture.organisations.html { row in
            "<tr><th scope=\"row\">\(view.link("organisations", row.id))</th><td>\(say(row.sector.title))</td><td class=\"number\">\(row.relations)</td></tr>"
        }
        return """
            <details id="tabel"><summary>\(say("De kaart als tabel", "The map as a table"))</summary><div class="scroll">
            <table><caption class="hidden">\(say("Relaties", "Relations"))</caption><thead><tr><th scope="col">\(say("Van", "From"))</th><th scope="col">\(say("Relatie", "Relation"))</th>
            <th scope="col">\(say("Naar", "To"))</th><th scope="col">\(say("Omschrijving", "Description"))</th></tr></thead><tbody>\(rows)</tbody></table>
            <h3>\(say("Organisaties", "Organisations"))</h3><table><thead><tr><th scope="col">\(say("Organisatie", "Organisation"))</th><th scope="col">\(say("Sector", "Sector"))</th>
            <th scope="col" class="number">\(say("Relaties", "Relations"))</th></tr></thead><tbody>\(parties)</tbody></table></div></details>
            """
    }

    /// The map of the best connected, for a corner of another page.
    func smallMap() -> HTML {
        let asked = MapQuestion(limit: 24, showsLonely: false)
        do throws(Refusal) {
            let picture = try picture(asked)
            guard !picture.nodes.isEmpty else { return "" }
            let drawing = MapRenderer.render(
                nodes: picture.nodes, edges: picture.edges,
                options: MapOptions(width: 480, labelsSure: 10, texts: texts(picture), identifier: "small"))
            return "<figure class=\"small-map\">\(HTML(drawn: drawing.svg))</figure>"
        } catch { return "" }
    }
}
