extension NetworkGraph {
    /// For every node the largest k for which it belongs to a k-core: a part of the network in which everybody has at least k neighbours
    /// within that part. Direction and weight do not count.
    ///
    /// Nodes with the fewest neighbours left go first, and take their edges with them; each edge is looked at twice.
    package var cores: [Int] {
        let rows = undirected.out
        var left = (0..<nodes).map { Int32(rows.degree($0)) }
        var rest = (0..<Int32(nodes)).map { $0 }
        var going: [Int32] = []
        var level: Int32 = 0
        rows.ends.withUnsafeBufferPointer { ends in
            left.withUnsafeMutableBufferPointer { left in
                while !rest.isEmpty {
                    rest.removeAll { left[Int($0)] < level }
                    guard let first = rest.first else { return }
                    level = rest.reduce(left[Int(first)]) { min($0, left[Int($1)]) }
                    // Who is at the level now or falls to it stays at it: that is its core.
                    going = rest.filter { left[Int($0)] == level }
                    while let node = going.popLast() {
                        for place in rows.places(Int(node)) {
                            let other = Int(ends[place])
                            let its = left[other]
                            guard its > level else { continue }
                            left[other] = its - 1
                            if its - 1 == level { going.append(Int32(other)) }
                        }
                    }
                    level += 1
                }
            }
        }
        return left.map(Int.init)
    }
}
