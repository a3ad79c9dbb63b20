import Testing

@testable import Networks

@Suite("What comes in becomes one canonical graph, or is refused")
struct NetworkGraphTests {
    @Test("Edges to oneself and edges that were given again are kept apart and counted")
    func apart() throws {
        let edges: [NetworkGraph.GivenEdge] = [
            ("b", "a", 0.25), ("a", "b", 0.5), ("a", "b", 2), ("c", "c", 5), ("b", "c", nil),
        ]
        let graph = try NetworkGraph(edges: edges)
        #expect(graph.ids == ["a", "b", "c"])
        #expect(graph.edges == 2)
        #expect(graph.intake.edges == 5)
        #expect(graph.intake.selfLoops == 1)
        #expect(graph.intake.parallels == 2)
        #expect(graph.weight(from: 0, to: 1) == 2.75)
        #expect(graph.weight(from: 1, to: 2) == 1)
        #expect(graph.degree(of: 2) == 1)
        let directed = try NetworkGraph(edges: edges, isDirected: true)
        #expect(directed.edges == 3)
        #expect(directed.intake.parallels == 1)
        #expect(directed.reciprocity == 2.0 / 3)
        #expect(directed.undirected.links == graph.links)
    }

    @Test("Ids are bytes: what Unicode calls equal stays apart, and order is that of UTF-8")
    func bytes() throws {
        let (composed, apart) = ("caf\u{E9}", "cafe\u{301}")
        let graph = try NetworkGraph(edges: [(composed, apart, nil), ("\u{FF5E}", "\u{1F600}", nil), ("Z", "a", nil)])
        let given: [[UInt8]] = [apart, composed, "Z", "a", "\u{FF5E}", "\u{1F600}"].map { Array($0.utf8) }
        let sorted = given.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(graph.ids.map { Array($0.utf8) } == sorted)
        #expect(graph.nodes == 6)
        #expect(graph.number(of: composed) != graph.number(of: apart))
        #expect(graph.number(of: "nobody") == nil)
    }

    @Test("Hostile names are names like others")
    func hostile() throws {
        let long = String(repeating: "x", count: 10_000)
        let names = ["", "\"", "a\nb", long, "\0", "<&>", "אב"]
        let graph = try NetworkGraph(nodes: names, edges: names.map { ($0, "", nil) })
        #expect(graph.nodes == 7)
        #expect(graph.intake.selfLoops == 1)
        for name in names { #expect(graph.number(of: name) != nil) }
    }

    @Test("All problems are said at once")
    func problems() throws {
        let refusal = #expect(throws: NetworkRefusal.self) {
            try NetworkGraph(
                nodes: ["a", "b", "a"],
                edges: [("a", "x", nil), ("a", "b", -1), ("y", "z", .infinity), ("a", "b", 0)])
        }
        #expect(
            refusal?.problems == [
                .repeatedNode("a"), .unknownNode("x", edge: 0), .unknownNode("y", edge: 2), .unknownNode("z", edge: 2),
                .unfitWeight(-1, edge: 1), .unfitWeight(.infinity, edge: 2),
            ])
        #expect(throws: NetworkRefusal.self) { try NetworkGraph(edges: [("a", "b", .nan)]) }
        #expect(throws: NetworkRefusal.self) {
            try NetworkGraph(nodes: ["a"], links: [NetworkLink(from: 0, to: 1, weight: 1)])
        }
    }

    @Test("Numbered edges give the same graph as named ones")
    func numbered() throws {
        let named = try NetworkGraph(nodes: ["c", "a", "b"], edges: [("c", "a", 2), ("a", "b", nil)])
        let links = [NetworkLink(from: 0, to: 1, weight: 2), NetworkLink(from: 1, to: 2, weight: 1)]
        #expect(try NetworkGraph(nodes: ["c", "a", "b"], links: links) == named)
    }

    @Test("Nothing, one node, and edges that weigh nothing have answers too", arguments: [false, true])
    func little(_ isDirected: Bool) throws {
        let empty = NetworkAnalysis(of: try NetworkGraph(nodes: [], edges: [], isDirected: isDirected))
        #expect(empty.components?.count == 0)
        #expect(empty.betweenness == [])
        #expect(empty.communities?.count == 0)
        #expect(empty.pageRank == [])
        let one = NetworkAnalysis(of: try NetworkGraph(nodes: ["a"], edges: [], isDirected: isDirected))
        #expect(one.pageRank == [1])
        #expect(one.harmonic == [0])
        #expect(one.communities?.modularity == 0)
        #expect(one.graph.density == 0)
        let light = try NetworkGraph(edges: [("a", "b", 0), ("b", "c", 0)], isDirected: isDirected)
        let weightless = NetworkAnalysis(of: light, NetworkQuestion(isWeighted: true))
        #expect(weightless.pageRank?.allSatisfy { NetworkSamples.isNear($0, 1.0 / 3) } == true)
        #expect(weightless.communities?.modularity == 0)
    }
}
