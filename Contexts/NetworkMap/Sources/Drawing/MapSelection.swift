/// The part of a large network that can be drawn, and how much was left out.
package struct MapSelection: Sendable, Hashable {
    /// By id.
    package let nodes: [DrawnNode]
    /// The relations between those nodes, in the order given.
    package let edges: [DrawnEdge]
    /// How many nodes were left out.
    package let leftOut: Int

    /// Promises at most `limit` nodes, whatever the order of input.
    ///
    /// With a focus among the nodes: the focus and what can be reached in `depth` steps, nearest first and of those the most connected
    /// first. Without: the most connected nodes and those that link most of them, so that who has relations shows one (the last node
    /// chosen may not). Equals go by id. All nodes at once when they fit and no depth is asked.
    package static func choose(
        nodes: [DrawnNode], edges: [DrawnEdge], limit: Int = 300, focus: String? = nil, depth: Int? = nil
    ) -> MapSelection {
        var places: [String: Int] = [:]
        var unique: [DrawnNode] = []
        let sorted = depth == nil && nodes.count <= limit ? nodes.sorted(by: DrawnNode.precedes) : nodes
        places.reserveCapacity(nodes.count)
        for node in sorted {
            if let place = places[node.id] {
                if DrawnNode.precedes(node, unique[place]) { unique[place] = node }
            } else {
                places[node.id] = unique.count
                unique.append(node)
            }
        }
        let pairs = edges.map { (places[$0.from] ?? -1, places[$0.to] ?? -1) }
        let chosen = choose(
            ids: unique.map(\.id), edges: pairs, limit: limit, focus: focus.flatMap { places[$0] }, depth: depth)
        var isKept = [Bool](repeating: false, count: unique.count)
        for index in chosen { isKept[index] = true }
        return MapSelection(
            nodes: chosen.map { unique[$0] }.sorted(by: DrawnNode.precedes),
            edges: zip(edges, pairs).compactMap { edge, pair in
                pair.0 >= 0 && pair.1 >= 0 && isKept[pair.0] && isKept[pair.1] ? edge : nil
            },
            leftOut: unique.count - chosen.count)
    }

    /// The same over ids and pairs of indices, for networks too large to wrap in `DrawnNode`s first. Answers indices, the most important
    /// first.
    package static func choose(
        ids: [String], edges: [(Int, Int)], limit: Int = 300, focus: Int? = nil, depth: Int? = nil
    ) -> [Int] {
        let graph = Adjacency(count: ids.count, edges: edges)
        let room = max(limit, 0)
        guard let focus, ids.indices.contains(focus), depth != nil || ids.count > room else {
            let ranked = top(ids.count > room ? room : ids.count, of: Array(ids.indices), graph, ids)
            return ids.count > room ? Backbone(graph: graph, ids: ids).grown(from: ranked, to: room) : ranked
        }
        var seen = [Bool](repeating: false, count: ids.count)
        var (chosen, ring, step) = ([Int](), [focus], 0)
        seen[focus] = true
        while !ring.isEmpty, chosen.count < room, step <= depth ?? .max {
            let best = top(room - chosen.count, of: ring, graph, ids)
            chosen += best
            ring = []
            for node in best {
                for other in graph.neighbours(of: node) where !seen[other] {
                    seen[other] = true
                    ring.append(other)
                }
            }
            step += 1
        }
        return chosen
    }

    /// The most connected of some nodes, equals by id.
    private static func top(_ limit: Int, of nodes: [Int], _ graph: Adjacency, _ ids: [String]) -> [Int] {
        let degrees = nodes.map(graph.degree)
        let least = limit < nodes.count && limit > 0 ? degrees.sorted(by: >)[limit - 1] : 0
        let able = zip(nodes, degrees).filter { $0.1 >= least }.map(\.0)
        let sorted = able.sorted {
            let (one, other) = (graph.degree(of: $0), graph.degree(of: $1))
            return one == other ? bytesPrecede(ids[$0], ids[$1]) : one > other
        }
        return Array(sorted.prefix(limit))
    }
}
