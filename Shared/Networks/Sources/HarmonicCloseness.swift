extension NetworkGraph {
    /// How near a node is to the others: the mean over all others of one divided by the number of steps to them, along the direction of
    /// edges; nothing for those it cannot reach. 1 when it is next to everybody.
    ///
    /// Sixty-four nodes are followed at once, one in each bit of a word.
    package func harmonicCloseness(threads: NetworkThreads = .all) -> [Double] {
        guard nodes > 1 else { return Array(repeating: 0, count: nodes) }
        let order = besideEachOther((0..<Int32(nodes)).map { $0 })
        let batches = (nodes + 63) / 64
        let blocks = min(32, batches)
        let found = Blocks<[Double]>(blocks)
        threads.forEach(blocks, space: { StepSweep(nodes: nodes) }) { block, sweep in
            var sums = [Double](repeating: 0, count: nodes)
            for batch in batches * block / blocks..<batches * (block + 1) / blocks {
                // Steps are counted where they arrive; walked against their direction, they arrive where they begin.
                sweep.add(targets: order[batch * 64..<min(nodes, batch * 64 + 64)], out: out, into: into, to: &sums)
            }
            found.put(sums, at: block)
        }
        var total = [Double](repeating: 0, count: nodes)
        for sums in found.all {
            for node in 0..<nodes { total[node] += sums[node] }
        }
        return total.map { $0 / Double(nodes - 1) }
    }
}

/// Follows up to sixty-four nodes at once, against the direction of edges.
private struct StepSweep {
    private var seen: [UInt64]
    private var front: [UInt64]
    private var next: [UInt64]
    private var active: [Int32] = []
    private var arrived: [Int32] = []

    init(nodes: Int) {
        seen = Array(repeating: 0, count: nodes)
        front = seen
        next = seen
    }

    mutating func add(targets: ArraySlice<Int32>, out: borrowing Rows, into: borrowing Rows, to sums: inout [Double]) {
        let all: UInt64 = targets.count == 64 ? .max : 1 << UInt64(targets.count) - 1
        for node in seen.indices { seen[node] = ~all }
        active.removeAll(keepingCapacity: true)
        for (bit, target) in targets.enumerated() {
            seen[Int(target)] |= 1 << UInt64(bit)
            front[Int(target)] = 1 << UInt64(bit)
            active.append(target)
        }
        var step = 0.0
        while !active.isEmpty {
            step += 1
            let arcs = active.reduce(0) { $0 + into.degree(Int($1)) }
            if arcs * 2 < out.ends.count { push(into) } else { pull(out) }
            for node in active { front[Int(node)] = 0 }
            for node in arrived { sums[Int(node)] += Double(next[Int(node)].nonzeroBitCount) / step }
            swap(&front, &next)
            swap(&active, &arrived)
        }
    }

    private mutating func push(_ rows: borrowing Rows) {
        arrived.removeAll(keepingCapacity: true)
        for node in active {
            let bits = front[Int(node)]
            for place in rows.places(Int(node)) {
                let other = rows.ends[place]
                let new = bits & ~seen[Int(other)]
                guard new != 0 else { continue }
                if next[Int(other)] == 0 { arrived.append(other) }
                next[Int(other)] |= new
            }
        }
        for node in arrived { seen[Int(node)] |= next[Int(node)] }
    }

    private mutating func pull(_ rows: borrowing Rows) {
        arrived.removeAll(keepingCapacity: true)
        let ends = rows.ends
        for node in seen.indices where seen[node] != .max {
            var bits: UInt64 = 0
            for place in rows.places(node) { bits |= front[Int(ends[place])] }
            bits &= ~seen[node]
            guard bits != 0 else { continue }
            next[node] = bits
            seen[node] |= bits
            arrived.append(Int32(truncatingIfNeeded: node))
        }
    }
}
