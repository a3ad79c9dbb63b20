/// Picks from a large network the hubs and who ties them together, so that the part drawn hangs together.
struct Backbone {
    let graph: Adjacency
    let ids: [String]

    /// Part of the places for hubs; the rest is for who links the most of them.
    private static let hubShare = 0.6

    /// - Parameter hubs: candidates, the most connected first, at least `limit` of them.
    func grown(from hubs: [Int], to limit: Int) -> [Int] {
        var choice = Choice(links: [Int](repeating: 0, count: graph.count))
        fill(&choice, hubs, upTo: Int(Double(limit) * Self.hubShare))
        while choice.members.count < limit, let next = best(of: 0..<graph.count, choice) {
            choice.add(next, graph)
        }
        fill(&choice, hubs, upTo: limit)
        return choice.members
    }

    /// Who is chosen, and how many relations everybody has with them.
    private struct Choice {
        var members: [Int] = []
        var isMember: Set<Int> = []
        var links: [Int]

        mutating func add(_ node: Int, _ graph: Adjacency) {
            guard isMember.insert(node).inserted else { return }
            members.append(node)
            for other in graph.neighbours(of: node) { links[other] += 1 }
        }
    }

    /// Adds hubs, each with a neighbour if it would stand alone.
    private func fill(_ choice: inout Choice, _ hubs: [Int], upTo limit: Int) {
        for hub in hubs where choice.members.count < limit && !choice.isMember.contains(hub) {
            choice.add(hub, graph)
            if choice.links[hub] == 0, choice.members.count < limit,
                let partner = best(of: graph.neighbours(of: hub), choice)
            {
                choice.add(partner, graph)
            }
        }
    }

    /// Of those not chosen and tied to somebody chosen: the one with the most such ties, then the most connected, then by id.
    private func best(of nodes: some Sequence<Int>, _ choice: Choice) -> Int? {
        var best: Int?
        for node in nodes where choice.links[node] > 0 && !choice.isMember.contains(node) {
            if let leader = best, !precedes(node, leader, choice) { continue }
            best = node
        }
        return best
    }

    private func precedes(_ one: Int, _ other: Int, _ choice: Choice) -> Bool {
        let (first, second) = (choice.links[one], choice.links[other])
        if first != second { return first > second }
        let (many, few) = (graph.degree(of: one), graph.degree(of: other))
        return many == few ? bytesPrecede(ids[one], ids[other]) : many > few
    }
}
