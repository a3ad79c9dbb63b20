import Networks

/// A single connection between two groups.
package struct ThinBridge: Sendable, Hashable {
    /// The ends, by id.
    package let from: String
    package let to: String
    /// The best connected of the group at each end, after whom the group is called, and how many are in it.
    package let groups: [Group]
    /// Whether the network falls apart without it.
    package let isOnlyWay: Bool
    /// A tie that makes the connection.
    package let tie: NetworkTie

    package struct Group: Sendable, Hashable {
        package let around: String
        package let size: Int
    }

    /// Between groups that count; the largest smaller side first. In a network of many ties only what it would fall apart without.
    static func all(
        in network: EcosystemNetwork, _ graph: NetworkGraph, _ cuts: CutPoints, _ thresholds: NetworkThresholds
    ) -> [ThinBridge] {
        let only = Dictionary(
            zip(cuts.bridges, cuts.sides).map { (Pair($0[0], $0[1]), $1) }, uniquingKeysWith: { first, _ in first })
        let candidates =
            graph.edges <= NetworkFindings.communityTies
            ? thinEdges(graph, thresholds)
            : only.filter { $1.allSatisfy { $0 >= thresholds.community } }.map { pair, sides in
                Candidate(
                    pair: pair,
                    groups: zip([pair.low, pair.high], sides).map { Group(around: graph.ids[$0], size: $1) })
            }
        var ties: [Pair: NetworkTie] = [:]
        let wanted = Set(candidates.map(\.pair))
        for tie in network.ties {
            let pair = Pair(tie.from, tie.to)
            if wanted.contains(pair), ties[pair] == nil { ties[pair] = tie }
        }
        return candidates.sorted { $0.order < $1.order }.compactMap { candidate in
            ties[candidate.pair].map { tie in
                ThinBridge(
                    from: graph.ids[candidate.pair.low], to: graph.ids[candidate.pair.high], groups: candidate.groups,
                    isOnlyWay: only[candidate.pair] != nil, tie: tie)
            }
        }
    }

    /// Edges that are the only one between two communities.
    private static func thinEdges(_ graph: NetworkGraph, _ thresholds: NetworkThresholds) -> [Candidate] {
        let communities = graph.communities(isWeighted: false)
        var groups = (0..<communities.count).map { _ in (best: -1, size: 0) }
        for (node, group) in communities.groups.enumerated() {
            groups[group].size += 1
            let best = groups[group].best
            if best < 0 || graph.degree(of: node) > graph.degree(of: best) { groups[group].best = node }
        }
        var between: [Pair: (count: Int, edge: Pair)] = [:]
        for link in graph.links {
            let (one, other) = (communities.groups[link.from], communities.groups[link.to])
            guard one != other, groups[one].size >= thresholds.community, groups[other].size >= thresholds.community
            else { continue }
            between[Pair(one, other), default: (0, Pair(link.from, link.to))].count += 1
        }
        return between.values.filter { $0.count == 1 }.map { found in
            Candidate(
                pair: found.edge,
                groups: [found.edge.low, found.edge.high].map { node in
                    let group = groups[communities.groups[node]]
                    return Group(around: graph.ids[group.best], size: group.size)
                })
        }
    }

    private struct Candidate {
        let pair: Pair
        let groups: [Group]

        var order: (Int, Int, Int) { (-(groups.map(\.size).min() ?? 0), pair.low, pair.high) }
    }

    /// Two numbers, whichever came first.
    private struct Pair: Hashable {
        let low: Int
        let high: Int

        init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }
    }
}
