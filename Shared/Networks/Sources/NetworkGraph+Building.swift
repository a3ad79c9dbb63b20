extension NetworkGraph {
    /// An edge as it is given: the ids of its ends, and what it weighs (nil: 1).
    package typealias GivenEdge = (from: String, to: String, weight: Double?)

    /// Refuses a node that is named twice, an edge with an end that is no node (when `nodes` are given; without them the ends of the edges
    /// are the nodes) and a weight that is negative, infinite or not a number; says all of that at once.
    package init(nodes given: [String]? = nil, edges: [GivenEdge], isDirected: Bool = false) throws(NetworkRefusal) {
        var problems: [NetworkProblem] = []
        var names = NetworkNames()
        for id in given ?? [] where !names.add(id).isNew { problems.append(.repeatedNode(id)) }
        var links: [NetworkLink] = []
        links.reserveCapacity(edges.count)
        for (place, edge) in edges.enumerated() {
            if given != nil {
                let (from, to) = (names.number(of: edge.from), names.number(of: edge.to))
                if from == nil { problems.append(.unknownNode(edge.from, edge: place)) }
                if to == nil { problems.append(.unknownNode(edge.to, edge: place)) }
                links.append(NetworkLink(from: from ?? 0, to: to ?? 0, weight: edge.weight ?? 1))
            } else {
                let (from, to) = (names.add(edge.from).number, names.add(edge.to).number)
                links.append(NetworkLink(from: from, to: to, weight: edge.weight ?? 1))
            }
        }
        try self.init(names: names, links: links, isDirected: isDirected, problems: problems)
    }

    /// The same from edges whose ends are places in `nodes`, for who numbered them already.
    package init(nodes: [String], links: [NetworkLink], isDirected: Bool = false) throws(NetworkRefusal) {
        var problems: [NetworkProblem] = []
        var names = NetworkNames()
        for id in nodes where !names.add(id).isNew { problems.append(.repeatedNode(id)) }
        for (place, link) in links.enumerated() {
            for end in [link.from, link.to] where !nodes.indices.contains(end) {
                problems.append(.unknownNode("#\(end)", edge: place))
            }
        }
        try self.init(names: names, links: links, isDirected: isDirected, problems: problems)
    }

    private init(
        names: NetworkNames, links: [NetworkLink], isDirected: Bool, problems: [NetworkProblem]
    ) throws(NetworkRefusal) {
        var problems = problems
        for (place, link) in links.enumerated() where !(link.weight >= 0 && link.weight.isFinite) {
            problems.append(.unfitWeight(link.weight, edge: place))
        }
        let isTooLarge = names.ids.count > NetworkRefusal.mostNodes || links.count > NetworkRefusal.mostEdges
        if isTooLarge { problems.append(.tooLarge) }
        guard problems.isEmpty else { throw NetworkRefusal(problems) }
        let order = names.ids.indices.sorted { ByteOrder.precedes(names.ids[$0], names.ids[$1]) }
        var number = [Int32](repeating: 0, count: order.count)
        for (place, name) in order.enumerated() { number[name] = Int32(place) }
        var intake = NetworkIntake()
        intake.edges = links.count
        var arcs: [NetworkArc] = []
        arcs.reserveCapacity(links.count)
        for link in links {
            if link.from == link.to {
                intake.selfLoops += 1
            } else {
                arcs.append(NetworkArc(from: number[link.from], to: number[link.to], weight: link.weight))
            }
        }
        let (rows, parallels) = Rows.simple(of: arcs, nodes: order.count, isDirected: isDirected)
        intake.parallels = parallels
        self.init(ids: order.map { names.ids[$0] }, isDirected: isDirected, intake: intake, out: rows)
    }
}

/// Ids in the order in which they were first seen.
private struct NetworkNames {
    private(set) var ids: [String] = []
    private var numbers: [ByteOrder.Key: Int] = [:]

    func number(of id: String) -> Int? { numbers[ByteOrder.Key(id: id)] }

    mutating func add(_ id: String) -> (number: Int, isNew: Bool) {
        let key = ByteOrder.Key(id: id)
        if let number = numbers[key] { return (number, false) }
        numbers[key] = ids.count
        ids.append(id)
        return (ids.count - 1, true)
    }
}
