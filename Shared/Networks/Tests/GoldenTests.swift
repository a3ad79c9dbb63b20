import Testing

@testable import Networks

@Suite("Published networks give the numbers that others calculated")
struct GoldenTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let edges: String
        let figures: String
        let articulationPoints: String
        let bridges: String
        let transitivity: Double
        let average: Double
        let modularity: Double
    }

    static let samples = [
        Sample(
            testDescription: "karate club", edges: KarateClub.edges, figures: KarateClub.figures,
            articulationPoints: KarateClub.articulationPoints, bridges: KarateClub.bridges,
            transitivity: KarateClub.transitivity, average: KarateClub.average, modularity: KarateClub.modularity),
        Sample(
            testDescription: "Florentine families", edges: Florentines.edges, figures: Florentines.figures,
            articulationPoints: Florentines.articulationPoints, bridges: Florentines.bridges,
            transitivity: Florentines.transitivity, average: Florentines.average, modularity: Florentines.modularity),
        Sample(
            testDescription: "Les Misérables", edges: Miserables.edges, figures: Miserables.figures,
            articulationPoints: Miserables.articulationPoints, bridges: Miserables.bridges,
            transitivity: Miserables.transitivity, average: Miserables.average, modularity: Miserables.modularity),
    ]

    @Test("Betweenness, harmonic closeness, PageRank, cores and clustering", arguments: samples)
    func figures(_ sample: Sample) throws {
        let graph = try NetworkGraph(edges: NetworkSamples.edges(sample.edges))
        let analysis = NetworkAnalysis(of: graph)
        let clustering = try #require(analysis.clustering)
        let expected = NetworkSamples.figures(sample.figures)
        #expect(graph.ids == expected.map(\.id))
        let found: [[Double]] = [
            try #require(analysis.betweenness), try #require(analysis.harmonic), try #require(analysis.pageRank),
            try #require(analysis.cores).map(Double.init), clustering.local,
        ]
        for (node, figures) in expected.enumerated() {
            for metric in found.indices {
                let isNear = NetworkSamples.isNear(found[metric][node], figures.values[metric])
                #expect(isNear, "\(figures.id), figure \(metric): \(found[metric][node]) for \(figures.values[metric])")
            }
        }
        #expect(NetworkSamples.isNear(clustering.transitivity, sample.transitivity))
        #expect(NetworkSamples.isNear(clustering.average, sample.average))
    }

    @Test("Articulation points and bridges", arguments: samples)
    func cuts(_ sample: Sample) throws {
        let graph = try NetworkGraph(edges: NetworkSamples.edges(sample.edges))
        let cuts = graph.cutPoints
        #expect(cuts.articulationPoints.map { graph.ids[$0] }.joined(separator: " ") == sample.articulationPoints)
        let bridges = cuts.bridges.map { $0.map { graph.ids[$0] }.joined(separator: "-") }
        #expect(bridges.joined(separator: " ") == sample.bridges)
    }

    @Test("Communities are as good as the best of thirty runs", arguments: samples)
    func communities(_ sample: Sample) throws {
        let graph = try NetworkGraph(edges: NetworkSamples.edges(sample.edges))
        let communities = graph.communities(isWeighted: false, rounds: 5)
        #expect(communities.modularity >= sample.modularity - 0.002)
        #expect(communities.modularity <= sample.modularity + 0.01)
    }

    @Test("Weights count where they are asked to")
    func weights() throws {
        let graph = try NetworkGraph(edges: NetworkSamples.edges(Miserables.edges))
        let analysis = NetworkAnalysis(
            of: graph, NetworkQuestion([.pagerank, .communities, .strength], isWeighted: true))
        for (node, figures) in NetworkSamples.figures(Miserables.figures).enumerated() {
            #expect(NetworkSamples.isNear(try #require(analysis.pageRank)[node], figures.values[5]))
        }
        #expect(try #require(analysis.communities).modularity >= Miserables.modularityByWeight - 0.002)
        let valjean = try #require(graph.number(of: "Valjean"))
        #expect(analysis.strengths?[valjean] == 158)
        #expect(graph.degree(of: valjean) == 36)
    }
}
