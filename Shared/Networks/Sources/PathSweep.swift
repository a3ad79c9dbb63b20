/// Counts shortest paths from up to eight sources at once, and what passes through every node on them (Brandes 2001, from eight sources
/// side by side in the lanes of a vector).
///
/// All sources advance one step at a time. `front` holds, for a node and lane, the number of shortest paths to nodes that were reached in the
/// last step, and zero elsewhere; so a step adds rows of eight numbers and asks nothing along an edge. What was reached in which step is kept
/// as entries (a node and the lanes in which it was reached); going back over them adds up the dependencies in the same way.
///
/// Memory is safe because every place is a node, a place in rows, or that of an entry, of which there are at most eight for a node: an
/// entry holds at least one lane that no entry of the node held before.
final class PathSweep {
    typealias Lanes = SIMD8<Double>
    static let width = 8

    private let nodes: Int
    private let out: FixedRows
    private let into: FixedRows
    /// The number of shortest paths from each source.
    private let sigma: Memory<Lanes>
    private var front: Memory<Lanes>
    private var next: Memory<Lanes>
    /// The lanes that have reached a node; those without a source count as if they had.
    private let reached: Memory<UInt8>
    private let touched: Memory<Bool>
    private let entryNode: Memory<Int32>
    private let entryMask: Memory<UInt8>
    private var entries = 0
    /// Where the entries of each step begin; the last is where they end.
    private var levels: [Int] = []
    /// For each set of lanes the words that keep these lanes and clear others.
    private let masks: Memory<SIMD8<UInt64>>

    init(_ graph: NetworkGraph) {
        nodes = graph.nodes
        out = FixedRows(graph.out)
        into = graph.isDirected ? FixedRows(graph.into) : out
        sigma = Memory(repeating: Lanes(), count: nodes)
        front = Memory(repeating: Lanes(), count: nodes)
        next = Memory(repeating: Lanes(), count: nodes)
        reached = Memory(repeating: 0, count: nodes)
        touched = Memory(repeating: false, count: nodes)
        entryNode = Memory(repeating: 0, count: nodes * Self.width)
        entryMask = Memory(repeating: 0, count: nodes * Self.width)
        masks = Memory(repeating: SIMD8(), count: 256)
        for mask in 0..<256 {
            for lane in 0..<8 where mask >> lane & 1 == 1 { masks[mask][lane] = .max }
        }
    }

    /// Adds to `sums`, for every node, its dependency of all other nodes to each of at most eight sources; a source adds nothing to itself.
    /// Adds nothing and says so when there are more paths than a number can hold.
    func add(sources: ArraySlice<Int32>, to sums: borrowing Memory<Double>) -> Bool {
        begin(sources)
        forward()
        guard isCountable else { return false }
        backward(sums)
        return true
    }

    private func begin(_ sources: ArraySlice<Int32>) {
        sigma.fill(Lanes())
        reached.fill(~UInt8(truncatingIfNeeded: (1 << sources.count) - 1))
        entries = 0
        levels = [0]
        for (lane, source) in sources.enumerated() {
            let node = Int(source)
            sigma[node][lane] = 1
            front[node][lane] = 1
            reached[node] |= 1 << UInt8(lane)
            enter(node, 1 << UInt8(lane))
        }
    }

    @inline(__always)
    private func enter(_ node: Int, _ mask: UInt8) {
        entryNode[entries] = Int32(truncatingIfNeeded: node)
        entryMask[entries] = mask
        entries += 1
    }

    private func forward() {
        // The edges at nodes that some lane has not reached yet: what a pull has to look at.
        var open = into.ends.count
        var from = 0
        while from < entries {
            let to = entries
            levels.append(to)
            var edges = 0
            for entry in from..<to { edges += out.degree(Int(entryNode[entry])) }
            if edges * 2 < open { push(from..<to) } else { pull() }
            for entry in to..<entries where reached[Int(entryNode[entry])] == 255 {
                open -= into.degree(Int(entryNode[entry]))
            }
            clearFront(from..<to)
            swap(&front, &next)
            from = to
        }
    }

    private func clearFront(_ range: Range<Int>) {
        for entry in range { front[Int(entryNode[entry])] = Lanes() }
    }

    /// Whether all numbers of paths are finite. A step multiplies them by at most the largest number of edges of a node, so only after many steps
    /// there is something to look at.
    private var isCountable: Bool {
        guard levels.count * 32 > 1000 else { return true }
        var most = 1
        for node in 0..<nodes { most = max(most, into.degree(node)) }
        guard levels.count * (Int.bitWidth - most.leadingZeroBitCount) > 1000 else { return true }
        for node in 0..<nodes where !(sigma[node].max() <= .greatestFiniteMagnitude) { return false }
        return true
    }

    /// What a node was reached by in this step, in lanes that had not reached it before.
    @inline(__always)
    private func arrive(_ node: Int, _ paths: Lanes) {
        let before = sigma[node]
        let isNew = (paths .> Lanes()) .& (before .== Lanes())
        let new = paths.replacing(with: Lanes(), where: .!isNew)
        next[node] = new
        let bits = SIMD8<UInt64>(1, 2, 4, 8, 16, 32, 64, 128)
            .replacing(with: SIMD8<UInt64>(), where: .!isNew).wrappedSum()
        guard bits != 0 else { return }
        sigma[node] = before + new
        let mask = UInt8(truncatingIfNeeded: bits)
        reached[node] |= mask
        enter(node, mask)
    }

    private func push(_ range: Range<Int>) {
        let first = entries
        var last = first
        for entry in range {
            let node = Int(entryNode[entry])
            let paths = front[node]
            for place in out.first(node)..<out.first(node + 1) {
                let other = Int(out.ends[place])
                guard reached[other] != 255 else { continue }
                next[other] += paths
                guard !touched[other] else { continue }
                touched[other] = true
                // The places behind the entries serve as the list of what was touched: at most one for a node that is still open.
                entryNode[last] = Int32(truncatingIfNeeded: other)
                last += 1
            }
        }
        for place in first..<last {
            let node = Int(entryNode[place])
            touched[node] = false
            arrive(node, next[node])
        }
    }

    private func pull() {
        for node in 0..<nodes where reached[node] != 255 {
            var paths = Lanes()
            for place in into.first(node)..<into.first(node + 1) { paths += front[Int(into.ends[place])] }
            arrive(node, paths)
        }
    }

    /// From the last step to the first after the sources, which take part in no sum. `front` holds, for what was reached one step later, the
    /// share of its dependency for each path to it.
    private func backward(_ sums: borrowing Memory<Double>) {
        var step = levels.count - 2
        while step >= 1 {
            for entry in levels[step]..<levels[step + 1] {
                let node = Int(entryNode[entry])
                let mask = masks[Int(entryMask[entry])]
                var share = Lanes()
                for place in out.first(node)..<out.first(node + 1) { share += front[Int(out.ends[place])] }
                let paths = sigma[node]
                let dependency = Self.masked(paths * share, mask)
                next[node] = Self.masked((dependency + 1) / paths, mask)
                let half = dependency.lowHalf + dependency.highHalf
                let quarter = half.lowHalf + half.highHalf
                sums[node] += quarter[0] + quarter[1]
            }
            if step + 2 < levels.count { clearFront(levels[step + 1]..<levels[step + 2]) }
            swap(&front, &next)
            step -= 1
        }
        if levels.count > 2 { clearFront(levels[1]..<levels[2]) }
    }

    @inline(__always)
    private static func masked(_ lanes: Lanes, _ mask: SIMD8<UInt64>) -> Lanes {
        unsafeBitCast(unsafeBitCast(lanes, to: SIMD8<UInt64>.self) & mask, to: Lanes.self)
    }
}
