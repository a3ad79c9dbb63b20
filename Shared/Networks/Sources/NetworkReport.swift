/// An analysis as it is written for machines: what `stelsel network analyse --json` prints. What was not asked has no key.
package struct NetworkReport: Sendable, Encodable {
    package let conventions: NetworkConventions
    package let graph: Whole
    package let nodes: [Node]

    package struct Whole: Sendable, Encodable {
        package let nodes: Int
        package let edges: Int
        package let selfLoops: Int
        package let parallelEdges: Int
        package let density: Double
        package let components: Int?
        package let communities: Int?
        package let modularity: Double?
        package let articulationPoints: [String]?
        package let bridges: [[String]]?
        package let transitivity: Double?
        package let averageClustering: Double?
        package let reciprocity: Double?
        package let betweennessSample: Sample?
    }

    /// How far off betweenness may be when it was estimated.
    package struct Sample: Sendable, Encodable {
        package let pivots: Int
        package let seed: UInt64
        package let confidence: Double
        package let bound: Double
        package let boundOfOne: Double
    }

    package struct Node: Sendable, Encodable {
        package let id: String
        package let degree: Int?
        package let strength: Double?
        package let betweenness: Double?
        package let harmonic: Double?
        package let pagerank: Double?
        package let core: Int?
        package let community: Int?
        package let component: Int?
        package let clustering: Double?
    }

    package init(_ analysis: NetworkAnalysis) {
        let graph = analysis.graph
        conventions = analysis.conventions
        self.graph = Whole(
            nodes: graph.nodes, edges: graph.edges, selfLoops: graph.intake.selfLoops,
            parallelEdges: graph.intake.parallels, density: graph.density, components: analysis.components?.count,
            communities: analysis.communities?.count, modularity: analysis.communities?.modularity,
            articulationPoints: analysis.cuts?.articulationPoints.map { graph.ids[$0] },
            bridges: analysis.cuts?.bridges.map { $0.map { graph.ids[$0] } },
            transitivity: analysis.clustering?.transitivity, averageClustering: analysis.clustering?.average,
            reciprocity: analysis.reciprocity,
            betweennessSample: analysis.sample.map {
                Sample(
                    pivots: $0.pivots, seed: $0.seed, confidence: $0.confidence, bound: $0.bound,
                    boundOfOne: $0.boundOfOne)
            })
        nodes = (0..<graph.nodes).map { node in
            Node(
                id: graph.ids[node], degree: analysis.degrees?[node], strength: analysis.strengths?[node],
                betweenness: analysis.betweenness?[node], harmonic: analysis.harmonic?[node],
                pagerank: analysis.pageRank?[node], core: analysis.cores?[node],
                community: analysis.communities?.groups[node], component: analysis.components?.parts[node],
                clustering: analysis.clustering?.local[node])
        }
    }
}
