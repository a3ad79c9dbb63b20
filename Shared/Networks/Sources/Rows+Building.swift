/// An edge on its way into rows.
struct NetworkArc: Equatable {
    var from: Int32
    var to: Int32
    var weight: Double
}

extension Rows {
    /// Rows in which every pair (of an undirected graph) or direction (of a directed one) stands once, and how many arcs went up in another.
    /// Weights are added from light to heavy, so that the order in which arcs came does not show in the last digit.
    static func simple(of arcs: [NetworkArc], nodes: Int, isDirected: Bool) -> (rows: Rows, parallels: Int) {
        // Rows by the second end in any order, turned round, are rows by the first end in ascending order.
        var many = byTarget(arcs, nodes: nodes, isDirected: isDirected).reversed
        let before = many.ends.count
        many.joinEqual()
        let parallels = (before - many.ends.count) / (isDirected ? 1 : 2)
        if many.weights.allSatisfy({ $0 == 1 }) { many.weights = [] }
        return (many, parallels)
    }

    /// For each node the arcs that end there; those of an undirected graph in both directions.
    private static func byTarget(_ arcs: [NetworkArc], nodes: Int, isDirected: Bool) -> Rows {
        var starts = [Int32](repeating: 0, count: nodes + 1)
        for arc in arcs {
            starts[Int(arc.to) + 1] += 1
            if !isDirected { starts[Int(arc.from) + 1] += 1 }
        }
        for node in 0..<nodes { starts[node + 1] += starts[node] }
        let count = Int(starts[nodes])
        var rows = Rows(
            starts: starts, ends: Array(repeating: 0, count: count), weights: Array(repeating: 0, count: count))
        func put(_ from: Int32, _ to: Int32, _ weight: Double) {
            let free = Int(starts[Int(to)])
            starts[Int(to)] += 1
            rows.ends[free] = from
            rows.weights[free] = weight
        }
        for arc in arcs {
            put(arc.from, arc.to, arc.weight)
            if !isDirected { put(arc.to, arc.from, arc.weight) }
        }
        return rows
    }

    /// Makes one arc of those that stand beside each other with the same end.
    private mutating func joinEqual() {
        var kept = 0
        var same: [Double] = []
        var place = 0
        for node in 0..<nodes {
            let last = Int(starts[node + 1])
            starts[node] = Int32(kept)
            while place < last {
                let end = ends[place]
                same.removeAll(keepingCapacity: true)
                while place < last, ends[place] == end {
                    same.append(weights[place])
                    place += 1
                }
                if same.count > 1 { same.sort() }
                ends[kept] = end
                weights[kept] = same.reduce(0, +)
                kept += 1
            }
        }
        starts[nodes] = Int32(kept)
        ends.removeLast(ends.count - kept)
        weights.removeLast(weights.count - kept)
    }
}
