/// Betweenness as estimated from some nodes only (Brandes and Pich 2007), and how far it may be off.
package struct SampledBetweenness: Sendable, Equatable {
    /// As many values as `NetworkGraph.betweenness` gives, on the same scale.
    package let values: [Double]
    /// From how many nodes shortest paths were followed, each drawn once by the seed.
    package let pivots: Int
    package let seed: UInt64
    /// With a chance of at least `confidence`, no value at all is further off than this (Hoeffding's inequality for draws without
    /// putting back, over all nodes together). It is a bound that always holds; most values are far nearer. 0 when every node was a pivot.
    package let bound: Double
    /// The same for one value that was chosen beforehand.
    package let boundOfOne: Double
    package let confidence: Double
}

extension NetworkGraph {
    /// Refuses nothing: with as many pivots as nodes, or more, the values are exact.
    package func sampledBetweenness(
        pivots: Int, seed: UInt64 = 1, confidence: Double = 0.95, threads: NetworkThreads = .all
    ) -> SampledBetweenness {
        var chance = SplitMix64(seed: seed)
        let count = min(nodes, max(1, pivots))
        let drawn = chance.order(nodes).prefix(count).sorted()
        let scale = count == 0 ? 1 : Double(nodes) / Double(count) / (isDirected ? 1 : 2)
        let sums = dependencies(of: besideEachOther(drawn), threads: threads)
        // What depends on a node, seen from one pivot, lies between 0 and the number of other nodes but the pivot.
        let span = Double(nodes) * Double(max(0, nodes - 2)) / (isDirected ? 1 : 2)
        func bound(_ values: Int) -> Double {
            guard count < nodes else { return 0 }
            return span
                * (NaturalLogarithm.of(2 * Double(values) / (1 - confidence)) / (2 * Double(count))).squareRoot()
        }
        return SampledBetweenness(
            values: count == nodes ? sums.map { isDirected ? $0 : $0 / 2 } : sums.map { $0 * scale }, pivots: count,
            seed: seed, bound: bound(nodes), boundOfOne: bound(1), confidence: confidence)
    }
}
