import Ecosystems
import Kernel
import Networks
import Parties

/// Organisations that have more to do with each other than with the rest: communities by Leiden over who is tied to whom, whatever the
/// kind, weight or direction. Who is tied to nobody is in no group.
package struct MapGroups: Sendable, Hashable {
    package struct Group: Sendable, Hashable {
        /// From 1, the largest first; another network may give other numbers.
        package let number: Int
        /// Ids, the most connected inside the group first, equals by id.
        package let members: [String]
        /// After whom it is called: the most connected inside it.
        package let leading: NetworkPicture.Entry
        /// The sector that most members have; of equals the first by id.
        package let sector: String
        /// How many members have that sector.
        package let sectorCount: Int
        /// Pairs of members that are tied.
        package let inside: Int

        /// What to call it: its number, and around whom it is.
        package var title: Text {
            let name = leading.title
            return Text("\(number). Rond \(name.dutch)", "\(number). Around \(name.english)")
        }
    }

    /// Pairs that are tied and stand in two groups.
    package struct Link: Sendable, Hashable {
        /// Numbers of groups; `from` is the lower.
        package let from: Int
        package let to: Int
        package let count: Int
    }

    /// By number.
    package let groups: [Group]
    package let links: [Link]
    /// How much more is tied inside the groups than chance would tie there: 0 when nothing is, at most 1.
    package let modularity: Double
    /// How many organisations are in no group.
    package let alone: Int
    private let numbers: [String: Int]

    /// The number of the group of an organisation; nil when it is in none.
    package func number(of organisation: String) -> Int? { numbers[organisation] }

    init(_ network: MapNetwork, _ reader: Reader) throws(Refusal) {
        let graph = try network.graph()
        let found = graph.communities(isWeighted: false)
        modularity = found.modularity
        var members = [[Int]](repeating: [], count: found.count)
        for (node, group) in found.groups.enumerated() { members[group].append(node) }
        let kept = members.filter { $0.count > 1 }
        alone = graph.nodes - kept.reduce(0) { $0 + $1.count }
        var groupOf = [Int](repeating: 0, count: graph.nodes)
        for (place, group) in kept.enumerated() { for node in group { groupOf[node] = place + 1 } }
        let crossing = Crossing(graph, groupOf, count: kept.count)
        links = crossing.links
        groups = kept.enumerated().map { place, nodes in
            Self.group(place + 1, nodes, graph, crossing, reader)
        }
        numbers = Dictionary(
            groups.flatMap { group in group.members.map { ($0, group.number) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func group(
        _ number: Int, _ nodes: [Int], _ graph: NetworkGraph, _ crossing: Crossing, _ reader: Reader
    ) -> Group {
        // Nodes ascend by id, and sorting keeps equals apart by that number.
        let ranked = nodes.sorted { (crossing.within[$1], $0) < (crossing.within[$0], $1) }
        var sectors: [String: Int] = [:]
        for node in nodes {
            sectors[reader.state[Organisation.self][ID(graph.ids[node])]?.sector ?? "", default: 0] += 1
        }
        let most = sectors.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.first
        let leading = graph.ids[ranked[0]]
        return Group(
            number: number, members: ranked.map { graph.ids[$0] },
            leading: .init(id: leading, title: reader.title(Organisation.naming.plural, leading)),
            sector: most?.key ?? "", sectorCount: most?.value ?? 0, inside: crossing.inside[number])
    }
}

/// What runs inside groups and what crosses from one to another, counted in one pass over the edges.
private struct Crossing {
    /// Neighbours inside the own group, by node.
    private(set) var within: [Int]
    /// Edges inside, by number of the group.
    private(set) var inside: [Int]
    let links: [MapGroups.Link]

    init(_ graph: NetworkGraph, _ groupOf: [Int], count: Int) {
        within = [Int](repeating: 0, count: graph.nodes)
        inside = [Int](repeating: 0, count: count + 1)
        var crossing: [Int: Int] = [:]
        for link in graph.links {
            let (one, other) = (groupOf[link.from], groupOf[link.to])
            if one == other {
                within[link.from] += 1
                within[link.to] += 1
                inside[one] += 1
            } else if one > 0, other > 0 {
                crossing[min(one, other) * (count + 1) + max(one, other), default: 0] += 1
            }
        }
        links = crossing.sorted { $0.key < $1.key }.map {
            MapGroups.Link(from: $0.key / (count + 1), to: $0.key % (count + 1), count: $0.value)
        }
    }
}
