/// The parts of a network between which nothing runs. Direction does not count.
package struct Components: Sendable, Equatable {
    /// The part of every node. Part 0 has most nodes; of equal parts the one with the lowest node comes first.
    package let parts: [Int]
    /// How many nodes each part has.
    package let sizes: [Int]

    package var count: Int { sizes.count }
}

extension NetworkGraph {
    package var components: Components {
        let roots = componentRoots
        let (parts, sizes) = Self.bySize(roots)
        return Components(parts: parts, sizes: sizes)
    }

    /// For every node the lowest node of its part. Two neighbours of each node tell nearly all there is to tell; after that only nodes outside
    /// the largest part so far have to look at the rest of theirs (Sutton, Ben-Nun and Barak 2018).
    private var componentRoots: [Int32] {
        var above = (0..<Int32(nodes)).map { $0 }
        above.withUnsafeMutableBufferPointer { above in
            let forest = Forest(above)
            for node in 0..<nodes {
                for other in out.ends[out.places(node).prefix(2)] { forest.join(Int32(node), other) }
            }
            let most = forest.mostCommonRoot
            for node in 0..<nodes where forest.root(Int32(node)) != most {
                for other in out.neighbours(node).dropFirst(2) { forest.join(Int32(node), other) }
                if isDirected { for other in into.neighbours(node) { forest.join(Int32(node), other) } }
            }
            for node in 0..<Int32(nodes) { above[Int(node)] = forest.root(node) }
        }
        return above
    }

    /// Numbers for groups that are known by their lowest node: the largest first.
    static func bySize(_ roots: [Int32]) -> (groups: [Int], sizes: [Int]) {
        var sizes = [Int](repeating: 0, count: roots.count)
        for root in roots { sizes[Int(root)] += 1 }
        let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        var number = [Int](repeating: 0, count: roots.count)
        for (place, root) in order.enumerated() { number[root] = place }
        return (roots.map { number[Int($0)] }, order.map { sizes[$0] })
    }
}

/// Trees that grow together; the root of a tree is its lowest node. Nodes are places in `above`, which holds what stands above each.
struct Forest {
    let above: UnsafeMutableBufferPointer<Int32>

    init(_ above: UnsafeMutableBufferPointer<Int32>) { self.above = above }

    @inline(__always)
    func root(_ node: Int32) -> Int32 {
        var node = node
        var next = above[Int(node)]
        while next != node {
            let further = above[Int(next)]
            above[Int(node)] = further
            node = next
            next = further
        }
        return node
    }

    @inline(__always)
    func join(_ one: Int32, _ other: Int32) {
        let (one, other) = (root(one), root(other))
        if one < other { above[Int(other)] = one } else if other < one { above[Int(one)] = other }
    }

    /// The root of most nodes, as far as a thousand of them tell.
    var mostCommonRoot: Int32 {
        var seen: [Int32] = []
        for place in stride(from: 0, to: above.count, by: max(1, above.count / 1000)) {
            seen.append(root(Int32(place)))
        }
        seen.sort()
        var (best, most, run) = (Int32(-1), 0, 0)
        for place in seen.indices {
            run = place > 0 && seen[place] == seen[place - 1] ? run + 1 : 1
            if run > most { (best, most) = (seen[place], run) }
        }
        return best
    }
}
