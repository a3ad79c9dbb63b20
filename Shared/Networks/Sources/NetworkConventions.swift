/// The conventions of a whole analysis, to stand beside its numbers.
package struct NetworkConventions: Sendable, Equatable, Encodable {
    package let direction: String
    package let weight: String
    package let selfLoops = "counted, left out"
    package let parallelEdges: String
    package let order = "nodes by the UTF-8 bytes of their ids"
    /// By the name of each metric that was asked for.
    package let metrics: [String: NetworkConvention]

    init(_ graph: NetworkGraph, _ question: NetworkQuestion) {
        direction = graph.isDirected ? "directed" : "undirected"
        weight = question.isWeighted ? "weight" : "none"
        parallelEdges = question.isWeighted ? "counted, one edge with the sum of their weights" : "counted, one edge"
        metrics = Dictionary(
            uniqueKeysWithValues: question.metrics.map { ($0.rawValue, Self.convention(of: $0, graph, question)) })
    }

    private static func convention(
        of metric: NetworkMetric, _ graph: NetworkGraph, _ question: NetworkQuestion
    ) -> NetworkConvention {
        let along = graph.isDirected ? "directed" : "undirected"
        let regardless = graph.isDirected ? "ignored" : "undirected"
        let weight = question.isWeighted ? "weight" : "none"
        func of(_ direction: String, _ weight: String, _ normalisation: String, _ apart: String, _ method: String)
            -> NetworkConvention
        {
            NetworkConvention(
                direction: direction, weight: weight, normalisation: normalisation, disconnected: apart, method: method)
        }
        switch metric {
        case .degree: return of(regardless, "none", "none", "0 for a node without edges", "edges in and out together")
        case .strength:
            return of(regardless, "weight", "none", "0 for a node without edges", "weights in and out together")
        case .components: return of(regardless, "none", "none", "each part is one component", "weak components")
        case .betweenness:
            let each = graph.isDirected ? "each ordered pair counts once" : "each pair counts once"
            let way = question.pivots.map { "estimated from \($0) pivots drawn with seed \(question.seed)" } ?? "exact"
            return of(along, "none", "none", "pairs without a path count nothing", "\(way); shortest by steps; \(each)")
        case .harmonic:
            return of(
                along, "none", "divided by the number of other nodes", "1/distance is 0 for who cannot be reached",
                "steps from the node to others")
        case .pagerank:
            return of(
                along, weight, "sums to 1", "a node from which no edge leads goes on to any node",
                "damping \(question.damping), begins anew at any node alike")
        case .core: return of(regardless, "none", "none", "0 for a node without edges", "k-core by degree")
        case .communities:
            return of(
                regardless, weight, "modularity with resolution 1", "a community lies within one part",
                "Leiden, up to four rounds, seed \(question.seed), best part instead of a drawn one")
        case .cuts: return of(regardless, "none", "none", "each part by itself", "articulation points and bridges")
        case .clustering:
            return of(
                regardless, "none", "share of pairs of neighbours", "0 with fewer than two neighbours",
                "average over nodes with two neighbours or more")
        case .reciprocity:
            return of(
                along, "none", "share of edges", "not said without edges", "edges answered in the other direction")
        }
    }
}
