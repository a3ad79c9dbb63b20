import Foundation
import Networks

/// How the time of each analysis grows from 12,000 to 48,000 nodes with ten edges each, beside what its complexity says. Beyond some ten
/// thousand nodes the rows no longer fit the nearest cache, which costs more than the complexity tells.
enum NetworkGrowth {
    private struct Size {
        let graph: NetworkGraph
        var nodes: Double { Double(graph.nodes) }
        var edges: Double { Double(graph.edges) }
    }

    private struct Analysis {
        let name: String
        let complexity: String
        let cost: (Size) -> Double
        let rounds: Int
        let work: (NetworkGraph) -> Void
    }

    static func measure(_ threads: NetworkThreads) throws {
        let sizes = try [12_000, 24_000, 48_000].map { nodes in
            Size(graph: try NetworkTown(nodes: nodes, edges: nodes * 10, communities: nodes / 480, seed: 1).graph())
        }
        print(
            "     growth: processor seconds (the least of some turns) for 12,000, 24,000 and 48,000 nodes; times the first, and times by the complexity"
        )
        for analysis in analyses(threads) {
            let times = sizes.map { size in
                (0..<analysis.rounds).map { _ in NetworkTime(of: { analysis.work(size.graph) }).processor }.min()
                    ?? .nan
            }
            let costs = sizes.map(analysis.cost)
            let columns = zip(times, costs).map { time, cost in
                String(format: "%.4f s (× %.1f, by complexity × %.1f)", time, time / times[0], cost / costs[0])
            }
            print("     \(analysis.name), \(analysis.complexity): \(columns.joined(separator: ", "))")
        }
    }

    private static func analyses(_ threads: NetworkThreads) -> [Analysis] {
        let linear = { (size: Size) in size.nodes + size.edges }
        let product = { (size: Size) in size.nodes * size.edges }
        return [
            Analysis(name: "components", complexity: "n + m", cost: linear, rounds: 9) { _ = $0.components },
            Analysis(name: "cores", complexity: "n + m", cost: linear, rounds: 9) { _ = $0.cores },
            Analysis(name: "articulation points and bridges", complexity: "n + m", cost: linear, rounds: 9) {
                _ = $0.cutPoints
            },
            Analysis(name: "PageRank", complexity: "n + m", cost: linear, rounds: 5) {
                _ = $0.pageRank(threads: threads)
            },
            Analysis(name: "clustering", complexity: "m √m", cost: { $0.edges * $0.edges.squareRoot() }, rounds: 5) {
                _ = $0.clustering
            },
            Analysis(name: "communities", complexity: "n + m a round", cost: linear, rounds: 5) {
                _ = $0.communities()
            },
            Analysis(name: "sampled betweenness, 256 pivots", complexity: "n + m", cost: linear, rounds: 3) {
                _ = $0.sampledBetweenness(pivots: 256, threads: threads)
            },
            Analysis(name: "harmonic closeness", complexity: "n m", cost: product, rounds: 1) {
                _ = $0.harmonicCloseness(threads: threads)
            },
            Analysis(name: "exact betweenness", complexity: "n m", cost: product, rounds: 1) {
                _ = $0.betweenness(threads: threads)
            },
        ]
    }
}
