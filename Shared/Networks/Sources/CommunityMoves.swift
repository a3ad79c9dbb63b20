/// Moves nodes of a level to the group where they add most to modularity, until no single move adds anything.
///
/// Unsafe inside this file only: every index is a node or the number of a group, both below `nodes` (a level has at most as many groups as
/// nodes, and `groups` is checked by `settle` before anything is read through it).
struct CommunityMoves {
    let level: CommunityLevel

    /// Gains below this share of a node's strength are noise of rounding, and would let nodes move for ever.
    private static let least = 1e-12

    /// `groups` holds a number below the number of nodes for every node; `order` every node once.
    func settle(_ groups: inout [Int32], order: [Int32]) {
        let nodes = level.nodes
        guard level.total > 0, groups.count == nodes, order.count == nodes,
            groups.allSatisfy({ (0..<Int32(nodes)).contains($0) }),
            order.allSatisfy({ (0..<Int32(nodes)).contains($0) })
        else { return }
        var weightOf = [Double](repeating: 0, count: nodes)
        var sizeOf = [Int32](repeating: 0, count: nodes)
        for node in 0..<nodes {
            weightOf[Int(groups[node])] += level.strengths[node]
            sizeOf[Int(groups[node])] += 1
        }
        var empty = (0..<Int32(nodes)).filter { sizeOf[Int($0)] == 0 }
        var queue = order
        var waits = [Bool](repeating: true, count: nodes)
        var beside = [Double](repeating: -1, count: nodes)
        var met = [Int32](repeating: 0, count: nodes)
        level.starts.withUnsafeBufferPointer { starts in
            level.ends.withUnsafeBufferPointer { ends in
                level.weights.withUnsafeBufferPointer { weights in
                    groups.withUnsafeMutableBufferPointer { groups in
                        weightOf.withUnsafeMutableBufferPointer { weightOf in
                            beside.withUnsafeMutableBufferPointer { beside in
                                met.withUnsafeMutableBufferPointer { met in
                                    waits.withUnsafeMutableBufferPointer { waits in
                                        queue.withUnsafeMutableBufferPointer { queue in
                                            run(
                                                Space(
                                                    starts: starts, ends: ends, weights: weights, groups: groups,
                                                    weightOf: weightOf, beside: beside, met: met, waits: waits,
                                                    queue: queue), &sizeOf, &empty)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private struct Space {
        let starts: UnsafeBufferPointer<Int32>
        let ends: UnsafeBufferPointer<Int32>
        let weights: UnsafeBufferPointer<Double>
        let groups: UnsafeMutableBufferPointer<Int32>
        let weightOf: UnsafeMutableBufferPointer<Double>
        let beside: UnsafeMutableBufferPointer<Double>
        let met: UnsafeMutableBufferPointer<Int32>
        let waits: UnsafeMutableBufferPointer<Bool>
        let queue: UnsafeMutableBufferPointer<Int32>
    }

    private func run(_ space: Space, _ sizeOf: inout [Int32], _ empty: inout [Int32]) {
        let nodes = level.nodes
        let isEven = space.weights.isEmpty
        var (head, waiting) = (0, nodes)
        while waiting > 0 {
            let node = Int(space.queue[head])
            head = head + 1 == nodes ? 0 : head + 1
            waiting -= 1
            space.waits[node] = false
            let (first, last) = (Int(space.starts[node]), Int(space.starts[node + 1]))
            var count = 0
            for place in first..<last {
                let group = space.groups[Int(space.ends[place])]
                let so = space.beside[Int(group)]
                if so < 0 {
                    space.met[count] = group
                    count += 1
                    space.beside[Int(group)] = isEven ? 1 : space.weights[place]
                } else {
                    space.beside[Int(group)] = so + (isEven ? 1 : space.weights[place])
                }
            }
            let own = space.groups[node]
            let strength = level.strengths[node]
            let share = strength / level.total
            space.weightOf[Int(own)] -= strength
            var best = own
            var most = max(0, space.beside[Int(own)]) - share * space.weightOf[Int(own)]
            let stay = most
            for place in 0..<count {
                let group = space.met[place]
                let gain = space.beside[Int(group)] - share * space.weightOf[Int(group)]
                space.beside[Int(group)] = -1
                if gain > most {
                    most = gain
                    best = group
                }
            }
            if most < 0, let free = empty.last, sizeOf[Int(own)] > 1 {
                most = 0
                best = free
            }
            if most - stay <= Self.least * strength { best = own }
            space.weightOf[Int(best)] += strength
            guard best != own else { continue }
            space.groups[node] = best
            sizeOf[Int(own)] -= 1
            if sizeOf[Int(own)] == 0 { empty.append(own) }
            if sizeOf[Int(best)] == 0 { empty.removeLast() }
            sizeOf[Int(best)] += 1
            for place in first..<last {
                let other = Int(space.ends[place])
                guard !space.waits[other], space.groups[other] != best else { continue }
                space.waits[other] = true
                let free = head + waiting
                space.queue[free >= nodes ? free - nodes : free] = Int32(truncatingIfNeeded: other)
                waiting += 1
            }
        }
    }
}
