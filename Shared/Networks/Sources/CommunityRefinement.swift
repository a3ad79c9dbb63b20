/// Splits groups into parts that hang well together, so that the next level can move parts (the second phase of Leiden; Traag, Waltman and
/// Van Eck 2019).
///
/// Every node begins alone; a node that is well connected to its group joins the part of that group to which it adds most. Where Leiden draws
/// by chance among the parts that add something, the best is taken here: then nothing needs an exponential, whose last digit
/// differs between systems.
struct CommunityRefinement {
    let level: CommunityLevel

    /// A part for every node, numbered from 0, and how many parts there are.
    func parts(of groups: [Int32], order: [Int32]) -> (parts: [Int32], count: Int) {
        let nodes = level.nodes
        var weightOf = [Double](repeating: 0, count: nodes)
        for node in 0..<nodes { weightOf[Int(groups[node])] += level.strengths[node] }
        var part = (0..<Int32(nodes)).map { $0 }
        var partWeight = level.strengths
        var isAlone = [Bool](repeating: true, count: nodes)
        // What runs from a part to the rest of its group.
        var cut = [Double](repeating: 0, count: nodes)
        for node in 0..<nodes {
            for place in Int(level.starts[node])..<Int(level.starts[node + 1])
            where groups[Int(level.ends[place])] == groups[node] {
                cut[node] += level.weights.isEmpty ? 1 : level.weights[place]
            }
        }
        var beside = [Double](repeating: -1, count: nodes)
        var met: [Int32] = []
        func isWell(_ cut: Double, _ weight: Double, in group: Double) -> Bool {
            cut >= weight * (group - weight) / level.total
        }
        for node in order.map(Int.init) where isAlone[node] {
            let strength = level.strengths[node]
            let group = groups[node]
            let whole = weightOf[Int(group)]
            guard isWell(cut[node], strength, in: whole) else { continue }
            met.removeAll(keepingCapacity: true)
            for place in Int(level.starts[node])..<Int(level.starts[node + 1]) {
                let other = Int(level.ends[place])
                guard groups[other] == group else { continue }
                let its = Int(part[other])
                if beside[its] < 0 {
                    beside[its] = 0
                    met.append(Int32(its))
                }
                beside[its] += level.weights.isEmpty ? 1 : level.weights[place]
            }
            var (best, most, shared) = (-1, 0.0, 0.0)
            for its in met.map(Int.init) {
                let gain = beside[its] - strength * partWeight[its] / level.total
                if gain > most, isWell(cut[its], partWeight[its], in: whole) {
                    (best, most, shared) = (its, gain, beside[its])
                }
                beside[its] = -1
            }
            guard best >= 0 else { continue }
            part[node] = Int32(best)
            partWeight[best] += strength
            cut[best] += cut[node] - 2 * shared
            isAlone[best] = false
            isAlone[node] = false
        }
        return Communities.numbered(part)
    }
}
