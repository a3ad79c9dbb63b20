import Drawing

/// Flows between groups as ribbons inside a rim: how broad a ribbon is tells how much, its colour from whom.
package struct ChordDrawing {
    private let groups: [FlowGroup]
    private let flows: [Flow]
    private let texts: MapTexts
    private let identifier: String
    /// How much of the rim each group takes, and where it begins, in shares of a whole turn.
    private let arcs: [(start: Double, share: Double)]
    private let total: Int

    private static let size = (width: 760.0, height: 560.0)
    private static let radius = (outer: 210.0, inner: 192.0, names: 224.0)
    /// Air between two groups, in shares of a turn.
    private static let gap = 0.012

    /// Groups stand clockwise from the top in the order given; flows with an unknown end or without a positive count are left out. The same input
    /// gives the same bytes.
    package static func render(
        groups: [FlowGroup], flows: [Flow], texts: MapTexts, identifier: String = "map"
    ) -> MapDrawing {
        let drawing = ChordDrawing(groups: groups, flows: flows, texts: texts, identifier: identifier)
        return MapDrawing(
            svg: drawing.svg, legend: "", width: size.width, height: size.height, placedLabels: groups.count, leftOut: 0
        )
    }

    private init(groups: [FlowGroup], flows: [Flow], texts: MapTexts, identifier: String) {
        let known = Set(groups.map(\.id))
        let order = Dictionary(groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.groups = groups
        self.flows = flows.filter { known.contains($0.from) && known.contains($0.to) && $0.count > 0 }
            .sorted { (order[$0.from] ?? 0, order[$0.to] ?? 0) < (order[$1.from] ?? 0, order[$1.to] ?? 0) }
        (self.texts, self.identifier) = (texts, PlainText.slug(identifier))
        var ends: [String: Int] = [:]
        for flow in self.flows {
            ends[flow.from, default: 0] += flow.count
            ends[flow.to, default: 0] += flow.count
        }
        total = ends.values.reduce(0, +)
        let room = groups.count > 1 ? 1 - Self.gap * Double(groups.count) : 1
        var start = 0.0
        var arcs: [(Double, Double)] = []
        for group in groups {
            let share = room * Double(ends[group.id] ?? 0) / Double(max(total, 1))
            arcs.append((start, share))
            start += share + Self.gap
        }
        self.arcs = arcs
    }

    private var svg: String {
        let hrefs = groups.map(\.href) + flows.map(\.href)
        let frame = SVGFrame(
            identifier: identifier, width: Self.size.width, height: Self.size.height, texts: texts,
            hasLinks: hrefs.contains { PlainText.safeAddress($0) != nil })
        guard total > 0 else { return frame.around([frame.emptyText]) }
        return frame.around(
            ["<g class=\"edges\">"] + ribbons + ["</g>", "<g class=\"nodes\">"] + groups.indices.map(arc) + ["</g>"])
    }

    private func point(_ share: Double, _ radius: Double) -> Point {
        let direction = Turn.direction(share)
        return Point(x: Self.size.width / 2 + direction.x * radius, y: Self.size.height / 2 + direction.y * radius)
    }

    /// Along the rim in pieces of at most half a turn, which SVG can tell apart.
    private func along(_ start: Double, _ share: Double, _ radius: Double, clockwise: Bool = true) -> String {
        let half = clockwise ? share / 2 : -share / 2
        return [start + half, start + 2 * half].map { end in
            let place = point(end, radius)
            return "A\(radius.px) \(radius.px) 0 0 \(clockwise ? 1 : 0) \(place.x.px) \(place.y.px)"
        }.joined()
    }

    private func arc(_ index: Int) -> String {
        let (group, (start, share)) = (groups[index], arcs[index])
        guard share > 0 else { return "" }
        let (first, last) = (point(start, Self.radius.outer), point(start + share, Self.radius.inner))
        let outline =
            "M\(first.x.px) \(first.y.px)\(along(start, share, Self.radius.outer))L\(last.x.px) \(last.y.px)"
            + "\(along(start + share, share, Self.radius.inner, clockwise: false))Z"
        let middle = point(start + share / 2, Self.radius.names)
        let side = middle.x - Self.size.width / 2
        let anchor = abs(side) < 40 ? "middle" : side > 0 ? "start" : "end"
        let words = Lettering(12).shortened(PlainText.clean(group.label, limit: 200), to: 150)
        let inside =
            "<title>\(SVGFrame.text(group.label))</title><path class=\"mark\" d=\"\(outline)\"/>"
            + "<text class=\"label\" x=\"\(middle.x.px)\" y=\"\((middle.y + 4).px)\" text-anchor=\"\(anchor)\">"
            + "\(PlainText.escaped(words))</text>"
        let classes = "node sector-\(PlainText.slug(group.sector))"
        guard let address = PlainText.safeAddress(group.href) else {
            return "<g class=\"\(classes)\" data-id=\"\(SVGFrame.text(group.id))\">\(inside)</g>"
        }
        return "<a class=\"\(classes)\" href=\"\(PlainText.escaped(address))\" data-id=\"\(SVGFrame.text(group.id))\">"
            + "\(inside)</a>"
    }

    /// Each ribbon takes its part of both rims: on the rim of a group first what it gives, then what it gets. The broadest lie below.
    private var ribbons: [String] {
        var taken = [Double](repeating: 0, count: groups.count)
        let places = Dictionary(groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let room = arcs.reduce(0) { $0 + $1.share }
        var written: [(Flow, String)] = []
        func seat(_ id: String, _ count: Int) -> (start: Double, share: Double) {
            guard let index = places[id] else { return (0, 0) }
            let share = room * Double(count) / Double(total)
            defer { taken[index] += share }
            return (arcs[index].start + taken[index], share)
        }
        let starts = flows.map { seat($0.from, $0.count) }
        let ends = flows.map { seat($0.to, $0.count) }
        for (index, flow) in flows.enumerated() {
            written.append((flow, ribbon(flow, starts[index], ends[index], places)))
        }
        return written.enumerated().sorted { ($1.element.0.count, $0.offset) < ($0.element.0.count, $1.offset) }
            .map(\.element.1)
    }

    private func ribbon(
        _ flow: Flow, _ start: (start: Double, share: Double), _ end: (start: Double, share: Double),
        _ places: [String: Int]
    ) -> String {
        let radius = Self.radius.inner - 4
        let centre = "Q\((Self.size.width / 2).px) \((Self.size.height / 2).px)"
        let (first, back) = (point(start.start, radius), point(end.start, radius))
        let data =
            "M\(first.x.px) \(first.y.px)\(along(start.start, start.share, radius))\(centre) \(back.x.px) \(back.y.px)"
            + "\(along(end.start, end.share, radius))\(centre) \(first.x.px) \(first.y.px)Z"
        let sector = places[flow.from].map { groups[$0].sector } ?? ""
        let head =
            "class=\"edge ribbon sector-\(PlainText.slug(sector))\" data-from=\"\(SVGFrame.text(flow.from))\""
            + " data-to=\"\(SVGFrame.text(flow.to))\""
        let inside = "<title>\(SVGFrame.text(flow.title))</title><path d=\"\(data)\"/>"
        guard let address = PlainText.safeAddress(flow.href) else { return "<g \(head)>\(inside)</g>" }
        return "<a \(head) href=\"\(PlainText.escaped(address))\" tabindex=\"-1\">\(inside)</a>"
    }
}
