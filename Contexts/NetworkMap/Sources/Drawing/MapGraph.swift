/// Nodes and relations in one order, whatever order they came in: doubles and loose ends gone, indices for ids.
struct MapGraph {
    struct Line: Sendable {
        var from: Int
        var to: Int
        var edge: DrawnEdge
    }

    /// By id.
    let nodes: [DrawnNode]
    /// Without self-loops; one line per pair, kind, direction and whether it is derived, the weights added.
    let lines: [Line]
    /// Relations of a node with itself, one per node and kind.
    let loops: [Line]
    /// Different nodes a node is connected with.
    let degrees: [Int]

    init(nodes given: [DrawnNode], edges: [DrawnEdge]) {
        var places: [String: Int] = [:]
        var nodes: [DrawnNode] = []
        for node in given.sorted(by: DrawnNode.precedes) where places[node.id] == nil {
            places[node.id] = nodes.count
            nodes.append(node)
        }
        let known = edges.compactMap { edge in
            places[edge.from].flatMap { from in places[edge.to].map { to in Self.line(edge, from, to) } }
        }
        let merged = Self.merged(known.sorted(by: Self.precedes))
        let lines = merged.filter { $0.from != $0.to }
        let graph = Adjacency(count: nodes.count, edges: lines.map { ($0.from, $0.to) })
        self.nodes = nodes
        self.lines = lines
        loops = merged.filter { $0.from == $0.to }
        degrees = nodes.indices.map(graph.degree)
    }

    private static func line(_ edge: DrawnEdge, _ from: Int, _ to: Int) -> Line {
        var sane = edge
        if !(edge.weight.isFinite && edge.weight > 0) { sane.weight = 1 }
        let swaps = !edge.directed && to < from
        return Line(from: swaps ? to : from, to: swaps ? from : to, edge: sane)
    }

    private static func merged(_ sorted: [Line]) -> [Line] {
        var merged: [Line] = []
        for line in sorted {
            if let last = merged.last, last.from == line.from, last.to == line.to, last.edge.kind == line.edge.kind,
                last.edge.directed == line.edge.directed, last.edge.derived == line.edge.derived
            {
                merged[merged.count - 1].edge.weight += line.edge.weight
            } else {
                merged.append(line)
            }
        }
        return merged
    }

    /// A total order: pair, kind, direction, then all that is left.
    private static func precedes(_ one: Line, _ other: Line) -> Bool {
        if (one.from, one.to) != (other.from, other.to) { return (one.from, one.to) < (other.from, other.to) }
        let (first, second) = (one.edge, other.edge)
        if first.kind != second.kind { return bytesPrecede(first.kind, second.kind) }
        if first.directed != second.directed { return second.directed }
        if first.derived != second.derived { return second.derived }
        if first.id != second.id { return bytesPrecede(first.id, second.id) }
        if first.label != second.label { return bytesPrecede(first.label, second.label) }
        return first.weight < second.weight
    }
}
