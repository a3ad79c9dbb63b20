/// Who is next to whom, in compressed rows: the neighbours of node `i` are `ends[starts[i]..<starts[i + 1]]`, in ascending order and each
/// once, never `i` itself. `starts` has one more value than there are nodes, begins with 0 and never falls.
struct Rows: Sendable, Equatable {
    var starts: [Int32]
    var ends: [Int32]
    /// Beside `ends`; empty when every weight is 1.
    var weights: [Double]

    var nodes: Int { starts.count - 1 }

    func degree(_ node: Int) -> Int { Int(starts[node + 1] - starts[node]) }

    func places(_ node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

    /// The neighbours of a node, by their numbers.
    func neighbours(_ node: Int) -> ArraySlice<Int32> { ends[places(node)] }

    func weight(at place: Int) -> Double { weights.isEmpty ? 1 : weights[place] }

    /// The sum of the weights of a row, from left to right.
    func strength(_ node: Int) -> Double {
        guard !weights.isEmpty else { return Double(degree(node)) }
        var sum = 0.0
        for place in places(node) { sum += weights[place] }
        return sum
    }

    /// The place of an arc, when it is there.
    func place(from: Int, to: Int) -> Int? {
        var (low, high) = (Int(starts[from]), Int(starts[from + 1]))
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < Int32(to) { low = middle + 1 } else { high = middle }
        }
        return low < Int(starts[from + 1]) && ends[low] == Int32(to) ? low : nil
    }

    /// The same arcs in the other direction.
    var reversed: Rows {
        var counts = [Int32](repeating: 0, count: starts.count)
        for end in ends { counts[Int(end) + 1] += 1 }
        for node in 0..<nodes { counts[node + 1] += counts[node] }
        var rows = Rows(
            starts: counts, ends: Array(repeating: 0, count: ends.count),
            weights: Array(repeating: 0, count: weights.count))
        var next = counts
        for node in 0..<nodes {
            for place in places(node) {
                let target = Int(ends[place])
                let free = Int(next[target])
                next[target] += 1
                rows.ends[free] = Int32(node)
                if !weights.isEmpty { rows.weights[free] = weights[place] }
            }
        }
        return rows
    }
}
