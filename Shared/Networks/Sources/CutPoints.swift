/// Where a network would break: what has no way around it. Direction and weight do not count.
package struct CutPoints: Sendable, Equatable {
    /// Nodes without which their part falls apart, ascending.
    package let articulationPoints: [Int]
    /// Beside `articulationPoints`: how many others of its part would no longer be connected with the largest piece that is left without it.
    package let losses: [Int]
    /// Edges without which their part falls apart, ascending, the lower end first.
    package let bridges: [[Int]]
    /// Beside `bridges`: how many nodes are on the side of each end.
    package let sides: [[Int]]
}

extension NetworkGraph {
    /// One walk in depth over every edge (Hopcroft and Tarjan 1973), with a stack of its own: a chain of a million nodes is no danger.
    package var cutPoints: CutPoints {
        let walk = DepthWalk(undirected.out)
        for node in 0..<nodes { walk.begin(at: node) }
        let points = (0..<nodes).filter { walk.isCut[$0] }
        let bridges = walk.bridges.sorted { ($0.ends[0], $0.ends[1]) < ($1.ends[0], $1.ends[1]) }
        return CutPoints(
            articulationPoints: points, losses: points.map(walk.loss), bridges: bridges.map(\.ends),
            sides: bridges.map { bridge in
                let above = walk.partSize(of: bridge.child) - bridge.below
                return bridge.ends.map { $0 == bridge.child ? bridge.below : above }
            })
    }
}

/// Memory is safe because every place is a node or a place in rows, and the path holds a node at most once.
private final class DepthWalk {
    private let rows: FixedRows
    /// When a node was found, from 1; 0 before.
    private let found: Memory<Int32>
    /// The earliest that is reached from a node, or from what was found below it, by one edge that goes back.
    private let lowest: Memory<Int32>
    /// The place in its row where a node goes on.
    private let place: Memory<Int32>
    /// The nodes from where the walk began to where it is.
    private let path: Memory<Int32>
    private var clock: Int32 = 0
    /// How many nodes hang below a node in the walk, itself included.
    private let size: Memory<Int32>
    /// Of what comes loose below a node when it goes: all together, and the largest piece.
    private let loose: Memory<Int32>
    private let largest: Memory<Int32>
    /// Where the walk of the part of a node began.
    private let origin: Memory<Int32>
    let isCut: Memory<Bool>
    /// With the end that was found last, and how many nodes are below it.
    private(set) var bridges: [(ends: [Int], child: Int, below: Int)] = []

    init(_ rows: Rows) {
        self.rows = FixedRows(rows)
        found = Memory(repeating: 0, count: rows.nodes)
        lowest = Memory(repeating: 0, count: rows.nodes)
        place = Memory(rows.starts)
        path = Memory(repeating: 0, count: rows.nodes)
        size = Memory(repeating: 1, count: rows.nodes)
        loose = Memory(repeating: 0, count: rows.nodes)
        largest = Memory(repeating: 0, count: rows.nodes)
        origin = Memory(repeating: 0, count: rows.nodes)
        isCut = Memory(repeating: false, count: rows.nodes)
    }

    /// Walks the part of a node, if it has not been walked.
    func begin(at start: Int) {
        guard found[start] == 0 else { return }
        enter(start, from: start, depth: 0)
        var (depth, branches) = (0, 0)
        while depth >= 0 {
            let node = Int(path[depth])
            let above = depth > 0 ? Int(path[depth - 1]) : -1
            if let child = advance(node, above) {
                depth += 1
                enter(child, from: start, depth: depth)
                continue
            }
            depth -= 1
            guard above >= 0 else { break }
            if above == start { branches += 1 } else if lowest[node] >= found[above] { isCut[above] = true }
            if lowest[node] >= found[above] {
                loose[above] += size[node]
                largest[above] = max(largest[above], size[node])
            }
            if lowest[node] > found[above] {
                bridges.append((ends: [min(node, above), max(node, above)], child: node, below: Int(size[node])))
            }
            lowest[above] = min(lowest[above], lowest[node])
            size[above] += size[node]
        }
        isCut[start] = branches > 1
    }

    func partSize(of node: Int) -> Int { Int(size[Int(origin[node])]) }

    /// How many of its part lose the largest piece that is left without a node.
    func loss(of node: Int) -> Int {
        let others = partSize(of: node) - 1
        return others - max(Int(largest[node]), others - Int(loose[node]))
    }

    @inline(__always)
    private func enter(_ node: Int, from start: Int, depth: Int) {
        clock += 1
        found[node] = clock
        lowest[node] = clock
        origin[node] = Int32(truncatingIfNeeded: start)
        path[depth] = Int32(truncatingIfNeeded: node)
    }

    /// The next neighbour that was not found yet; on the way, the earliest of those that were.
    @inline(__always)
    private func advance(_ node: Int, _ above: Int) -> Int? {
        var least = lowest[node]
        var next = Int(place[node])
        let end = rows.first(node + 1)
        var child: Int?
        while next < end {
            let other = Int(rows.ends[next])
            next += 1
            let when = found[other]
            if when == 0 {
                child = other
                break
            }
            if when < least, other != above { least = when }
        }
        place[node] = Int32(truncatingIfNeeded: next)
        lowest[node] = least
        return child
    }
}
