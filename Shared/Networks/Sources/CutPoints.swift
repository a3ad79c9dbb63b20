/// Where a network would break: what has no way around it. Direction and weight do not count.
package struct CutPoints: Sendable, Equatable {
    /// Nodes without which their part falls apart, ascending.
    package let articulationPoints: [Int]
    /// Edges without which their part falls apart, ascending, the lower end first.
    package let bridges: [[Int]]
}

extension NetworkGraph {
    /// One walk in depth over every edge (Hopcroft and Tarjan 1973), with a stack of its own: a chain of a million nodes is no danger.
    package var cutPoints: CutPoints {
        let rows = undirected.out
        // When a node was found, from 1, and the earliest that can be reached from what was found after it.
        var found = [Int32](repeating: 0, count: nodes)
        var lowest = found
        var isCut = [Bool](repeating: false, count: nodes)
        var place = Array(rows.starts.dropLast())
        var bridges: [[Int]] = []
        var path: [Int32] = []
        var clock: Int32 = 0
        rows.ends.withUnsafeBufferPointer { ends in
            rows.starts.withUnsafeBufferPointer { starts in
                found.withUnsafeMutableBufferPointer { found in
                    for start in 0..<nodes where found[start] == 0 {
                        clock += 1
                        found[start] = clock
                        lowest[start] = clock
                        path.append(Int32(start))
                        var branches = 0
                        while let last = path.last {
                            let node = Int(last)
                            let above = path.count > 1 ? path[path.count - 2] : -1
                            var least = lowest[node]
                            var next = place[node]
                            let end = starts[node + 1]
                            var child: Int32 = -1
                            while next < end {
                                let other = ends[Int(next)]
                                next += 1
                                let when = found[Int(other)]
                                if when == 0 {
                                    child = other
                                    break
                                }
                                if when < least, other != above { least = when }
                            }
                            place[node] = next
                            lowest[node] = least
                            if child >= 0 {
                                clock += 1
                                found[Int(child)] = clock
                                lowest[Int(child)] = clock
                                path.append(child)
                                continue
                            }
                            path.removeLast()
                            guard above >= 0 else { continue }
                            let parent = Int(above)
                            lowest[parent] = min(lowest[parent], least)
                            if parent == start { branches += 1 } else if least >= found[parent] { isCut[parent] = true }
                            if least > found[parent] { bridges.append([min(node, parent), max(node, parent)]) }
                        }
                        isCut[start] = branches > 1
                    }
                }
            }
        }
        bridges.sort { ($0[0], $0[1]) < ($1[0], $1[1]) }
        return CutPoints(articulationPoints: isCut.indices.filter { isCut[$0] }, bridges: bridges)
    }
}
