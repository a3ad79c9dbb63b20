import Testing

@testable import NetworkMap

@Suite("The part of a large network that is drawn")
struct DrawingSelectionTests {
    private let path = (0..<6).map { DrawnNode(id: "n\($0)", label: "\($0)") }
    private let steps = (0..<5).map { DrawnEdge(id: "e\($0)", from: "n\($0)", to: "n\($0 + 1)") }

    @Test("a focus brings its neighbourhood to the depth asked, and says what was left out")
    func neighbourhood() {
        let near = MapSelection.choose(nodes: path, edges: steps, focus: "n2", depth: 1)
        #expect(near.nodes.map(\.id) == ["n1", "n2", "n3"])
        #expect(near.edges.map(\.id) == ["e1", "e2"])
        #expect(near.leftOut == 3)
        #expect(MapSelection.choose(nodes: path, edges: steps, focus: "n2", depth: 0).nodes.map(\.id) == ["n2"])
    }

    @Test("with too many neighbours the most connected come first, the focus always")
    func mostConnectedNeighbours() {
        let hub = [DrawnEdge(id: "x", from: "n9", to: "n4"), DrawnEdge(id: "y", from: "n9", to: "n0")]
        let nodes = path + [DrawnNode(id: "n9", label: "9")]
        let found = MapSelection.choose(nodes: nodes, edges: steps + hub, limit: 2, focus: "n5", depth: 3)
        #expect(found.nodes.map(\.id) == ["n4", "n5"])
        #expect(found.leftOut == 5)
    }

    @Test("without a focus everybody, or the hubs with who ties them together")
    func hubs() {
        #expect(MapSelection.choose(nodes: path, edges: steps).nodes.count == 6)
        #expect(MapSelection.choose(nodes: path, edges: steps, focus: "nobody").leftOut == 0)

        let (nodes, edges) = DrawingSamples.made(2000, 6000)
        let found = MapSelection.choose(nodes: nodes, edges: edges, limit: 100)
        #expect(found.nodes.count == 100 && found.leftOut == 1900)
        let busiest = MapGraph(nodes: nodes, edges: edges)
        let top = busiest.nodes.indices.max { busiest.degrees[$0] < busiest.degrees[$1] }.map { busiest.nodes[$0].id }
        #expect(found.nodes.map(\.id).contains(top ?? ""))
        let drawn = MapGraph(nodes: found.nodes, edges: found.edges)
        #expect(drawn.degrees.count { $0 == 0 } <= 1)
    }

    @Test("the order of input does not matter")
    func anyOrder() {
        let (nodes, edges) = DrawingSamples.made(900, 2500)
        for focus in [nil, "n17"] {
            let one = MapSelection.choose(nodes: nodes, edges: edges, limit: 80, focus: focus)
            let two = MapSelection.choose(
                nodes: DrawingSamples.shuffled(nodes), edges: edges.reversed(), limit: 80, focus: focus)
            #expect(one.nodes == two.nodes)
            #expect(Set(one.edges) == Set(two.edges))
        }
    }

    @Test("the drawing itself keeps to the limit and reports the rest")
    func limit() {
        let (nodes, edges) = DrawingSamples.made(500, 900)
        let drawing = MapRenderer.render(nodes: nodes, edges: edges, options: MapOptions(limit: 50))
        #expect(drawing.leftOut == 450)
        #expect(drawing.svg.split(separator: "<a class=").count == 51)
        #expect(MapSelection.choose(nodes: nodes, edges: edges, limit: 0).leftOut == 500)
    }

    @Test("a summary counts nodes and relations per sector")
    func summary() {
        let ids = ["a", "b", "c", "d", "e"]
        let sectors = ["government", "company", "government", "company"]
        let edges = [(0, 1), (1, 0), (0, 2), (2, 3), (4, 0), (9, 0)]

        let summary = NetworkSummary(ids: ids, sectors: sectors, edges: edges, leading: 1)

        #expect(summary.groups.map(\.key) == ["", "company", "government"])
        #expect(summary.groups.map(\.count) == [1, 2, 2])
        #expect(summary.groups.map(\.inside) == [0, 0, 1])
        #expect(summary.groups.map(\.leading) == [["e"], ["b"], ["a"]])
        #expect(summary.links.map(\.count) == [1, 3])
        #expect(summary.links.map { [$0.from, $0.to] } == [["", "government"], ["company", "government"]])
    }
}
