/// How often the neighbours of a node are neighbours of each other. Direction and weight do not count.
package struct Clustering: Sendable, Equatable {
    /// How many triangles each node is a corner of.
    package let triangles: [Int]
    /// The share of the pairs of its neighbours that are neighbours themselves; 0 for a node with fewer than two.
    package let local: [Double]
    /// The share of all paths of two steps that close to a triangle; 0 when there is no such path.
    package let transitivity: Double
    /// The mean of `local` over the nodes with two neighbours or more; 0 when there are none.
    package let average: Double
}

extension NetworkGraph {
    /// Each triangle is found once, from its corner with the fewest neighbours.
    package var clustering: Clustering {
        let rows = undirected.out
        let triangles = Self.triangles(rows)
        var local = [Double](repeating: 0, count: nodes)
        var (closed, paths, sum, several) = (0, 0, 0.0, 0)
        for node in 0..<nodes where rows.degree(node) > 1 {
            let pairs = rows.degree(node) * (rows.degree(node) - 1) / 2
            local[node] = Double(triangles[node]) / Double(pairs)
            closed += triangles[node]
            paths += pairs
            sum += local[node]
            several += 1
        }
        return Clustering(
            triangles: triangles, local: local, transitivity: paths == 0 ? 0 : Double(closed) / Double(paths),
            average: several == 0 ? 0 : sum / Double(several))
    }

    private static func triangles(_ rows: Rows) -> [Int] {
        let nodes = rows.nodes
        func isBelow(_ one: Int, _ other: Int) -> Bool { (rows.degree(one), one) < (rows.degree(other), other) }
        var upward = Rows(starts: [0], ends: [], weights: [])
        for node in 0..<nodes {
            for other in rows.neighbours(node) where isBelow(node, Int(other)) { upward.ends.append(other) }
            upward.starts.append(Int32(upward.ends.count))
        }
        var counts = [Int](repeating: 0, count: nodes)
        var mark = [Int32](repeating: -1, count: nodes)
        for node in 0..<nodes {
            for other in upward.neighbours(node) { mark[Int(other)] = Int32(node) }
            for other in upward.neighbours(node) {
                for third in upward.neighbours(Int(other)) where mark[Int(third)] == Int32(node) {
                    counts[node] += 1
                    counts[Int(other)] += 1
                    counts[Int(third)] += 1
                }
            }
        }
        return counts
    }
}
