import Networks

/// An organisation over which many of the shortest ways between others run.
package struct Keystone: Sendable, Hashable {
    package let organisation: String
    /// The share of pairs of others in its part of the network whose shortest paths run through it, from 0 to 1: betweenness divided by the
    /// number of those pairs.
    package let share: Double
    /// How many pairs that are.
    package let pairs: Int

    /// - Parameter pivots: from how many organisations to estimate; nil: exact.
    static func all(in graph: NetworkGraph, _ thresholds: NetworkThresholds, pivots: Int?) -> [Keystone] {
        guard graph.edges > 0 else { return [] }
        let parts = graph.components
        let values = pivots.map { graph.sampledBetweenness(pivots: $0).values } ?? graph.betweenness()
        return (0..<graph.nodes).compactMap { node in
            let others = parts.sizes[parts.parts[node]] - 1
            let pairs = others * (others - 1) / 2
            guard others + 1 >= thresholds.fewest, pairs > 0 else { return nil }
            // An estimate may come out above what is possible.
            let share = min(1, values[node] / Double(pairs))
            return share >= thresholds.keystoneShare
                ? Keystone(organisation: graph.ids[node], share: share, pairs: pairs) : nil
        }.sorted { ($1.share, $0.organisation) < ($0.share, $1.organisation) }
    }
}
