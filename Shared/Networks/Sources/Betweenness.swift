extension NetworkGraph {
    /// Exact betweenness: for every node, the number of shortest paths (by steps, not by weight) between two others that pass through it,
    /// each pair shared out over its shortest paths. In an undirected graph each pair counts once. Not normalised; pairs without
    /// a path count nothing.
    package func betweenness(threads: NetworkThreads = .all) -> [Double] {
        dependencies(of: besideEachOther((0..<Int32(nodes)).map { $0 }), threads: threads).map {
            isDirected ? $0 : $0 / 2
        }
    }

    /// The same nodes, those with the same most connected neighbours together: the paths from such sources run alike, and lanes that
    /// advance together share their work.
    func besideEachOther(_ sources: [Int32]) -> [Int32] {
        let keys = sources.map { source -> (Int32, Int32, Int32) in
            let best = out.neighbours(Int(source)).sorted {
                (out.degree(Int($1)), $0) < (out.degree(Int($0)), $1)
            }
            return (best.first ?? -1, best.dropFirst().first ?? -1, source)
        }
        return keys.sorted(by: <).map(\.2)
    }

    func dependencies(of sources: [Int32], threads: NetworkThreads) -> [Double] {
        let width = PathSweep.width
        let batches = (sources.count + width - 1) / width
        let blocks = min(32, batches)
        guard blocks > 0 else { return Array(repeating: 0, count: nodes) }
        let found = Blocks<[Double]>(blocks)
        threads.forEach(blocks, space: { PathSweep(self) }) { block, sweep in
            let sums = Memory(repeating: 0.0, count: nodes)
            for batch in batches * block / blocks..<batches * (block + 1) / blocks {
                let range = batch * width..<min(sources.count, (batch + 1) * width)
                guard !sweep.add(sources: sources[range], to: sums) else { continue }
                for source in sources[range] { WidePaths(out: out, into: into).add(source: Int(source), to: sums) }
            }
            found.put(sums.array, at: block)
        }
        var total = [Double](repeating: 0, count: nodes)
        for sums in found.all {
            for node in 0..<nodes { total[node] += sums[node] }
        }
        return total
    }
}
