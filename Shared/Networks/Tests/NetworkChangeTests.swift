import Testing

@testable import Networks

@Suite("What if")
struct NetworkChangeTests {
    private func star() throws -> NetworkGraph {
        try NetworkGraph(edges: [("hub", "a", 2), ("hub", "b", 4), ("hub", "c", nil), ("c", "d", nil), ("c", "e", nil)])
    }

    @Test("Removing the hub: who is cut off, piece by piece, and the network itself stays")
    func removal() throws {
        let graph = try star()
        let comparison = try NetworkComparison(of: graph, after: [.removeNode("hub")])
        #expect(comparison.gone == ["hub"])
        #expect(comparison.come == [])
        #expect(comparison.cutOff == [["a"], ["b"]])
        #expect(comparison.before.graph == graph)
        #expect(comparison.after.components?.count == 3)
        let hub = try #require(graph.number(of: "hub"))
        #expect(graph.pieces(without: hub).map { $0.map { graph.ids[$0] } } == [["c", "d", "e"], ["a"], ["b"]])
    }

    @Test("Adding and weakening")
    func adding() throws {
        let graph = try star().applying([
            .addNode("f"), .addEdge("f", "a", weight: 3), .addEdge("a", "hub", weight: 1),
            .weakenEdge("hub", "b", factor: 0.25), .weakenNode("c", factor: 0.5), .removeEdge("d", "c"),
        ])
        func weight(_ one: String, _ other: String) -> Double? {
            guard let one = graph.number(of: one), let other = graph.number(of: other) else { return nil }
            return graph.weight(from: one, to: other)
        }
        #expect(weight("a", "f") == 3)
        #expect(weight("hub", "a") == 3)
        #expect(weight("b", "hub") == 1)
        #expect(weight("c", "e") == 0.5)
        #expect(weight("hub", "c") == 0.5)
        #expect(weight("c", "d") == nil)
        #expect(graph.nodes == 7)
    }

    @Test("Who goes and comes again comes without edges")
    func again() throws {
        let graph = try star().applying([.removeNode("c"), .addNode("c"), .addEdge("c", "a", weight: 1)])
        #expect(graph.nodes == 6)
        #expect(graph.degree(of: try #require(graph.number(of: "c"))) == 1)
        #expect(graph.edges == 3)
    }

    @Test("A removal is the same as never having been there", arguments: 1...10)
    func consistency(_ seed: Int) throws {
        let given = NetworkSamples.chance(nodes: 40, edges: 100, seed: UInt64(seed), weighs: true)
        let whole = try NetworkGraph(nodes: given.ids, edges: given.edges, isDirected: seed % 2 == 0)
        let gone = given.ids[seed]
        let rest = try NetworkGraph(
            nodes: given.ids.filter { $0 != gone }, edges: given.edges.filter { $0.from != gone && $0.to != gone },
            isDirected: seed % 2 == 0)
        let removed = try whole.applying([.removeNode(gone)])
        #expect(removed.ids == rest.ids)
        #expect(removed.links == rest.links)
        let back = try removed.applying(
            [.addNode(gone)]
                + whole.links.filter { whole.ids[$0.from] == gone || whole.ids[$0.to] == gone }
                .map { .addEdge(whole.ids[$0.from], whole.ids[$0.to], weight: $0.weight) })
        #expect(back == whole)
    }

    @Test("What does not fit is refused, all at once")
    func refusals() throws {
        let graph = try star()
        let refusal = #expect(throws: NetworkRefusal.self) {
            try graph.applying([
                .removeNode("x"), .addNode("a"), .removeEdge("a", "b"), .addEdge("a", "a", weight: 1),
                .addEdge("a", "y", weight: 1), .addEdge("a", "b", weight: -2), .weakenNode("a", factor: 0),
                .weakenEdge("d", "e", factor: 0.5), .removeNode("hub"), .removeEdge("hub", "a"),
            ])
        }
        #expect(
            refusal?.problems == [
                .missingNode("x"), .presentNode("a"), .missingEdge("a", "b"), .loop("a"), .missingNode("y"),
                .unfitWeight(-2, edge: 5), .unfitFactor(0), .missingEdge("d", "e"), .missingNode("hub"),
            ])
    }

    @Test("Dependencies: what a node leads to, what leads to it, and the shortest way")
    func dependencies() throws {
        let graph = try NetworkGraph(
            edges: [
                ("a", "b", nil), ("b", "c", nil), ("a", "d", nil), ("d", "c", nil), ("c", "e", nil), ("f", "f", nil),
            ],
            isDirected: true)
        let number = Dictionary(uniqueKeysWithValues: graph.ids.enumerated().map { ($1, $0) })
        func named(_ reach: Reach) -> [String] { reach.reached.map { "\(graph.ids[$0.node]) \($0.steps)" } }
        #expect(named(graph.reach(of: try #require(number["c"]), .against)) == ["b 1", "d 1", "a 2"])
        #expect(named(graph.reach(of: try #require(number["c"]), .along)) == ["e 1"])
        let path = graph.shortestPath(from: try #require(number["a"]), to: try #require(number["e"]))
        #expect(path?.map { graph.ids[$0] } == ["a", "b", "c", "e"])
        #expect(graph.shortestPath(from: try #require(number["e"]), to: try #require(number["a"])) == nil)
        #expect(graph.shortestPath(from: 2, to: 2) == [2])
        #expect(graph.pieces(without: try #require(number["f"])) == [])
    }
}
