/// What hangs together with one node, step by step.
package struct Reach: Sendable, Equatable {
    package let node: Int
    /// The other nodes that are reached, with the number of steps to each; by steps, then by number.
    package let reached: [Step]

    package struct Step: Sendable, Hashable {
        package let node: Int
        package let steps: Int
    }
}

/// Nodes are given by their number in the graph.
extension NetworkGraph {
    /// Which way edges are followed. In an undirected graph both are the same.
    package enum Way: Sendable { case along, against }

    /// Everything that a node leads to (`along`), or that leads to it (`against`): if an edge says that its first end depends on its second,
    /// `against` gives who would notice, directly or through others, when the node fails.
    package func reach(of node: Int, _ way: Way) -> Reach {
        let rows = way == .along ? out : into
        var steps = [Int](repeating: -1, count: nodes)
        steps[node] = 0
        var found = [node]
        var next = 0
        while next < found.count {
            let here = found[next]
            next += 1
            for other in rows.neighbours(here) where steps[Int(other)] < 0 {
                steps[Int(other)] = steps[here] + 1
                found.append(Int(other))
            }
        }
        let reached = found.dropFirst().map { Reach.Step(node: $0, steps: steps[$0]) }
        return Reach(node: node, reached: reached.sorted { ($0.steps, $0.node) < ($1.steps, $1.node) })
    }

    /// A shortest path by steps along the direction of edges, both ends included; of equal ones, the one that is lowest from its start.
    /// Nil when there is none.
    package func shortestPath(from: Int, to: Int) -> [Int]? {
        var steps = [Int](repeating: -1, count: nodes)
        steps[to] = 0
        for step in reach(of: to, .against).reached { steps[step.node] = step.steps }
        guard steps[from] >= 0 else { return nil }
        var path = [from]
        while let last = path.last, last != to {
            guard let next = out.neighbours(last).first(where: { steps[Int($0)] == steps[last] - 1 }) else {
                return nil
            }
            path.append(Int(next))
        }
        return path
    }

    /// The pieces into which a node's part falls without it, the largest first (of equal ones the one with the lowest node); each ascending.
    /// All but the first hang on this node alone. Direction does not count. One piece: the node is no articulation point; none: it stands alone.
    package func pieces(without node: Int) -> [[Int]] {
        var isSeen = [Bool](repeating: false, count: nodes)
        isSeen[node] = true
        var pieces: [[Int]] = []
        for start in neighbours(of: node) + (isDirected ? predecessors(of: node) : []) where !isSeen[start] {
            isSeen[start] = true
            var piece = [start]
            var next = 0
            while next < piece.count {
                let here = piece[next]
                next += 1
                for other in out.neighbours(here) where !isSeen[Int(other)] {
                    isSeen[Int(other)] = true
                    piece.append(Int(other))
                }
                guard isDirected else { continue }
                for other in into.neighbours(here) where !isSeen[Int(other)] {
                    isSeen[Int(other)] = true
                    piece.append(Int(other))
                }
            }
            pieces.append(piece.sorted())
        }
        return pieces.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }
}
