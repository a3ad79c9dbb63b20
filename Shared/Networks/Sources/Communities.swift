/// Groups of nodes that have more to do with each other than with the rest.
package struct Communities: Sendable, Equatable {
    /// The group of every node. Group 0 has most nodes; of equal groups the one with the lowest node comes first.
    package let groups: [Int]
    package let count: Int
    /// How much more of the weight lies inside the groups than chance would lay there, given the strengths: below 1; 0 without edges.
    package let modularity: Double

    /// Numbers from 0 in the order of first appearance.
    static func numbered(_ groups: [Int32]) -> (parts: [Int32], count: Int) {
        var numbers = [Int32](repeating: -1, count: groups.count)
        var count: Int32 = 0
        let renumbered = groups.map { group -> Int32 in
            if numbers[Int(group)] < 0 {
                numbers[Int(group)] = count
                count += 1
            }
            return numbers[Int(group)]
        }
        return (renumbered, Int(count))
    }
}

extension NetworkGraph {
    /// Communities by Leiden for modularity with resolution 1; direction does not count. Each community is connected. The same graph and
    /// seed give the same communities. Each round begins with what the round before found and never makes it worse; it ends sooner when a round
    /// changes nothing. Clear communities are found in one or two, blurred ones still gain a little up to the fourth.
    package func communities(isWeighted: Bool = true, seed: UInt64 = 1, rounds: Int = 4) -> Communities {
        let rows = undirected.out
        let ground = CommunityLevel(rows, isWeighted: isWeighted)
        var chance = SplitMix64(seed: seed)
        var groups = (0..<Int32(nodes)).map { $0 }
        for _ in 0..<rounds {
            let before = groups
            groups = Self.round(from: groups, ground, &chance)
            if groups == before { break }
        }
        let (numbers, sizes) = Self.bySize(Self.connected(groups, rows))
        return Communities(
            groups: numbers, count: sizes.count, modularity: modularity(of: numbers, isWeighted: isWeighted))
    }

    /// For every node the lowest node that is connected with it inside its group. Where a group had fallen apart, its pieces by themselves make
    /// modularity higher, never lower.
    private static func connected(_ groups: [Int32], _ rows: Rows) -> [Int32] {
        var above = (0..<Int32(rows.nodes)).map { $0 }
        above.withUnsafeMutableBufferPointer { above in
            let forest = Forest(above)
            for node in 0..<rows.nodes {
                for other in rows.neighbours(node) where groups[Int(other)] == groups[node] {
                    forest.join(Int32(node), other)
                }
            }
            for node in 0..<Int32(rows.nodes) { above[Int(node)] = forest.root(node) }
        }
        return above
    }

    /// From moving single nodes to moving groups of groups, until nothing joins any more.
    private static func round(from start: [Int32], _ ground: CommunityLevel, _ chance: inout SplitMix64) -> [Int32] {
        var level = ground
        var groups = start
        var place = (0..<Int32(ground.nodes)).map { $0 }
        while true {
            groups = CommunityMoves.settle(level, groups, order: chance.order(level.nodes))
            let (whole, count) = Communities.numbered(groups)
            groups = whole
            if count == level.nodes { break }
            var (parts, number) = CommunityRefinement.parts(
                of: groups, in: level, order: chance.order(level.nodes))
            if number == level.nodes { (parts, number) = (groups, count) }
            var next = [Int32](repeating: 0, count: number)
            for node in 0..<level.nodes { next[Int(parts[node])] = groups[node] }
            level = CommunityLevel(joining: level, by: parts, count: number)
            for node in place.indices { place[node] = parts[Int(place[node])] }
            groups = next
        }
        return Communities.numbered(place.map { groups[Int($0)] }).parts
    }

    /// The modularity of a division into groups, numbered from 0; direction does not count.
    package func modularity(of groups: [Int], isWeighted: Bool = true) -> Double {
        let rows = undirected.out
        let level = CommunityLevel(rows, isWeighted: isWeighted)
        guard level.total > 0, let most = groups.max() else { return 0 }
        var inside = [Double](repeating: 0, count: most + 1)
        var strength = [Double](repeating: 0, count: most + 1)
        for node in 0..<level.nodes {
            strength[groups[node]] += level.strengths[node]
            for place in rows.places(node) where groups[Int(rows.ends[place])] == groups[node] {
                inside[groups[node]] += level.weight(place)
            }
        }
        var sum = 0.0
        for group in inside.indices {
            let share = strength[group] / level.total
            sum += inside[group] / level.total - share * share
        }
        return sum
    }
}
