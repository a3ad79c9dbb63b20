/// A network as it is analysed: nodes and the simple edges between them, in one canonical order.
///
/// Nodes stand in the order of the UTF-8 bytes of their ids and are spoken of by their number in that order; rows of neighbours
/// ascend. So the same nodes and edges give the same value, in whatever order they came. Edges from a node to itself and edges that were
/// given more than once are counted in `intake`: the first are left out, the second are one edge that weighs what they weigh together.
package struct NetworkGraph: Sendable, Equatable {
    /// The ids, by number.
    package let ids: [String]
    /// Whether an edge says something only from its first end to its second.
    package let isDirected: Bool
    /// What was given, and what was kept apart.
    package let intake: NetworkIntake
    /// Whom a node points at; in an undirected graph every edge stands in the rows of both ends.
    let out: Rows
    /// Who points at a node; in an undirected graph the same as `out`.
    let into: Rows

    init(ids: [String], isDirected: Bool, intake: NetworkIntake, out: Rows) {
        self.ids = ids
        self.isDirected = isDirected
        self.intake = intake
        self.out = out
        into = isDirected ? out.reversed : out
    }

    package var nodes: Int { ids.count }

    /// The simple edges: in an undirected graph each pair once, in a directed graph each direction by itself.
    package var edges: Int { isDirected ? out.ends.count : out.ends.count / 2 }

    /// Whether some edge weighs something else than 1.
    package var isWeighted: Bool { !out.weights.isEmpty }

    /// The number of the node with this id (byte for byte), when there is one.
    package func number(of id: String) -> Int? {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ByteOrder.precedes(ids[middle], id) { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ByteOrder.same(ids[low], id) ? low : nil
    }

    /// The weight of an edge, nil when there is none.
    package func weight(from: Int, to: Int) -> Double? { out.place(from: from, to: to).map { out.weight(at: $0) } }

    /// Whom a node points at (undirected: its neighbours), ascending.
    package func neighbours(of node: Int) -> [Int] { out.neighbours(node).map(Int.init) }

    /// Who points at a node (undirected: its neighbours), ascending.
    package func predecessors(of node: Int) -> [Int] { into.neighbours(node).map(Int.init) }

    /// Every edge once, ascending by its ends; in an undirected graph the lower number is first.
    package var links: [NetworkLink] {
        (0..<nodes).flatMap { node in
            out.places(node).compactMap { place in
                let other = Int(out.ends[place])
                guard isDirected || node < other else { return nil }
                return NetworkLink(from: node, to: other, weight: out.weight(at: place))
            }
        }
    }

    /// The same network without direction: an edge in both directions becomes one that weighs what both weigh together.
    package var undirected: NetworkGraph {
        guard isDirected else { return self }
        let arcs = links.map { NetworkArc(from: Int32($0.from), to: Int32($0.to), weight: $0.weight) }
        let (rows, _) = Rows.simple(of: arcs, nodes: nodes, isDirected: false)
        return NetworkGraph(ids: ids, isDirected: false, intake: intake, out: rows)
    }
}

/// One simple edge, by the numbers of its ends.
package struct NetworkLink: Sendable, Hashable {
    package let from: Int
    package let to: Int
    package let weight: Double

    package init(from: Int, to: Int, weight: Double) {
        self.from = from
        self.to = to
        self.weight = weight
    }
}

/// What a graph was made from. `edges` counts all that were given; `selfLoops` and `parallels` are those of them that are no edge of
/// the simple graph (a pair that was given three times has two parallels).
package struct NetworkIntake: Sendable, Hashable {
    package var edges = 0
    package var selfLoops = 0
    package var parallels = 0

    package init() {}
}
