import Foundation
import Testing

@testable import Networks

@Suite("The same network gives the same bytes")
struct SameBytesTests {
    private func bytes(_ graph: NetworkGraph, _ question: NetworkQuestion = .init(), threads: Int = 1) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(
            NetworkReport(NetworkAnalysis(of: graph, question, threads: NetworkThreads(threads))))
    }

    @Test("Whatever the order in which nodes and edges came", arguments: [false, true])
    func order(_ isDirected: Bool) throws {
        let given = NetworkSamples.chance(nodes: 150, edges: 600, seed: 7, weighs: true)
        let question = NetworkQuestion(isWeighted: true)
        let first = try bytes(NetworkGraph(nodes: given.ids, edges: given.edges, isDirected: isDirected), question)
        var chance = SplitMix64(seed: 8)
        for _ in 0..<5 {
            let nodes = given.ids.shuffled(using: &chance)
            var edges = given.edges.shuffled(using: &chance)
            if !isDirected {
                for place in edges.indices where chance.below(2) == 0 {
                    edges[place] = (edges[place].to, edges[place].from, edges[place].weight)
                }
            }
            #expect(try bytes(NetworkGraph(nodes: nodes, edges: edges, isDirected: isDirected), question) == first)
        }
    }

    @Test("Whatever the number of threads", arguments: [false, true])
    func threads(_ isDirected: Bool) throws {
        let graph = try NetworkSamples.graph(nodes: 270, edges: 900, seed: 9, isDirected: isDirected)
        let first = try bytes(graph)
        let sampled = try bytes(graph, NetworkQuestion(pivots: 70))
        #expect(sampled != first)
        for threads in [2, 5] {
            #expect(try bytes(graph, threads: threads) == first)
            #expect(try bytes(graph, NetworkQuestion(pivots: 70), threads: threads) == sampled)
        }
    }

    @Test("On every system: the bits of a network by chance are those that were written down")
    func systems() throws {
        let graph = try NetworkSamples.graph(nodes: 400, edges: 1500, seed: 11, weighs: true)
        let analysis = NetworkAnalysis(of: graph, NetworkQuestion(isWeighted: true))
        func folded(_ values: [Double]?) -> UInt64 {
            (values ?? []).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x0000_0100_0000_01B3 }
        }
        let diversity = Diversity(of: graph.ids.map { String($0.prefix(6)) })
        #expect(folded(analysis.betweenness) == 0xFCFA3E4D7319E1F7)
        #expect(folded(analysis.harmonic) == 0x907E5D80F332487B)
        #expect(folded(analysis.pageRank) == 0x0DE65619AD328BAF)
        #expect(folded(analysis.communities?.groups.map(Double.init)) == 0xCB7D93DAAFB34265)
        #expect(
            folded([diversity.shannon, diversity.simpson, analysis.communities?.modularity ?? 0]) == 0xB2F66F8825C8E394)
    }

    @Test("Other names in another order: the same figures for the same nodes", arguments: 1...6)
    func relabelled(_ seed: Int) throws {
        let graph = try NetworkSamples.graph(
            nodes: 120, edges: 90 * seed, seed: UInt64(seed), isDirected: seed % 2 == 0)
        var chance = SplitMix64(seed: UInt64(seed) + 100)
        let names = chance.order(120).map { "other \(1000 + $0)" }
        let edges = graph.links.map { (from: names[$0.from], to: names[$0.to], weight: Optional($0.weight)) }
        let other = try NetworkGraph(nodes: names, edges: edges, isDirected: graph.isDirected)
        let (one, two) = (NetworkAnalysis(of: graph), NetworkAnalysis(of: other))
        for node in 0..<120 {
            let its = try #require(other.number(of: names[node]))
            #expect(one.cores?[node] == two.cores?[its])
            #expect(one.degrees?[node] == two.degrees?[its])
            #expect(one.clustering?.triangles[node] == two.clustering?.triangles[its])
            for (left, right) in [
                (one.betweenness, two.betweenness), (one.harmonic, two.harmonic), (one.pageRank, two.pageRank),
            ] {
                #expect(NetworkSamples.isNear(try #require(left)[node], try #require(right)[its], 1e-11))
            }
        }
        #expect(one.components?.sizes == two.components?.sizes)
        #expect(one.reciprocity == two.reciprocity)
    }
}
