import Testing

@testable import Networks

@Suite("Fast answers are the plain ones")
struct PlainAnswerTests {
    @Test("Betweenness and harmonic closeness, directed or not, in dense, thin and broken networks", arguments: 1...24)
    func paths(_ seed: Int) throws {
        var chance = SplitMix64(seed: UInt64(seed))
        let nodes = 3 + chance.below(70)
        let edges = chance.below(nodes * (1 + seed % 5))
        let graph = try NetworkSamples.graph(nodes: nodes, edges: edges, seed: UInt64(seed), isDirected: seed % 2 == 0)
        let plain = PlainAnswers(graph)
        let (betweenness, harmonic) = (graph.betweenness(), graph.harmonicCloseness())
        for node in 0..<nodes {
            let pairs = plain.betweenness(of: node) / (graph.isDirected ? 1 : 2)
            #expect(NetworkSamples.isNear(betweenness[node], pairs, 1e-12))
            #expect(NetworkSamples.isNear(harmonic[node], plain.harmonic(of: node), 1e-12))
        }
    }

    @Test("A long chain: many steps, one path")
    func chain() throws {
        let nodes = 500
        let ids = (0..<nodes).map { String(10_000 + $0) }
        let graph = try NetworkGraph(edges: zip(ids, ids.dropFirst()).map { ($0, $1, nil) })
        let betweenness = graph.betweenness()
        for node in stride(from: 0, to: nodes, by: 37) {
            #expect(betweenness[node] == Double(node * (nodes - 1 - node)))
        }
        #expect(graph.cutPoints.articulationPoints == Array(1..<nodes - 1))
        #expect(graph.cutPoints.bridges.count == nodes - 1)
        #expect(graph.cores.allSatisfy { $0 == 1 })
    }

    @Test("More shortest paths than a number can hold")
    func manyPaths() throws {
        // Diamonds in a row: 2¹¹⁰⁰ paths from the first corner to the last.
        let diamonds = 1100
        func name(_ diamond: Int, _ corner: String) -> String { "\(10_000 + diamond)\(corner)" }
        let edges = (0..<diamonds).flatMap { number -> [NetworkGraph.GivenEdge] in
            ["b", "c"].flatMap {
                [(name(number, "a"), name(number, $0), nil), (name(number, $0), name(number + 1, "a"), nil)]
            }
        }
        let graph = try NetworkGraph(edges: edges)
        let found = graph.dependencies(of: [0], threads: NetworkThreads(1))
        for number in 1..<diamonds {
            let beyond = Double(3 * (diamonds - number))
            let corner = try #require(graph.number(of: name(number, "a")))
            #expect(found[corner] == beyond)
            #expect(found[corner + 1] == (beyond - 2) / 2)
        }
        let paths = Memory(repeating: 0.0, count: 60)
        let small = try NetworkSamples.graph(nodes: 60, edges: 150, seed: 5, isDirected: true)
        for node in 0..<60 { WidePaths(out: small.out, into: small.into).add(source: node, to: paths) }
        for (node, value) in small.betweenness().enumerated() {
            #expect(NetworkSamples.isNear(paths[node], value, 1e-12))
        }
    }

    @Test("Parts, articulation points and bridges: what removal does", arguments: 1...20)
    func cuts(_ seed: Int) throws {
        let nodes = 6 + seed * 3
        let graph = try NetworkSamples.graph(nodes: nodes, edges: nodes * (2 + seed % 3) / 2, seed: UInt64(seed))
        let cuts = graph.cutPoints
        let parts = graph.components.count
        for node in 0..<nodes {
            let without = try graph.applying([.removeNode(graph.ids[node])])
            let isAlone = graph.degree(of: node) == 0
            let isCut = without.components.count > (isAlone ? parts - 1 : parts)
            #expect(cuts.articulationPoints.contains(node) == isCut)
            #expect(graph.pieces(without: node).count == without.components.count - parts + 1)
        }
        for link in graph.links {
            let without = try graph.applying([.removeEdge(graph.ids[link.from], graph.ids[link.to])])
            #expect(cuts.bridges.contains([link.from, link.to]) == (without.components.count > parts))
        }
    }

    @Test("Cores: taking away who has fewer than k neighbours, until nobody has", arguments: 1...12)
    func cores(_ seed: Int) throws {
        let graph = try NetworkSamples.graph(nodes: 60, edges: 40 * seed, seed: UInt64(seed), isDirected: seed % 3 == 0)
        let simple = graph.undirected
        var plain = [Int](repeating: 0, count: simple.nodes)
        for level in 1...60 {
            var left = Set(0..<simple.nodes)
            while let weak = left.first(where: { left.intersection(simple.neighbours(of: $0)).count < level }) {
                left.remove(weak)
            }
            for node in left { plain[node] = level }
        }
        #expect(graph.cores == plain)
    }

    @Test("PageRank: each turn of the plain recipe leaves it as it is", arguments: 1...12)
    func ranks(_ seed: Int) throws {
        let graph = try NetworkSamples.graph(
            nodes: 80, edges: 30 * seed, seed: UInt64(seed), isDirected: seed % 2 == 0, weighs: seed % 3 == 0)
        let ranks = graph.pageRank()
        #expect(NetworkSamples.isNear(ranks.reduce(0, +), 1, 1e-12))
        let stuck = (0..<80).filter { graph.outDegree(of: $0) == 0 }.reduce(0) { $0 + ranks[$1] }
        for node in 0..<80 {
            var next = 0.15 / 80 + 0.85 * stuck / 80
            for other in graph.predecessors(of: node) {
                next += 0.85 * ranks[other] * (graph.weight(from: other, to: node) ?? 0) / graph.out.strength(other)
            }
            #expect(NetworkSamples.isNear(next, ranks[node], 1e-12))
        }
    }

    @Test("Triangles", arguments: 1...8)
    func triangles(_ seed: Int) throws {
        let graph = try NetworkSamples.graph(nodes: 30, edges: 30 * seed, seed: UInt64(seed))
        var plain = [Int](repeating: 0, count: 30)
        for one in 0..<30 {
            for two in graph.neighbours(of: one) where two > one {
                for three in graph.neighbours(of: two) where three > two && graph.weight(from: one, to: three) != nil {
                    for corner in [one, two, three] { plain[corner] += 1 }
                }
            }
        }
        #expect(graph.clustering.triangles == plain)
    }
}
