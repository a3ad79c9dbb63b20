extension NetworkGraph {
    /// PageRank: where somebody is found who at each step follows an edge (one of much weight more often) with the chance `damping`, and
    /// otherwise, or where no edge leads on, begins anew at any node. Sums to 1.
    ///
    /// `damping` lies from 0 up to but not including 1; what lies outside is taken as the nearest that fits. Ranks are settled to about 13 digits.
    package func pageRank(damping: Double = 0.85, isWeighted: Bool = true, threads: NetworkThreads = .all) -> [Double] {
        guard nodes > 0 else { return [] }
        let walk = RankWalk(self, damping: min(max(damping, 0), 0.999), isWeighted: isWeighted)
        let ranks = isDirected ? walk.inTurn() : walk.together(threads: threads)
        let sum = ranks.reduce(0, +)
        return ranks.map { $0 / sum }
    }
}

/// The equations of PageRank: the rank of a node is 1 and `damping` times what its predecessors hand on, up to a factor for all.
private struct RankWalk {
    let into: Rows
    let damping: Double
    /// What a node hands on along an edge of weight 1, as a share of its rank.
    let share: [Double]
    private static let precision = 1e-13
    private static let mostTurns = 20_000

    init(_ graph: NetworkGraph, damping: Double, isWeighted: Bool) {
        var out = graph.out
        var into = graph.into
        if !isWeighted {
            out.weights = []
            into.weights = []
        }
        self.into = into
        self.damping = damping
        share = (0..<graph.nodes).map { node in
            let strength = out.strength(node)
            return strength > 0 ? 1 / strength : 0
        }
    }

    /// Undirected: the equations are symmetric but for scale, and their spectrum lies within ±damping, so Chebyshev's polynomials settle
    /// them in a third of the turns. Each rank of a turn depends on the turn before only, so threads may share them out.
    func together(threads: NetworkThreads) -> [Double] {
        let nodes = share.count
        let blocks = min(64, max(1, nodes / 256))
        var before = [Double](repeating: 0, count: nodes)
        var now = start
        var handed = zip(now, share).map { $0 * $1 }
        var omega = 1.0
        for turn in 0..<Self.mostTurns {
            let changes = Blocks<Double>(blocks)
            let factor = omega
            before.withUnsafeMutableBufferPointer { before in
                let target = Shared(before)
                let (now, handed) = (now, handed)
                threads.forEach(blocks, space: {}) { block, _ in
                    var most = 0.0
                    for node in nodes * block / blocks..<nodes * (block + 1) / blocks {
                        let settled = 1 + damping * gathered(node, handed)
                        let last = target.values[node]
                        let next = turn == 0 ? settled : factor * (settled - last) + last
                        most = max(most, abs(next - now[node]) / next)
                        target.values[node] = next
                    }
                    changes.put(most, at: block)
                }
            }
            swap(&before, &now)
            if (changes.all.max() ?? 0) <= Self.precision { break }
            for node in 0..<nodes { handed[node] = now[node] * share[node] }
            omega = turn == 0 ? 1 / (1 - damping * damping / 2) : 1 / (1 - damping * damping * omega / 4)
        }
        return now
    }

    /// Directed: one rank after the other, each with the newest of those before it (Gauss and Seidel).
    func inTurn() -> [Double] {
        var now = start
        var handed = zip(now, share).map { $0 * $1 }
        for _ in 0..<Self.mostTurns {
            var most = 0.0
            for node in now.indices {
                let next = 1 + damping * gathered(node, handed)
                most = max(most, abs(next - now[node]) / next)
                now[node] = next
                handed[node] = next * share[node]
            }
            if most <= Self.precision { break }
        }
        return now
    }

    /// What would be right if rank went with strength, as it does nearly.
    private var start: [Double] {
        let strengths = share.map { $0 > 0 ? 1 / $0 : 0 }
        let total = strengths.reduce(0, +)
        guard total > 0 else { return Array(repeating: 1, count: share.count) }
        let rest = damping / (1 - damping) * Double(share.count) / total
        return strengths.map { 1 + rest * $0 }
    }

    @inline(__always)
    private func gathered(_ node: Int, _ handed: [Double]) -> Double {
        var sum = 0.0
        if into.weights.isEmpty {
            for place in into.places(node) { sum += handed[Int(into.ends[place])] }
        } else {
            for place in into.places(node) { sum += handed[Int(into.ends[place])] * into.weights[place] }
        }
        return sum
    }
}

/// Memory of which each block writes its own part.
private struct Shared: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Double>

    init(_ values: UnsafeMutableBufferPointer<Double>) { self.values = values }
}
