import Foundation
import Testing

@testable import Networks

@Suite("Sums, bounds and mixtures")
struct MixtureTests {
    @Test("The logarithm is that of the library, to 15 digits")
    func logarithm() {
        var chance = SplitMix64(seed: 3)
        for exponent in -300...300 {
            let value = Double(chance.below(1 << 52) + 1) * pow(2, Double(exponent))
            #expect(abs(NaturalLogarithm.of(value) - log(value)) <= 4e-16 * max(1, abs(log(value))))
        }
        #expect(NaturalLogarithm.of(1) == 0)
        #expect(NaturalLogarithm.of(0).isNaN)
        #expect(NaturalLogarithm.of(-1).isNaN)
    }

    @Test("Diversity: none when all are equal, most when all are equally frequent")
    func diversity() {
        let equal = Diversity(of: ["care", "care", "care", nil])
        #expect(equal.shannon == 0)
        #expect(equal.simpson == 0)
        #expect(equal.effective == 1)
        #expect(equal.evenness == nil)
        #expect(equal.unknown == 1)
        let four = Diversity(of: ["a", "b", "c", "d"])
        #expect(NetworkSamples.isNear(four.shannon, log(4), 1e-15))
        #expect(four.simpson == 0.75)
        #expect(four.effective == 4)
        #expect(NetworkSamples.isNear(four.evenness ?? 0, 1, 1e-15))
        let skew = Diversity(of: ["a", "a", "a", "b"])
        let entropy: Double = -0.75 * log(0.75) - 0.25 * log(0.25)
        #expect(NetworkSamples.isNear(skew.shannon, entropy, 1e-15))
        #expect(skew.simpson == 0.375)
        #expect(skew.counts == [.init(value: "a", count: 3), .init(value: "b", count: 1)])
        let none = Diversity(of: [nil])
        #expect(none.shannon == 0 && none.simpson == 0 && none.effective == 0 && none.counts.isEmpty)
    }

    @Test("Assortativity: like with like, like with unlike, and what cannot be said")
    func assortativity() throws {
        let pairs = try NetworkGraph(edges: [("a", "b", nil), ("c", "d", nil)])
        #expect(pairs.assortativity(by: ["x", "x", "y", "y"]).coefficient == 1)
        #expect(pairs.assortativity(by: ["x", "y", "x", "y"]).coefficient == -1)
        #expect(pairs.assortativity(by: ["x", "x", "x", "x"]).coefficient == nil)
        let partly = pairs.assortativity(by: ["x", "y", nil, "y"])
        #expect(partly.edges == 1)
        #expect(partly.leftOut == 1)
        // Three quarters of the ends: e = 4/6 equal, chance (1/2)² + (1/2)².
        let path = try NetworkGraph(edges: [("a", "b", nil), ("b", "c", nil), ("c", "d", nil)])
        #expect(NetworkSamples.isNear(path.assortativity(by: ["x", "x", "y", "y"]).coefficient ?? 0, 1.0 / 3))
        // Directed: tails x, x, y and heads x, y, y; one third of both in chance is (2/3)(1/3) + (1/3)(2/3).
        let arcs = try NetworkGraph(edges: [("a", "b", nil), ("b", "c", nil), ("c", "d", nil)], isDirected: true)
        let directed = arcs.assortativity(by: ["x", "x", "y", "y"]).coefficient ?? 0
        let expected: Double = (2.0 / 3 - 4.0 / 9) / (1 - 4.0 / 9)
        #expect(NetworkSamples.isNear(directed, expected))
    }

    @Test("All betweenness together is the steps between all pairs, less one each", arguments: 1...8)
    func sums(_ seed: Int) throws {
        let graph = try NetworkSamples.graph(nodes: 50, edges: 40 * seed, seed: UInt64(seed), isDirected: seed % 2 == 0)
        let steps = PlainAnswers(graph).steps.joined().compactMap { $0 }.filter { $0 > 0 }
        let expected = Double(steps.reduce(0) { $0 + $1 - 1 }) / (graph.isDirected ? 1 : 2)
        #expect(NetworkSamples.isNear(graph.betweenness().reduce(0, +), expected, 1e-12))
        let degrees = (0..<50).map(graph.degree(of:)).reduce(0, +)
        #expect(degrees == 2 * graph.edges)
        let triangles = graph.clustering.triangles.reduce(0, +)
        #expect(triangles % 3 == 0)
    }

    @Test("A sample of everybody is exact; a smaller one lies within its bound, and is the same for the same seed")
    func sample() throws {
        let graph = try NetworkSamples.graph(nodes: 200, edges: 500, seed: 4)
        let exact = graph.betweenness()
        let all = graph.sampledBetweenness(pivots: 200)
        #expect(all.values == exact)
        #expect(all.bound == 0)
        #expect(NetworkQuestion.advisedPivots(for: graph) == nil)
        for seed in UInt64(1)...20 {
            let some = graph.sampledBetweenness(pivots: 60, seed: seed)
            #expect(some.bound > some.boundOfOne)
            #expect(zip(some.values, exact).allSatisfy { abs($0 - $1) <= some.bound })
            #expect(some == graph.sampledBetweenness(pivots: 60, seed: seed))
        }
    }

    @Test("Every community is connected, and their modularity is what it is said to be", arguments: 1...10)
    func communities(_ seed: Int) throws {
        let graph = try NetworkSamples.graph(nodes: 150, edges: 60 * seed, seed: UInt64(seed), weighs: seed % 2 == 0)
        let communities = graph.communities(isWeighted: true, seed: UInt64(seed))
        #expect(communities.modularity == graph.modularity(of: communities.groups))
        for group in 0..<communities.count {
            let members = Set(communities.groups.indices.filter { communities.groups[$0] == group })
            let inside = graph.links.filter { members.contains($0.from) && members.contains($0.to) }
            let part = try NetworkGraph(
                nodes: members.map { graph.ids[$0] },
                edges: inside.map { (graph.ids[$0.from], graph.ids[$0.to], nil) })
            #expect(part.components.count == 1)
        }
        let sizes = Dictionary(grouping: communities.groups) { $0 }.sorted { $0.key < $1.key }.map(\.value.count)
        #expect(sizes == sizes.sorted(by: >))
    }

    @Test("Only what was asked is told, with its conventions")
    func report() throws {
        let graph = try NetworkGraph(edges: [("a", "b", nil), ("b", "c", nil)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let analysis = NetworkAnalysis(of: graph, NetworkQuestion([.core, .betweenness], pivots: 2, seed: 5))
        let text = String(decoding: try encoder.encode(NetworkReport(analysis)), as: UTF8.self)
        #expect(text.contains(#""metrics":{"betweenness":{"#))
        #expect(text.contains(#""method":"estimated from 2 pivots drawn with seed 5;"#))
        #expect(text.contains(#""core":1,"id":"a"}"#))
        #expect(!text.contains("pagerank"))
        let whole = String(decoding: try encoder.encode(NetworkReport(NetworkAnalysis(of: graph))), as: UTF8.self)
        #expect(whole.contains(#""articulationPoints":["b"],"averageClustering":0,"bridges":[["a","b"],["b","c"]]"#))
    }
}
