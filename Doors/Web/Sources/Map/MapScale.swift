import Kernel
import Markup
import NetworkMap

/// A map of thousands: groups first, then one of them; or everything at once as dots.
extension MapSheet {
    /// More groups than this cannot be read at once; the others are in the table.
    private static let mostBubbles = 40
    /// Of each group only the strongest ties to others are drawn.
    private static let mostFlows = 3

    func bubbles(_ reading: MapReading) throws(Refusal) -> MapContent {
        let groups = try reading.groups()
        let shown = groups.groups.prefix(Self.mostBubbles)
        let largest = Double(shown.first?.members.count ?? 1)
        let nodes = shown.map { group in
            DrawnNode(
                id: "\(group.number)", label: "\(say(group.title)) (\(group.members.count))", sector: group.sector,
                shape: .circle, href: address([("group", "\(group.number)"), ("view", "")]),
                title:
                    "\(say(group.title)): \(say.count(group.members.count, Text("organisatie", "organisation"), Text("organisaties", "organisations")))",
                radius: 7 + 38 * (Double(group.members.count) / largest).squareRoot())
        }
        let lead = groupSentence(groups) + more(groups.groups.count - shown.count)
        let drawing = MapRenderer.render(
            nodes: nodes, edges: flows(of: groups, shown.count),
            options: MapOptions(width: 1080, texts: texts(lead)))
        let legend: HTML = """
            <ul class="map-legend"><li>\(say("De grootte: hoeveel organisaties", "The size: how many organisations"))</li>
            <li>\(say("De kleur: de sector van de meesten", "The colour: the sector of most"))</li>
            <li>\(say("De lijnen: met welke groepen een groep het meest te maken heeft", "The lines: with which groups a group has most to do"))</li></ul>
            """
        return MapContent(
            lead: lead, html: figure(drawing, legend: legend) + table(say("Groepen", "Groups"), groupTable(groups)))
    }

    private func more(_ count: Int) -> String {
        count <= 0
            ? ""
            : " "
                + say(
                    "Nog \(count) kleinere groepen staan alleen in de tabel.",
                    "Another \(count) smaller groups are only in the table.")
    }

    private func flows(of groups: MapGroups, _ shown: Int) -> [DrawnEdge] {
        var strongest: Set<MapGroups.Link> = []
        for number in 1...max(shown, 1) {
            let own = groups.links.filter { ($0.from == number || $0.to == number) && $0.to <= shown }
            let ranked = own.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
            strongest.formUnion(ranked.prefix(Self.mostFlows))
        }
        return strongest.map { link in
            DrawnEdge(
                id: "\(link.from)-\(link.to)", from: "\(link.from)", to: "\(link.to)",
                label: "\(link.from) – \(link.to): \(link.count)", weight: Double(link.count))
        }
    }

    /// Everybody who passes the filters as a dot on a canvas; the table says the same.
    func everything(_ reading: MapReading) throws(Refusal) -> MapContent {
        let count = reading.size.organisations
        let drawn = min(count, MapPositions.limit)
        let lead =
            say(
                "\(drawn) organisaties tegelijk, wie verbonden is bij elkaar.",
                "\(drawn) organisations at once, who are tied near each other.")
            + (count > drawn
                ? " " + say("Nog \(count - drawn) passen er niet op.", "Another \(count - drawn) do not fit.") : "")
        let source = Path.mapPart(id, "positions.json").with(choice.with([], without: ["view"]).query)
        let canvas: HTML = """
            <figure data-canvas="\(source)" data-open="\(Path.map(id))" data-zoom-in="\(say("Inzoomen", "Zoom in"))" data-zoom-out="\(say("Uitzoomen", "Zoom out"))" data-reset="\(say("Hele kaart", "Whole map"))"
            data-search="\(say("Zoek op de kaart", "Search the map"))" data-found="\(say("{count} gevonden", "{count} found"))" data-wait="\(say("De kaart wordt getekend …", "Drawing the map …"))"
            data-hint="\(say("Klik op een punt voor wie eromheen staat.", "Click a dot to see who is around it."))">
            <p class="quiet">\(say("Deze vorm heeft JavaScript nodig; de groepen en de tabel hieronder niet.", "This form needs JavaScript; the groups and the table below do not."))</p>
            <figcaption>\(HTML(drawn: sectorLegend))</figcaption></figure>
            """
        let picture = picture(reading)
        return MapContent(
            lead: lead,
            html: canvas + table(say("Groepen", "Groups"), groupTable(try reading.groups())) + inside.mapTable(picture))
    }

    private var sectorLegend: String {
        let sectors = reader.library.choices(for: .sector).compactMap { choice in
            reader.library.sector(choice.id).map { sector in
                LegendEntry.node(
                    shape: NodeShape(rawValue: sector.shape.rawValue) ?? .ring, sector: choice.id,
                    text: say(choice.label))
            }
        }
        return MapRenderer.legend(sectors)
    }
}
