/// Counts shortest paths from up to eight sources at once, and what passes through every node on them (Brandes 2001, from eight sources
/// side by side in the lanes of a vector).
///
/// All sources advance one step at a time. `front` holds, for a node and lane, the number of shortest paths to nodes that were reached in the
/// last step, and zero elsewhere; so a step adds rows of eight numbers and asks nothing along an edge. What was reached in which step is kept
/// as entries (a node and the lanes in which it was reached); going back over them adds up the dependencies in the same way.
///
/// Unsafe inside this file only: every index is a node (an end in `Rows`, below `nodes` by construction) or the place of an entry, of
/// which there are at most eight for a node, because an entry holds at least one lane that no entry of the node held before.
final class PathSweep {
    typealias Lanes = SIMD8<Double>
    static let width = 8

    private let nodes: Int
    private let sigma: UnsafeMutablePointer<Lanes>
    private var front: UnsafeMutablePointer<Lanes>
    private var next: UnsafeMutablePointer<Lanes>
    private let reached: UnsafeMutablePointer<UInt8>
    private let touched: UnsafeMutablePointer<UInt8>
    private let entryNode: UnsafeMutablePointer<Int32>
    private let entryMask: UnsafeMutablePointer<UInt8>
    private let masks: UnsafeMutablePointer<SIMD8<UInt64>>
    private var levels: [Int] = []
    private var entries = 0

    init(nodes: Int) {
        self.nodes = nodes
        func zeros<T>(_ value: T, _ count: Int) -> UnsafeMutablePointer<T> {
            let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, count))
            memory.initialize(repeating: value, count: max(1, count))
            return memory
        }
        sigma = zeros(Lanes(), nodes)
        front = zeros(Lanes(), nodes)
        next = zeros(Lanes(), nodes)
        reached = zeros(0, nodes)
        touched = zeros(0, nodes)
        entryNode = zeros(0, nodes * Self.width)
        entryMask = zeros(0, nodes * Self.width)
        masks = zeros(SIMD8(), 256)
        for mask in 0..<256 {
            for lane in 0..<8 where mask >> lane & 1 == 1 { masks[mask][lane] = .max }
        }
    }

    deinit {
        sigma.deallocate()
        front.deallocate()
        next.deallocate()
        reached.deallocate()
        touched.deallocate()
        entryNode.deallocate()
        entryMask.deallocate()
        masks.deallocate()
    }

    /// Adds to `sums`, for every node, its dependency of all other nodes to each source; a source adds nothing to itself. Adds nothing and
    /// says so when there are more paths than a number can hold.
    func add(sources: ArraySlice<Int32>, out: borrowing Rows, into: borrowing Rows, to sums: inout [Double]) -> Bool {
        out.starts.withUnsafeBufferPointer { outStarts in
            out.ends.withUnsafeBufferPointer { outEnds in
                into.starts.withUnsafeBufferPointer { intoStarts in
                    into.ends.withUnsafeBufferPointer { intoEnds in
                        sums.withUnsafeMutableBufferPointer { sums in
                            guard let outStarts = outStarts.baseAddress, let intoStarts = intoStarts.baseAddress,
                                let outEnds = outEnds.baseAddress, let intoEnds = intoEnds.baseAddress,
                                let sums = sums.baseAddress
                            else { return true }
                            forward(sources, outStarts, outEnds, intoStarts, intoEnds)
                            guard areCountable(intoStarts) else { return false }
                            backward(outStarts, outEnds, sums)
                            return true
                        }
                    }
                }
            }
        }
    }

    /// Whether all numbers of paths are finite. A step multiplies them by at most the largest number of edges of a node, so only after many steps
    /// there is something to look at.
    private func areCountable(_ starts: UnsafePointer<Int32>) -> Bool {
        guard levels.count * 32 > 1000 else { return true }
        var most = 1
        for node in 0..<nodes { most = max(most, Int(starts[node + 1] - starts[node])) }
        guard levels.count * (Int.bitWidth - most.leadingZeroBitCount) > 1000 else { return true }
        for node in 0..<nodes where !(sigma[node].max() <= .greatestFiniteMagnitude) { return false }
        return true
    }

    private func forward(
        _ sources: ArraySlice<Int32>, _ outStarts: UnsafePointer<Int32>, _ outEnds: UnsafePointer<Int32>,
        _ intoStarts: UnsafePointer<Int32>, _ intoEnds: UnsafePointer<Int32>
    ) {
        let all = UInt8(truncatingIfNeeded: (1 << sources.count) - 1)
        sigma.update(repeating: Lanes(), count: nodes)
        reached.update(repeating: ~all, count: nodes)
        entries = 0
        levels = [0]
        for (lane, source) in sources.enumerated() {
            let node = Int(source)
            sigma[node][lane] = 1
            front[node][lane] = 1
            reached[node] |= 1 << UInt8(lane)
            entryNode[entries] = source
            entryMask[entries] = 1 << UInt8(lane)
            entries += 1
        }
        var open = Int(intoStarts[nodes])
        for node in 0..<nodes where reached[node] == 255 { open -= Int(intoStarts[node + 1] - intoStarts[node]) }
        var from = 0
        while from < entries {
            let to = entries
            levels.append(to)
            var arcs = 0
            for entry in from..<to {
                let node = Int(entryNode[entry])
                arcs += Int(outStarts[node + 1] - outStarts[node])
            }
            if arcs * 2 < open { push(from..<to, outStarts, outEnds) } else { pull(intoStarts, intoEnds) }
            for entry in to..<entries where reached[Int(entryNode[entry])] == 255 {
                let node = Int(entryNode[entry])
                open -= Int(intoStarts[node + 1] - intoStarts[node])
            }
            for entry in from..<to { front[Int(entryNode[entry])] = Lanes() }
            swap(&front, &next)
            from = to
        }
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
        entryNode[entries] = Int32(truncatingIfNeeded: node)
        entryMask[entries] = mask
        entries += 1
    }

    private func push(_ range: Range<Int>, _ starts: UnsafePointer<Int32>, _ ends: UnsafePointer<Int32>) {
        let first = entries
        var last = first
        for entry in range {
            let node = Int(entryNode[entry])
            let paths = front[node]
            for place in Int(starts[node])..<Int(starts[node + 1]) {
                let other = Int(ends[place])
                guard reached[other] != 255 else { continue }
                next[other] += paths
                guard touched[other] == 0 else { continue }
                touched[other] = 1
                // The places behind the entries serve as the list of what was touched: at most one for a node that is still open.
                entryNode[last] = ends[place]
                last += 1
            }
        }
        for place in first..<last {
            let node = Int(entryNode[place])
            touched[node] = 0
            arrive(node, next[node])
        }
    }

    private func pull(_ starts: UnsafePointer<Int32>, _ ends: UnsafePointer<Int32>) {
        for node in 0..<nodes where reached[node] != 255 {
            var paths = Lanes()
            for place in Int(starts[node])..<Int(starts[node + 1]) { paths += front[Int(ends[place])] }
            arrive(node, paths)
        }
    }

    private func backward(
        _ starts: UnsafePointer<Int32>, _ ends: UnsafePointer<Int32>, _ sums: UnsafeMutablePointer<Double>
    ) {
        // The steps are levels[d]..<levels[d + 1]; the sources themselves (step 0) take part in no sum.
        var step = levels.count - 2
        while step >= 1 {
            for entry in levels[step]..<levels[step + 1] {
                let node = Int(entryNode[entry])
                let mask = masks[Int(entryMask[entry])]
                var share = Lanes()
                for place in Int(starts[node])..<Int(starts[node + 1]) { share += front[Int(ends[place])] }
                let paths = sigma[node]
                let dependency = Self.masked(paths * share, mask)
                next[node] = Self.masked((dependency + 1) / paths, mask)
                let half = dependency.lowHalf + dependency.highHalf
                let quarter = half.lowHalf + half.highHalf
                sums[node] += quarter[0] + quarter[1]
            }
            if step + 2 < levels.count {
                for entry in levels[step + 1]..<levels[step + 2] { front[Int(entryNode[entry])] = Lanes() }
            }
            swap(&front, &next)
            step -= 1
        }
        if levels.count > 2 {
            for entry in levels[1]..<levels[2] { front[Int(entryNode[entry])] = Lanes() }
        }
    }

    @inline(__always)
    private static func masked(_ lanes: Lanes, _ mask: SIMD8<UInt64>) -> Lanes {
        unsafeBitCast(unsafeBitCast(lanes, to: SIMD8<UInt64>.self) & mask, to: Lanes.self)
    }
}
