import Drawing
import Foundation
import Testing

@testable import NetworkMap

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The drawing of the map")
struct DrawingSVGTests {
    private let words = MapTexts(
        title: "Kaart", description: "Met tabel", lonely: "Zonder relaties", empty: "Nog niemand op de kaart")

    private func render(
        _ nodes: [DrawnNode], _ edges: [DrawnEdge], legend: [LegendEntry] = [], focus: String? = nil
    ) -> MapDrawing {
        MapRenderer.render(
            nodes: nodes, edges: edges, options: MapOptions(focus: focus, legend: legend, texts: words))
    }

    @Test("the same network gives the same bytes in any order")
    func sameBytes() {
        let (made, ties) = DrawingSamples.made(90, 200)
        for (nodes, edges) in [(DrawingSamples.nodes, DrawingSamples.edges), (made, ties)] {
            let first = render(nodes, edges)
            #expect(first == render(DrawingSamples.shuffled(nodes), DrawingSamples.shuffled(edges)))
            #expect(first == render(nodes.reversed(), edges.reversed()))
        }
    }

    @Test("texts cannot break out of the drawing, whatever they hold")
    func hostileTexts() {
        let bad = "</svg><script>alert('x')</script>\" onload=\"x&amp;\n\u{0}\u{8}\u{1B}\u{202E}\u{FFFE}]]>"
        let long = String(repeating: "<&\"", count: 3400)
        let nodes = [bad, long, "\u{0}", ""].enumerated().map { index, text in
            DrawnNode(
                id: "\(index)\(text)", label: text, sector: text, shape: .ring, href: "/x?\(index)&\"<>'", title: text)
        }
        let edges = [DrawnEdge(id: bad, from: nodes[0].id, to: nodes[1].id, kind: bad, directed: true, label: bad)]
        let legend: [LegendEntry] = [
            .node(shape: .circle, sector: bad, text: bad), .line(kind: bad, pattern: -1, text: long),
        ]

        let drawing = MapRenderer.render(
            nodes: nodes, edges: edges,
            options: MapOptions(
                legend: legend, texts: MapTexts(title: bad, description: long, lonely: bad), identifier: bad))

        for text in [drawing.svg, drawing.legend] {
            let names = ElementNames(text)
            #expect(names.isValid)
            #expect(!names.elements.contains("script"))
            #expect(names.attributes.isDisjoint(with: ["onload", "style"]))
        }
        #expect(drawing.svg.utf8.count < 20_000)
    }

    @Test(
        "only addresses that open a page become links",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:x", "data:text/html,x", "//evil.example/x",
            "\\\\evil.example", "vbscript:x", "",
        ])
    func unsafeAddresses(address: String) {
        let svg = render([DrawnNode(id: "a", label: "A", href: address)], []).svg
        #expect(!svg.contains("href"))
        #expect(svg.contains("<g class=\"node sector-other\" data-id=\"a\">"))
        #expect(svg.contains("role=\"img\""))
    }

    @Test("a node is a link with its shape, its full name and its id")
    func nodeMarkup() {
        let svg = render(DrawingSamples.nodes, DrawingSamples.edges, focus: "fcf").svg
        #expect(
            svg.contains("<a class=\"node sector-knowledge\" href=\"/parties/tno\" data-id=\"tno\"><title>TNO</title>"))
        #expect(svg.contains("<title>Ministerie van Binnenlandse Zaken en Koninkrijksrelaties</title>"))
        #expect(svg.contains("class=\"node sector-citizens is-focus\""))
        #expect(svg.contains("role=\"group\" aria-labelledby=\"map-title map-desc\""))
        #expect(!svg.contains("style="))
        let edges = svg.range(of: "<g class=\"edges\">")
        let nodes = svg.range(of: "<g class=\"nodes\">")
        #expect(edges.map { found in nodes.map { found.lowerBound < $0.lowerBound } == true } == true)
    }

    @Test("directed relations have an arrowhead, parallel kinds bend apart, doubles are one line")
    func edgeMarkup() {
        let nodes = [DrawnNode(id: "a", label: "A"), DrawnNode(id: "b", label: "B")]
        let edges = [
            DrawnEdge(id: "1", from: "a", to: "b", kind: "supply", directed: true),
            DrawnEdge(id: "2", from: "a", to: "b", kind: "supply", directed: true),
            DrawnEdge(id: "3", from: "b", to: "a", kind: "pays"), DrawnEdge(id: "4", from: "a", to: "b", kind: "pays"),
            DrawnEdge(id: "5", from: "a", to: "nobody", kind: "pays"),
        ]
        let scene = MapScene(nodes: nodes, edges: edges, options: MapOptions())
        #expect(scene.lines.map(\.edge.kind) == ["pays", "supply"])
        #expect(scene.lines.allSatisfy { $0.path.data.contains("Q") })
        #expect(scene.lines.map(\.path.data).count == Set(scene.lines.map(\.path.data)).count)

        let svg = render(nodes, edges).svg
        #expect(svg.contains("marker-end=\"url(#map-arrow)\""))
        #expect(svg.contains("<marker id=\"map-arrow\""))
        #expect(!render(nodes, [edges[2]]).svg.contains("marker"))
    }

    @Test("an empty map says so, one node stands in the middle")
    func emptyAndOne() {
        let empty = render([], [DrawnEdge(id: "x", from: "a", to: "b")])
        #expect(empty.svg.contains("Nog niemand op de kaart"))
        #expect(ElementNames(empty.svg).isValid)
        #expect((empty.placedLabels, empty.leftOut) == (0, 0))

        let loop = DrawnEdge(id: "l", from: "a", to: "a", kind: "supply", directed: true)
        let one = MapScene(nodes: [DrawnNode(id: "a", label: "Alleen")], edges: [loop], options: MapOptions())
        #expect(one.nodes.map(\.centre.x) == [480])
        #expect(one.lines.count == 1 && one.lonelyTop == nil)
        #expect(one.nodes.allSatisfy { $0.place?.side == .below })
    }

    @Test("the size of a node follows its relations, unless all are to be alike")
    func sizes() {
        let big = MapScene(nodes: DrawingSamples.nodes, edges: DrawingSamples.star, options: MapOptions())
        let radii = big.nodes.map(\.mark.radius)
        #expect(radii[0] == radii.max() && radii[0] > 1.8 * radii[1])
        let alike = MapScene(
            nodes: DrawingSamples.nodes, edges: DrawingSamples.star, options: MapOptions(sizeByDegree: false))
        #expect(Set(alike.nodes.map(\.mark.radius)).count == 1)
    }

    @Test("coordinates are written in tenths, alike everywhere")
    func numbers() {
        #expect([0.04, -0.04, 1, -0.5, 12.345, -3.06].map(\.px) == ["0", "0", "1", "-0.5", "12.3", "-3.1"])
        #expect([Double.nan, .infinity, 1e300].map(\.px) == ["0", "0", "0"])
    }
}

/// The names in a document, if it is one.
final class ElementNames: NSObject, XMLParserDelegate {
    private(set) var elements: Set<String> = []
    private(set) var attributes: Set<String> = []
    private(set) var isValid = false

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isValid = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        elements.insert(element)
        attributes.formUnion(found.keys)
    }
}
