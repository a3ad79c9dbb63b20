/// A graph in which groups are sought: at first the network itself, then its groups with the edges between them. Weight inside a group counts
/// in its strength only.
struct CommunityLevel {
    var starts: [Int32]
    var ends: [Int32]
    var weights: [Double]
    /// What the edges of a node weigh together, inner ones twice.
    var strengths: [Double]
    /// The sum of all strengths: twice what all edges weigh.
    let total: Double

    var nodes: Int { strengths.count }

    func places(_ node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

    func weight(_ place: Int) -> Double { weights.isEmpty ? 1 : weights[place] }

    init(_ rows: Rows, isWeighted: Bool) {
        starts = rows.starts
        ends = rows.ends
        weights = isWeighted ? rows.weights : []
        strengths = (0..<rows.nodes).map { isWeighted ? rows.strength($0) : Double(rows.degree($0)) }
        total = strengths.reduce(0, +)
    }

    /// The groups of another level as nodes; `groups` gives each of its nodes a number below `count`.
    init(joining level: CommunityLevel, by groups: [Int32], count: Int) {
        total = level.total
        strengths = Array(repeating: 0, count: count)
        starts = [0]
        ends = []
        weights = []
        starts.reserveCapacity(count + 1)
        let members = Members(of: groups, count: count)
        var beside = [Double](repeating: 0, count: count)
        var isBeside = [Bool](repeating: false, count: count)
        var met: [Int32] = []
        for group in 0..<count {
            met.removeAll(keepingCapacity: true)
            for node in members[group] {
                strengths[group] += level.strengths[Int(node)]
                for place in level.places(Int(node)) {
                    let other = groups[Int(level.ends[place])]
                    guard other != Int32(group) else { continue }
                    if !isBeside[Int(other)] {
                        isBeside[Int(other)] = true
                        met.append(other)
                    }
                    beside[Int(other)] += level.weight(place)
                }
            }
            for other in met {
                ends.append(other)
                weights.append(beside[Int(other)])
                beside[Int(other)] = 0
                isBeside[Int(other)] = false
            }
            starts.append(Int32(ends.count))
        }
    }
}

/// The nodes of every group, ascending.
struct Members {
    private var starts: [Int32]
    private var nodes: [Int32]

    init(of groups: [Int32], count: Int) {
        starts = Array(repeating: 0, count: count + 1)
        for group in groups { starts[Int(group) + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        nodes = Array(repeating: 0, count: groups.count)
        var next = starts
        for (node, group) in groups.enumerated() {
            nodes[Int(next[Int(group)])] = Int32(node)
            next[Int(group)] += 1
        }
    }

    subscript(group: Int) -> ArraySlice<Int32> { nodes[Int(starts[group])..<Int(starts[group + 1])] }
}
