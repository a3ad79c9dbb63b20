extension NetworkGraph {
    /// An edge as it is given: the ids of its ends, and what it weighs (nil: 1).
    package typealias GivenEdge = (from: String, to: String, weight: Double?)

    /// Refuses a node that is named twice, an edge with an end that is no node (when `nodes` are given; without them the ends of the edges
    /// are the nodes) and a weight that is negative, infinite or not a number; says all of that at once.
    package init(nodes given: [String]? = nil, edges: [GivenEdge], isDirected: Bool = false) throws(NetworkRefusal) {
        var problems: [NetworkProblem] = []
        let ids = Self.sorted(given ?? edges.flatMap { [$0.from, $0.to] }, areUnique: given != nil, &problems)
        var numbers = [ByteOrder.Key: Int32](minimumCapacity: ids.count)
        for (number, id) in ids.enumerated() { numbers[ByteOrder.Key(id: id)] = Int32(truncatingIfNeeded: number) }
        var intake = NetworkIntake()
        intake.edges = edges.count
        var arcs: [NetworkArc] = []
        arcs.reserveCapacity(edges.count)
        for (place, edge) in edges.enumerated() {
            let weight = edge.weight ?? 1
            let (from, to) = (numbers[ByteOrder.Key(id: edge.from)], numbers[ByteOrder.Key(id: edge.to)])
            if from == nil { problems.append(.unknownNode(edge.from, edge: place)) }
            if to == nil { problems.append(.unknownNode(edge.to, edge: place)) }
            if !(weight >= 0 && weight.isFinite) { problems.append(.unfitWeight(weight, edge: place)) }
            guard let from, let to else { continue }
            if from == to { intake.selfLoops += 1 } else { arcs.append(NetworkArc(from: from, to: to, weight: weight)) }
        }
        if ids.count > NetworkRefusal.mostNodes || edges.count > NetworkRefusal.mostEdges { problems.append(.tooLarge) }
        guard problems.isEmpty else { throw NetworkRefusal(problems) }
        let (rows, parallels) = Rows.simple(of: arcs, nodes: ids.count, isDirected: isDirected)
        intake.parallels = parallels
        self.init(ids: ids, isDirected: isDirected, intake: intake, out: rows)
    }

    /// In the order of their bytes, each once.
    private static func sorted(_ ids: [String], areUnique: Bool, _ problems: inout [NetworkProblem]) -> [String] {
        var seen = Set<ByteOrder.Key>(minimumCapacity: ids.count / 4)
        var kept: [String] = []
        for id in ids {
            if seen.insert(ByteOrder.Key(id: id)).inserted {
                kept.append(id)
            } else if areUnique {
                problems.append(.repeatedNode(id))
            }
        }
        return kept.sorted(by: ByteOrder.precedes)
    }
}

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
        var arcs = arcs
        if !isDirected {
            for place in arcs.indices where arcs[place].from > arcs[place].to {
                (arcs[place].from, arcs[place].to) = (arcs[place].to, arcs[place].from)
            }
        }
        arcs.sort { ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight) }
        var kept: [NetworkArc] = []
        kept.reserveCapacity(arcs.count)
        for arc in arcs {
            if let last = kept.last, last.from == arc.from, last.to == arc.to {
                kept[kept.count - 1].weight += arc.weight
            } else {
                kept.append(arc)
            }
        }
        let parallels = arcs.count - kept.count
        if !isDirected {
            kept += kept.map { NetworkArc(from: $0.to, to: $0.from, weight: $0.weight) }
            kept.sort { ($0.from, $0.to) < ($1.from, $1.to) }
        }
        var starts = [Int32](repeating: 0, count: nodes + 1)
        for arc in kept { starts[Int(arc.from) + 1] += 1 }
        for node in 0..<nodes { starts[node + 1] += starts[node] }
        let isEven = kept.allSatisfy { $0.weight == 1 }
        return (Rows(starts: starts, ends: kept.map(\.to), weights: isEven ? [] : kept.map(\.weight)), parallels)
    }
}
