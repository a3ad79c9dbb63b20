/// Who is next to whom, as flat rows of indices: sorted, without doubles, without self-loops.
struct Adjacency: Sendable {
    private(set) var offsets: [Int]
    private(set) var targets: [Int]

    var count: Int { offsets.count - 1 }

    /// Ends outside `0..<count` are left out.
    init(count: Int, edges: some Sequence<(Int, Int)>) {
        let ends = edges.filter { $0 != $1 && (0..<count).contains($0) && (0..<count).contains($1) }
        var starts = [Int](repeating: 0, count: count + 1)
        for (from, to) in ends {
            starts[from + 1] += 1
            starts[to + 1] += 1
        }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var (cursor, rows) = (starts, [Int](repeating: 0, count: ends.count * 2))
        for (from, to) in ends {
            rows[cursor[from]] = to
            rows[cursor[to]] = from
            cursor[from] += 1
            cursor[to] += 1
        }
        (offsets, targets) = ([0], [])
        offsets.reserveCapacity(count + 1)
        targets.reserveCapacity(rows.count)
        for index in 0..<count {
            var last = -1
            for target in rows[starts[index]..<starts[index + 1]].sorted() where target != last {
                targets.append(target)
                last = target
            }
            offsets.append(targets.count)
        }
    }

    func neighbours(of node: Int) -> ArraySlice<Int> { targets[offsets[node]..<offsets[node + 1]] }

    func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

    /// Every pair once, the lower index first.
    var edges: [(Int, Int)] {
        (0..<count).flatMap { node in neighbours(of: node).filter { node < $0 }.map { (node, $0) } }
    }

    /// Steps from one node to every other; -1 where there is no way.
    func distances(from source: Int) -> [Int32] {
        var steps = [Int32](repeating: -1, count: count)
        var queue = [source]
        queue.reserveCapacity(count)
        steps[source] = 0
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            for index in offsets[node]..<offsets[node + 1] where steps[targets[index]] < 0 {
                steps[targets[index]] = steps[node] + 1
                queue.append(targets[index])
            }
        }
        return steps
    }

    /// The connected groups: the largest first, equals by their lowest index; members ascending.
    func components() -> [[Int]] {
        var seen = [Bool](repeating: false, count: count)
        var found: [[Int]] = []
        for start in 0..<count where !seen[start] {
            var group = [start]
            seen[start] = true
            var head = 0
            while head < group.count {
                for other in neighbours(of: group[head]) where !seen[other] {
                    seen[other] = true
                    group.append(other)
                }
                head += 1
            }
            found.append(group.sorted())
        }
        return found.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    /// The same for a part of the nodes, renumbered in the order given.
    func part(_ members: [Int]) -> Adjacency {
        var place = [Int](repeating: -1, count: count)
        for (index, member) in members.enumerated() { place[member] = index }
        let edges = members.flatMap { member in
            neighbours(of: member).compactMap { other in
                member < other && place[other] >= 0 ? (place[member], place[other]) : nil
            }
        }
        return Adjacency(count: members.count, edges: edges)
    }
}
