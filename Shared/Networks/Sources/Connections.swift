extension NetworkGraph {
    /// How many neighbours a node has, whatever the direction; a neighbour in both directions of a directed graph counts twice.
    package func degree(of node: Int) -> Int { isDirected ? out.degree(node) + into.degree(node) : out.degree(node) }

    /// How many edges leave a node, in an undirected graph all of its edges.
    package func outDegree(of node: Int) -> Int { out.degree(node) }

    /// How many edges arrive at a node, in an undirected graph all of its edges.
    package func inDegree(of node: Int) -> Int { into.degree(node) }

    /// What the edges of a node weigh together, whatever their direction.
    package func strength(of node: Int) -> Double {
        isDirected ? out.strength(node) + into.strength(node) : out.strength(node)
    }

    /// The share of all edges there could be between different nodes that are there; 0 with fewer than two nodes.
    package var density: Double {
        guard nodes > 1 else { return 0 }
        return Double(out.ends.count) / (Double(nodes) * Double(nodes - 1))
    }

    /// The share of edges that are answered by one in the other direction; nil in an undirected graph, which cannot tell, and without edges.
    package var reciprocity: Double? {
        guard isDirected, !out.ends.isEmpty else { return nil }
        var answered = 0
        for node in 0..<nodes {
            for other in out.neighbours(node) where out.place(from: Int(other), to: node) != nil { answered += 1 }
        }
        return Double(answered) / Double(out.ends.count)
    }
}
