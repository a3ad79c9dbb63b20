/// What is asked of a network, and by which choices.
package struct NetworkQuestion: Sendable, Equatable {
    package var metrics: Set<NetworkMetric>
    /// Whether weights count in PageRank, communities and strength; paths are counted by steps always.
    package var isWeighted: Bool
    /// From how many nodes betweenness is estimated; nil: exactly.
    package var pivots: Int?
    package var damping: Double
    package var seed: UInt64

    package init(
        _ metrics: Set<NetworkMetric> = Set(NetworkMetric.allCases), isWeighted: Bool = false, pivots: Int? = nil,
        damping: Double = 0.85, seed: UInt64 = 1
    ) {
        self.metrics = metrics
        self.isWeighted = isWeighted
        self.pivots = pivots
        self.damping = damping
        self.seed = seed
    }

    /// From how many nodes betweenness is better estimated when somebody waits: nil while exact takes seconds (up to about 20,000 nodes with ten
    /// edges each), else 512.
    package static func advisedPivots(for graph: NetworkGraph) -> Int? {
        Double(graph.nodes) * Double(graph.edges) <= 4e9 ? nil : 512
    }
}

/// The answers. What was not asked is nil; lists hold one value for every node of `graph`, by number.
package struct NetworkAnalysis: Sendable {
    package let graph: NetworkGraph
    package let question: NetworkQuestion
    package let conventions: NetworkConventions
    package private(set) var degrees: [Int]?
    package private(set) var strengths: [Double]?
    package private(set) var components: Components?
    package private(set) var betweenness: [Double]?
    /// How far off an estimated betweenness may be; nil when it is exact.
    package private(set) var sample: SampledBetweenness?
    package private(set) var harmonic: [Double]?
    package private(set) var pageRank: [Double]?
    package private(set) var cores: [Int]?
    package private(set) var communities: Communities?
    package private(set) var cuts: CutPoints?
    package private(set) var clustering: Clustering?
    /// Nil as well when the graph is undirected or has no edges.
    package private(set) var reciprocity: Double?

    /// The same graph and question give the same bytes, with any number of threads.
    package init(of graph: NetworkGraph, _ question: NetworkQuestion = .init(), threads: NetworkThreads = .all) {
        self.graph = graph
        self.question = question
        conventions = NetworkConventions(graph, question)
        let simple = graph.undirected
        for metric in question.metrics {
            switch metric {
            case .degree: degrees = (0..<graph.nodes).map(graph.degree(of:))
            case .strength: strengths = (0..<graph.nodes).map(graph.strength(of:))
            case .components: components = graph.components
            case .betweenness: findBetweenness(threads)
            case .harmonic: harmonic = graph.harmonicCloseness(threads: threads)
            case .pagerank:
                pageRank = graph.pageRank(damping: question.damping, isWeighted: question.isWeighted, threads: threads)
            case .core: cores = simple.cores
            case .communities:
                communities = simple.communities(isWeighted: question.isWeighted, seed: question.seed)
            case .cuts: cuts = simple.cutPoints
            case .clustering: clustering = simple.clustering
            case .reciprocity: reciprocity = graph.reciprocity
            }
        }
    }

    private mutating func findBetweenness(_ threads: NetworkThreads) {
        guard let pivots = question.pivots, pivots < graph.nodes else {
            betweenness = graph.betweenness(threads: threads)
            return
        }
        let sampled = graph.sampledBetweenness(pivots: pivots, seed: question.seed, threads: threads)
        sample = sampled
        betweenness = sampled.values
    }
}
