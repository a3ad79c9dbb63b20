/// One thing that could happen to a network, by ids.
package enum NetworkChange: Sendable, Hashable {
    /// The node goes, with all of its edges.
    case removeNode(String)
    /// A node comes, without edges.
    case addNode(String)
    case removeEdge(String, String)
    /// An edge comes; where there is one it weighs so much more.
    case addEdge(String, String, weight: Double)
    /// An edge keeps this share of its weight, above 0 and at most 1.
    case weakenEdge(String, String, factor: Double)
    /// All edges of a node keep this share of their weight.
    case weakenNode(String, factor: Double)
}

extension NetworkGraph {
    /// The network as it would be after these changes, one after the other; this one stays as it is. Refuses, all at once, changes that name
    /// what is not there at that moment, add a node that is, or carry a weight or factor that does not fit.
    package func applying(_ changes: [NetworkChange]) throws(NetworkRefusal) -> NetworkGraph {
        var draft = NetworkDraft(self)
        var problems: [NetworkProblem] = []
        for (place, change) in changes.enumerated() { draft.apply(change, at: place, &problems) }
        guard problems.isEmpty else { throw NetworkRefusal(problems) }
        return draft.graph
    }
}

/// A network while it is being changed: what differs from the one it began as.
private struct NetworkDraft {
    private let base: NetworkGraph
    /// The nodes of now in the order in which they came; nodes of the base have their number there, a place that went stays empty.
    private var ids: [String?]
    private var numbers: [ByteOrder.Key: Int] = [:]
    /// Edges that differ from the base: what they weigh now, nil for those that went.
    private var edges: [Pair: Double?] = [:]

    private struct Pair: Hashable {
        let from: Int
        let to: Int
    }

    init(_ base: NetworkGraph) {
        self.base = base
        ids = base.ids
    }

    mutating func apply(_ change: NetworkChange, at place: Int, _ problems: inout [NetworkProblem]) {
        switch change {
        case .removeNode(let id):
            guard let node = number(id) else { return problems.append(.missingNode(id)) }
            for pair in pairs(of: node) { edges[pair] = .some(nil) }
            ids[node] = nil
            numbers[ByteOrder.Key(id: id)] = nil
        case .addNode(let id):
            guard number(id) == nil else { return problems.append(.presentNode(id)) }
            numbers[ByteOrder.Key(id: id)] = ids.count
            ids.append(id)
        case .removeEdge(let from, let to):
            guard let pair = pair(from, to, &problems) else { return }
            guard weight(pair) != nil else { return problems.append(.missingEdge(from, to)) }
            edges[pair] = .some(nil)
        case .addEdge(let from, let to, let more):
            guard more >= 0, more.isFinite else { return problems.append(.unfitWeight(more, edge: place)) }
            guard let pair = pair(from, to, &problems) else { return }
            guard pair.from != pair.to else { return problems.append(.loop(from)) }
            edges[pair] = (weight(pair) ?? 0) + more
        case .weakenEdge(let from, let to, let factor):
            guard factor > 0, factor <= 1 else { return problems.append(.unfitFactor(factor)) }
            guard let pair = pair(from, to, &problems) else { return }
            guard let weight = weight(pair) else { return problems.append(.missingEdge(from, to)) }
            edges[pair] = weight * factor
        case .weakenNode(let id, let factor):
            guard factor > 0, factor <= 1 else { return problems.append(.unfitFactor(factor)) }
            guard let node = number(id) else { return problems.append(.missingNode(id)) }
            for pair in pairs(of: node) { edges[pair] = weight(pair).map { $0 * factor } }
        }
    }

    private func number(_ id: String) -> Int? {
        if let number = numbers[ByteOrder.Key(id: id)] { return number }
        guard let number = base.number(of: id), ids[number] != nil else { return nil }
        return number
    }

    private func pair(_ from: String, _ to: String, _ problems: inout [NetworkProblem]) -> Pair? {
        let (one, other) = (number(from), number(to))
        if one == nil { problems.append(.missingNode(from)) }
        if other == nil { problems.append(.missingNode(to)) }
        guard let one, let other else { return nil }
        return pair(one, other)
    }

    private func pair(_ one: Int, _ other: Int) -> Pair {
        base.isDirected || one < other ? Pair(from: one, to: other) : Pair(from: other, to: one)
    }

    private func weight(_ pair: Pair) -> Double? {
        if let changed = edges[pair] { return changed }
        guard pair.from < base.nodes, pair.to < base.nodes else { return nil }
        return base.weight(from: pair.from, to: pair.to)
    }

    /// The edges of a node now.
    private func pairs(of node: Int) -> [Pair] {
        var pairs = Set(edges.keys.filter { $0.from == node || $0.to == node })
        if node < base.nodes {
            for other in base.out.neighbours(node) { pairs.insert(pair(node, Int(other))) }
            for other in base.into.neighbours(node) { pairs.insert(pair(Int(other), node)) }
        }
        return pairs.filter { weight($0) != nil }
    }

    /// In the canonical order, whatever the order of the changes.
    var graph: NetworkGraph {
        let kept = ids.indices.filter { ids[$0] != nil }
            .sorted { ByteOrder.precedes(ids[$0] ?? "", ids[$1] ?? "") }
        var number = [Int32](repeating: -1, count: ids.count)
        for (place, node) in kept.enumerated() { number[node] = Int32(place) }
        var arcs: [NetworkArc] = []
        for link in base.links where edges[Pair(from: link.from, to: link.to)] == nil {
            arcs.append(NetworkArc(from: number[link.from], to: number[link.to], weight: link.weight))
        }
        for case (let pair, let weight?) in edges {
            arcs.append(NetworkArc(from: number[pair.from], to: number[pair.to], weight: weight))
        }
        let (rows, _) = Rows.simple(of: arcs, nodes: kept.count, isDirected: base.isDirected)
        return NetworkGraph(
            ids: kept.compactMap { ids[$0] }, isDirected: base.isDirected, intake: base.intake, out: rows)
    }
}
