/// Splits groups into parts that hang well together, so that the next level can move parts (the second phase of Leiden; Traag, Waltman and
/// Van Eck 2019).
///
/// Every node begins alone; a node that is well connected to its group joins the part of that group to which it adds most. Where Leiden draws
/// by chance among the parts that add something, the best is taken here: then nothing needs an exponential, whose last digit
/// differs between systems.
struct CommunityRefinement {
    private let level: CommunityLevel
    private let groups: [Int32]
    /// The strength of every group.
    private var whole: [Double]
    private var part: [Int32]
    private var strength: [Double]
    /// What the edges of a part to the rest of its group weigh.
    private var cut: [Double]
    private var isAlone: [Bool]
    /// What the edges of the node whose turn it is into each part weigh; −1 where none was met.
    private var beside: [Double]
    private var met: [Int32] = []

    /// A part for every node, numbered from 0, and how many parts there are. Nodes have their turn in `order`.
    static func parts(
        of groups: [Int32], in level: CommunityLevel, order: [Int32]
    ) -> (parts: [Int32], count: Int) {
        var refinement = CommunityRefinement(level, groups)
        for node in order { refinement.place(Int(node)) }
        return Communities.numbered(refinement.part)
    }

    private init(_ level: CommunityLevel, _ groups: [Int32]) {
        self.level = level
        self.groups = groups
        let nodes = level.nodes
        whole = Array(repeating: 0, count: nodes)
        part = (0..<Int32(nodes)).map { $0 }
        strength = level.strengths
        cut = Array(repeating: 0, count: nodes)
        isAlone = Array(repeating: true, count: nodes)
        beside = Array(repeating: -1, count: nodes)
        for node in 0..<nodes {
            whole[Int(groups[node])] += level.strengths[node]
            for place in level.places(node) where groups[Int(level.ends[place])] == groups[node] {
                cut[node] += level.weight(place)
            }
        }
    }

    /// Whether a part has at least as much to do with the rest of its group as chance would give it.
    private func isWell(_ part: Int, in group: Int32) -> Bool {
        let whole = whole[Int(group)]
        return cut[part] >= strength[part] * (whole - strength[part]) / level.total
    }

    private mutating func place(_ node: Int) {
        let group = groups[node]
        guard isAlone[node], isWell(node, in: group) else { return }
        meet(node, group)
        var (best, most, shared) = (-1, 0.0, 0.0)
        for its in met.map(Int.init) {
            let gain = beside[its] - strength[node] * strength[its] / level.total
            if gain > most, isWell(its, in: group) { (best, most, shared) = (its, gain, beside[its]) }
            beside[its] = -1
        }
        guard best >= 0 else { return }
        part[node] = Int32(best)
        strength[best] += strength[node]
        cut[best] += cut[node] - 2 * shared
        isAlone[best] = false
        isAlone[node] = false
    }

    private mutating func meet(_ node: Int, _ group: Int32) {
        met.removeAll(keepingCapacity: true)
        for place in level.places(node) {
            let other = Int(level.ends[place])
            guard groups[other] == group else { continue }
            let its = Int(part[other])
            if beside[its] < 0 {
                beside[its] = 0
                met.append(Int32(its))
            }
            beside[its] += level.weight(place)
        }
    }
}
