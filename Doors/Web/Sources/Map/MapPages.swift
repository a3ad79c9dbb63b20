import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import NetworkMap
import Parties

extension WebDoor {
    func addMap(to book: RouteBook) {
        page(book, "/ecosystems/:ecosystem/map") { try await $0.ecosystem().showMap() }
        addMapFiles(to: book)
        addViews(to: book)
    }
}

extension EcosystemVisit {
    func showMap() async throws -> Response {
        let sheet = MapSheet(inside: self, choice: MapChoice(visit))
        let main = try await cached("map \(sheet.choice.key)") { () async throws -> HTML in try sheet.page() }
        var page = Page(say("Kaart", "Map"), place: .map, main + sheet.sharing())
        page.styles = ["map.css"]
        page.scripts = ["map.js", "map-canvas.js"]
        return show(page)
    }

    /// The map of the best connected, for a corner of another page, with what it means and the same as a table.
    func smallMap() -> HTML {
        let sheet = MapSheet(inside: self, choice: MapChoice([]))
        do throws(Refusal) {
            let picture = sheet.picture(try MapReading(MapQuestion(limit: 24, showsLonely: false), reader))
            guard !picture.nodes.isEmpty else { return "" }
            let drawing = MapRenderer.render(
                nodes: picture.nodes, edges: picture.edges,
                options: MapOptions(
                    width: 480, labelsSure: 10, legend: picture.legend, texts: sheet.texts(say(picture.sentence)),
                    identifier: "small"))
            return """
                <figure class="small-map">\(HTML(drawn: drawing.svg))<figcaption>\(HTML(drawn: drawing.legend))</figcaption></figure>
                <details><summary>\(say("Als tabel", "As a table"))</summary><div class="scroll">\(relationTable(picture))</div></details>
                """
        } catch { return "" }
    }
}

extension MapSheet {
    /// All of the page that everybody with the same rights sees alike.
    func page() throws -> HTML {
        guard (reader.state.table("organisations")?.count ?? 0) > 0 else { return nobodyYet }
        let content = try content()
        return """
            <div class="title"><div><h1>\(say("Kaart", "Map"))</h1><p class="lead">\(content.lead)</p></div>
            <div class="actions">\(addRelation)</div></div>\(inside.mapPlaces(.map))\(tabs)\(filters)\(around)\(content.html)
            """
    }

    private var nobodyYet: HTML {
        """
        <h1>\(say("Kaart", "Map"))</h1>
        <p class="empty">\(say("Er staat nog geen organisatie.", "There are no organisations yet.")) <a href="\(Path.parties(id))">\(say("Begin met de partijen", "Begin with the parties"))</a></p>
        """
    }

    /// The chosen form, or why there is nothing to show in it.
    func content() throws(Refusal) -> MapContent {
        let reading = try MapReading(question, reader)
        if let nothing = nothing(reading) { return nothing }
        switch choice.form {
        case .network, .groups:
            return try isPlatform(reading)
                ? bubbles(reading) : choice.form == .groups ? grouped(reading) : network(reading)
        case .rings: return try rings(reading)
        case .roles: return roleRings(reading)
        case .matrix: return try matrix(reading)
        case .who: return whoDoesWhat(reading)
        case .flows: return flows(reading)
        case .table: return try tables(reading)
        case .all: return try everything(reading)
        }
    }

    /// Too many to begin with organisations: first groups, until one organisation or group is chosen.
    private func isPlatform(_ reading: MapReading) -> Bool {
        reading.size.organisations > ViewForm.platformSize && question.focus == nil && question.group == nil
    }

    /// A choice that leaves no relation says so, in place of a drawing full of loose names.
    private func nothing(_ reading: MapReading) -> MapContent? {
        guard reading.size.relations == 0, question.focus == nil, choice.narrows, choice.form != .who else {
            return nil
        }
        let words =
            question.kinds.isEmpty
            ? say("Bij deze keuze zijn er geen relaties.", "There are no relations for this choice.")
            : say("Er zijn geen relaties van deze soort.", "There are no relations of this kind.")
        return MapContent(
            lead: words,
            html:
                "<p class=\"empty\" role=\"status\">\(words) <a href=\"\(Path.map(id).with([("view", choice["view"])]))\">\(say("Toon alles", "Show all"))</a></p>"
        )
    }

    /// The forms of the map; what is chosen stays chosen.
    private var tabs: HTML {
        let items: HTML = forms.html { form in
            let path = address(
                [("view", form == .network ? "" : form.rawValue)], without: ["sort", "order", "by", "what"])
            return
                "<li><a href=\"\(path)\"\(if: form == choice.form, " aria-current=\"page\"")>\(say(form.label))</a></li>"
        }
        return
            "<nav aria-label=\"\(say("Vormen van de kaart", "Forms of the map"))\"><ul class=\"forms\">\(items)</ul></nav>"
    }

    /// Everything at once says nothing new while the network has room for all.
    private var forms: [ViewForm] {
        let isSmall = (reader.state.table("organisations")?.count ?? 0) <= ViewForm.network.limit
        return ViewForm.allCases.filter { $0 != .all || !isSmall || choice.form == .all }
    }

    /// With an organisation in the middle: the way to its page, to a wider circle, and back to the whole. With a group: back to all groups.
    private var around: HTML {
        if let group = question.group {
            return """
                <p class="around">\(say("Alleen groep \(group)", "Only group \(group)")) · \
                <a href="\(address(without: ["group"]))">\(say("Alle groepen", "All groups"))</a></p>
                """
        }
        guard let focus = question.focus else { return "" }
        let title = say(reader.title("organisations", focus))
        let wider = (question.depth ?? 1) + 1
        let more: HTML =
            wider > 3
            ? ""
            : " · <a href=\"\(address([("focus", focus), ("depth", "\(wider)")]))\">\(say("Een stap verder", "One step further"))</a>"
        return """
            <p class="around">\(say("Rond", "Around")) <strong>\(title)</strong>: \
            <a href="\(Path.organisation(id, focus))">\(say("Open \(title)", "Open \(title)"))</a>\(more) · \
            <a href="\(address(without: ["focus", "depth"]))">\(say("Hele kaart", "Whole map"))</a></p>
            """
    }

    private var addRelation: HTML {
        guard let kind = reader.catalogue.kind("relations") else { return "" }
        return inside.addButton(kind)
    }
}
