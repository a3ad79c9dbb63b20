/// Moves nodes of a level to the group where they add most to modularity, until no single move adds anything.
///
/// Memory is safe because every place is a node, the number of a group, or a place in rows: groups are numbered below the number of nodes,
/// which `settle` checks before it begins, and a move only goes to the group of another node or to one that is empty.
final class CommunityMoves {
    private let nodes: Int
    private let total: Double
    private let starts: Memory<Int32>
    private let ends: Memory<Int32>
    /// Empty when every edge weighs 1.
    private let weights: Memory<Double>
    private let strengths: Memory<Double>
    private let group: Memory<Int32>
    /// The strength and the number of nodes of every group.
    private let weightOf: Memory<Double>
    private let sizeOf: Memory<Int32>
    private var empty: [Int32] = []
    /// What a node's edges into each group weigh; −1 where none was met.
    private let beside: Memory<Double>
    private let met: Memory<Int32>
    /// Nodes that wait for their turn, in a ring; each at most once.
    private let queue: Memory<Int32>
    private let waits: Memory<Bool>

    /// Gains below this share of a node's strength are noise of rounding, and would let nodes move for ever.
    private static let least = 1e-12

    private init(_ level: CommunityLevel, _ groups: [Int32], order: [Int32]) {
        nodes = level.nodes
        total = level.total
        starts = Memory(level.starts)
        ends = Memory(level.ends)
        weights = Memory(level.weights)
        strengths = Memory(level.strengths)
        group = Memory(groups)
        weightOf = Memory(repeating: 0, count: nodes)
        sizeOf = Memory(repeating: 0, count: nodes)
        beside = Memory(repeating: -1, count: nodes)
        met = Memory(repeating: 0, count: nodes)
        queue = Memory(order)
        waits = Memory(repeating: true, count: nodes)
        for node in 0..<nodes {
            weightOf[Int(groups[node])] += level.strengths[node]
            sizeOf[Int(groups[node])] += 1
        }
        empty = (0..<Int32(nodes)).filter { sizeOf[Int($0)] == 0 }
    }

    /// `groups` holds a number below the number of nodes for every node; `order` every node once, in the order of their first turns.
    static func settle(_ level: CommunityLevel, _ groups: [Int32], order: [Int32]) -> [Int32] {
        let numbers = 0..<Int32(level.nodes)
        guard level.total > 0, groups.count == level.nodes, order.count == level.nodes,
            groups.allSatisfy(numbers.contains), order.allSatisfy(numbers.contains)
        else { return groups }
        let moves = CommunityMoves(level, groups, order: order)
        moves.run()
        return moves.group.array
    }

    private func run() {
        var (head, waiting) = (0, nodes)
        while waiting > 0 {
            let node = Int(queue[head])
            head = head + 1 == nodes ? 0 : head + 1
            waiting -= 1
            waits[node] = false
            let own = group[node]
            let best = choose(node, of: meet(node))
            guard best != own else { continue }
            move(node, from: own, to: best)
            for place in Int(starts[node])..<Int(starts[node + 1]) {
                let other = Int(ends[place])
                guard !waits[other], group[other] != best else { continue }
                waits[other] = true
                let free = head + waiting
                queue[free >= nodes ? free - nodes : free] = Int32(truncatingIfNeeded: other)
                waiting += 1
            }
        }
    }

    /// Adds up what the edges of a node into each group weigh, and says into how many groups they go.
    @inline(__always)
    private func meet(_ node: Int) -> Int {
        let isEven = weights.count == 0
        var count = 0
        for place in Int(starts[node])..<Int(starts[node + 1]) {
            let its = group[Int(ends[place])]
            let weight = isEven ? 1 : weights[place]
            let before = beside[Int(its)]
            if before < 0 {
                met[count] = its
                count += 1
                beside[Int(its)] = weight
            } else {
                beside[Int(its)] = before + weight
            }
        }
        return count
    }

    /// The group where a node adds most: its own unless another is truly better.
    @inline(__always)
    private func choose(_ node: Int, of count: Int) -> Int32 {
        let own = group[node]
        let strength = strengths[node]
        let share = strength / total
        let stay = max(0, beside[Int(own)]) - share * (weightOf[Int(own)] - strength)
        var (best, most) = (own, stay)
        for place in 0..<count {
            let its = met[place]
            let gain = beside[Int(its)] - share * weightOf[Int(its)]
            beside[Int(its)] = -1
            if its != own, gain > most { (best, most) = (its, gain) }
        }
        if most < 0, sizeOf[Int(own)] > 1, let free = empty.last { (best, most) = (free, 0) }
        return most - stay > Self.least * strength ? best : own
    }

    private func move(_ node: Int, from own: Int32, to best: Int32) {
        weightOf[Int(own)] -= strengths[node]
        weightOf[Int(best)] += strengths[node]
        group[node] = best
        sizeOf[Int(own)] -= 1
        if sizeOf[Int(best)] == 0 { empty.removeLast() }
        if sizeOf[Int(own)] == 0 { empty.append(own) }
        sizeOf[Int(best)] += 1
    }
}
