import Ecosystems
import Kernel
import Markup
import NetworkMap
import Networks

/// One map with what goes, is cut off, weakens or comes marked; so everything keeps its place.
extension EcosystemVisit {
    func whatIfMap(_ asked: WhatIf, _ comparison: NetworkComparison, _ scope: NetworkScope) throws(Refusal) -> HTML {
        var question = scope.question
        question.focus = asked.remove.first { comparison.before.graph.number(of: $0) != nil }
        question.showsLonely = comparison.before.graph.nodes <= 60
        let picture = try NetworkPicture.of(question, reader, language: say.language) { Path.organisation(id, $0).url }
        let marks = ChangeMarks(comparison)
        let shown = Set(picture.nodes.map(\.id))
        let nodes =
            picture.nodes.map(marks.marked)
            + marks.newcomers.map { DrawnNode(id: $0, label: $0, sector: "come", shape: .ring) }
        let edges =
            picture.edges.map(marks.marked)
            + marks.newTies.filter { pair in pair.allSatisfy { shown.contains($0) || marks.newcomers.contains($0) } }
            .map { DrawnEdge(id: "new-\($0[0])-\($0[1])", from: $0[0], to: $0[1], kind: "come") }
        let drawing = MapRenderer.render(
            nodes: nodes, edges: edges,
            options: MapOptions(
                width: nodes.count <= 24 ? 760 : 1080,
                legend: marks.legend(edges, say.language) + picture.legend.filter(\.isNode),
                texts: MapTexts(
                    title: say("Wat er verandert", "What changes"),
                    description: say(
                        "Wie weggaat, wie losraakt en wat erbij komt; hetzelfde staat in de lijsten en tabellen op deze pagina.",
                        "Who goes, who is cut off and what comes; the same is in the lists and tables on this page."),
                    lonely: say("Zonder relaties", "Without relations"), empty: ""),
                identifier: "what-if"))
        return """
            <figure data-map data-zoom-in="\(say("Inzoomen", "Zoom in"))" data-zoom-out="\(say("Uitzoomen", "Zoom out"))" data-reset="\(say("Hele kaart", "Whole map"))"
            data-search="\(say("Zoek op de kaart", "Search the map"))" data-hint="\(say("Zoom in om de namen te lezen.", "Zoom in to read the names."))" data-found="\(say("{count} gevonden", "{count} found"))">\(HTML(drawn: drawing.svg))
            <figcaption>\(HTML(drawn: drawing.legend))</figcaption></figure>
            """
    }
}

/// How parties and ties look that are not after as they were before.
struct ChangeMarks {
    let newcomers: [String]
    /// Pairs that are tied only after.
    let newTies: [[String]]
    private let gone: Set<String>
    private let cutOff: Set<String>
    private let before: NetworkGraph
    private let after: NetworkGraph

    init(_ comparison: NetworkComparison) {
        (before, after) = (comparison.before.graph, comparison.after.graph)
        (gone, newcomers) = (Set(comparison.gone), comparison.come)
        cutOff = Set(comparison.cutOff.joined())
        let (before, after) = (before, after)
        newTies = after.links.compactMap { link in
            let (from, to) = (after.ids[link.from], after.ids[link.to])
            guard let one = before.number(of: from), let other = before.number(of: to) else { return [from, to] }
            return before.weight(from: one, to: other) == nil ? [from, to] : nil
        }
    }

    func marked(_ node: DrawnNode) -> DrawnNode {
        var node = node
        if gone.contains(node.id) { node.sector = "gone" } else if cutOff.contains(node.id) { node.sector = "cut" }
        return node
    }

    func marked(_ edge: DrawnEdge) -> DrawnEdge {
        var edge = edge
        if let mark = mark(edge) { (edge.kind, edge.derived) = (mark, false) } else if !edge.derived { edge.kind = "" }
        return edge
    }

    private func mark(_ edge: DrawnEdge) -> String? {
        guard let from = after.number(of: edge.from), let to = after.number(of: edge.to),
            let weight = after.weight(from: from, to: to)
        else { return "gone" }
        guard let one = before.number(of: edge.from), let other = before.number(of: edge.to),
            let was = before.weight(from: one, to: other)
        else { return nil }
        return weight < was ? "weak" : nil
    }

    /// What the marks mean; only those that are on this map.
    func legend(_ edges: [DrawnEdge], _ language: Language) -> [LegendEntry] {
        var entries: [LegendEntry] = []
        func text(_ nl: String, _ en: String) -> String { Text(nl, en).shown(language) }
        if !gone.isEmpty { entries.append(.node(shape: .circle, sector: "gone", text: text("vertrekt", "leaves"))) }
        if !cutOff.isEmpty {
            entries.append(.node(shape: .circle, sector: "cut", text: text("raakt los", "is cut off")))
        }
        if !newcomers.isEmpty { entries.append(.node(shape: .ring, sector: "come", text: text("komt erbij", "comes"))) }
        let kinds = Set(edges.map(\.kind))
        let lines: [LegendEntry] = [
            .line(kind: "gone", pattern: 2, text: text("valt weg", "goes")),
            .line(kind: "weak", pattern: 4, text: text("verzwakt", "weakens")),
            .line(kind: "come", pattern: 5, text: text("komt erbij", "comes")),
        ]
        return entries
            + lines.filter { line in
                if case .line(let kind, _, _) = line { kinds.contains(kind) } else { false }
            }
    }
}

extension LegendEntry {
    fileprivate var isNode: Bool {
        switch self {
        case .node, .derived: true
        default: false
        }
    }
}
