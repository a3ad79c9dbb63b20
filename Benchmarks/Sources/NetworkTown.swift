import Networks

/// A network by chance in which newcomers connect with the well connected, mostly within their own community: preferential attachment inside
/// communities of uneven size. The same numbers give the same network.
struct NetworkTown {
    let nodes: Int
    /// Pairs of numbers, the lower first, each once.
    private(set) var edges: [(Int, Int)] = []
    private var chance: SplitMix64
    private var community: [Int] = []
    private var present = Set<Int>()
    /// Every node as often as it has edges, by community and in all.
    private var ends: [[Int]]
    private var allEnds: [Int] = []
    /// The share of attachments, of a hundred, that stay within the community.
    private let within: Int

    init(nodes: Int, edges count: Int, communities: Int, within: Int = 80, seed: UInt64) {
        self.nodes = nodes
        self.within = within
        chance = SplitMix64(seed: seed)
        ends = Array(repeating: [], count: communities)
        for node in 0..<nodes {
            community.append(min(chance.below(communities), chance.below(communities)))
            guard node > 0 else {
                allEnds.append(node)
                ends[community[node]].append(node)
                continue
            }
            var (made, tries) = (0, 0)
            while made < count / nodes, tries < count / nodes * 4 {
                tries += 1
                if attach(node) { made += 1 }
            }
        }
        while edges.count < count { _ = attach(chance.below(nodes)) }
    }

    private mutating func attach(_ node: Int) -> Bool {
        let own = ends[community[node]]
        let staysWithin = chance.below(100) < within && !own.isEmpty
        let other = staysWithin ? own[chance.below(own.count)] : allEnds[chance.below(allEnds.count)]
        guard node != other else { return false }
        let pair = (min(node, other), max(node, other))
        guard present.insert(pair.0 * nodes + pair.1).inserted else { return false }
        edges.append(pair)
        for end in [pair.0, pair.1] {
            ends[community[end]].append(end)
            allEnds.append(end)
        }
        return true
    }

    /// Names of equal length, so that the order of names is that of numbers.
    var names: [String] { (0..<nodes).map { String(String(10_000_000 + $0).dropFirst()) } }

    func graph() throws -> NetworkGraph {
        try NetworkGraph(nodes: names, links: edges.map { NetworkLink(from: $0.0, to: $0.1, weight: 1) })
    }

    /// An edge on each line, for others to read.
    var lines: String { edges.map { "\($0.0) \($0.1)" }.joined(separator: "\n") }
}
