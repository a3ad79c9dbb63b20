/// What is odd in a network, and yet kept.
package struct NetworkCounts: Sendable, Hashable {
    /// Edges of a node with itself.
    package var selfLoops = 0
    /// Edges after the first with the same ends, the same kind and, where they have one, the same direction.
    package var duplicates = 0
    /// Nodes without an edge to another node.
    package var isolated = 0
}

extension NetworkFile {
    /// Counts in one pass; linear in the size of the network.
    package var counts: NetworkCounts {
        struct Ends: Hashable {
            let low: Int
            let high: Int
            let kind: String
            let isDirected: Bool
        }
        var counts = NetworkCounts()
        var seen: Set<Ends> = []
        seen.reserveCapacity(edges.count)
        var isTied = [Bool](repeating: false, count: nodes.count)
        for edge in edges {
            if edge.from == edge.to {
                counts.selfLoops += 1
            } else {
                isTied[edge.from] = true
                isTied[edge.to] = true
            }
            let isDirected = edge.direction == .directed
            let turn = !isDirected && edge.from > edge.to
            let ends = Ends(
                low: turn ? edge.to : edge.from, high: turn ? edge.from : edge.to, kind: edge.kind,
                isDirected: isDirected)
            if !seen.insert(ends).inserted { counts.duplicates += 1 }
        }
        counts.isolated = isTied.count { !$0 }
        return counts
    }
}
