@testable import Networks

/// Networks of which others published or calculated the numbers.
enum NetworkSamples {
    /// Edges from lines such as `A: B C*2`: a node, its neighbours, and weights that are not 1.
    static func edges(_ text: String) -> [NetworkGraph.GivenEdge] {
        text.split(separator: "\n").flatMap { line -> [NetworkGraph.GivenEdge] in
            let sides = line.split(separator: ":")
            return sides[1].split(separator: " ").map { word in
                let parts = word.split(separator: "*")
                return (String(sides[0]), String(parts[0]), parts.count > 1 ? Double(parts[1]) : nil)
            }
        }
    }

    /// Nodes with their figures, in the order of their names.
    static func figures(_ text: String) -> [(id: String, values: [Double])] {
        text.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return (String(words[0]), words.dropFirst().compactMap { Double($0) })
        }
    }

    /// Edges by chance: some twice, some from a node to itself, some nodes without any.
    static func chance(nodes: Int, edges: Int, seed: UInt64, weighs: Bool = false) -> (
        ids: [String], edges: [NetworkGraph.GivenEdge]
    ) {
        var chance = SplitMix64(seed: seed)
        let ids = (0..<nodes).map { "node \(chance.next() % 1000) \($0)" }
        let given = (0..<edges).map { _ -> NetworkGraph.GivenEdge in
            let weight = weighs ? Double(chance.below(900) + 1) / 7 : nil
            return (ids[chance.below(nodes)], ids[chance.below(nodes)], weight)
        }
        return (ids, given)
    }

    /// A network by chance, in which most are found in a part by itself when there are few edges.
    static func graph(nodes: Int, edges: Int, seed: UInt64, isDirected: Bool = false, weighs: Bool = false) throws
        -> NetworkGraph
    {
        let given = chance(nodes: nodes, edges: edges, seed: seed, weighs: weighs)
        return try NetworkGraph(nodes: given.ids, edges: given.edges, isDirected: isDirected)
    }

    static func isNear(_ one: Double, _ other: Double, _ relative: Double = 1e-9) -> Bool {
        abs(one - other) <= relative * max(1, abs(one), abs(other))
    }
}

/// The same questions answered in the slowest and plainest way.
struct PlainAnswers {
    let steps: [[Int?]]
    let paths: [[Double]]

    init(_ graph: NetworkGraph) {
        var steps: [[Int?]] = []
        var paths: [[Double]] = []
        for source in 0..<graph.nodes {
            var (distance, count) = (
                [Int?](repeating: nil, count: graph.nodes), [Double](repeating: 0, count: graph.nodes)
            )
            (distance[source], count[source]) = (0, 1)
            var queue = [source]
            while !queue.isEmpty {
                let node = queue.removeFirst()
                for other in graph.neighbours(of: node) {
                    if distance[other] == nil {
                        distance[other] = (distance[node] ?? 0) + 1
                        queue.append(other)
                    }
                    if distance[other] == (distance[node] ?? 0) + 1 { count[other] += count[node] }
                }
            }
            steps.append(distance)
            paths.append(count)
        }
        (self.steps, self.paths) = (steps, paths)
    }

    /// Over all ordered pairs, the share of shortest paths that pass through a node.
    func betweenness(of node: Int) -> Double {
        var sum = 0.0
        for from in steps.indices where from != node {
            for to in steps.indices where to != node && to != from {
                guard let whole = steps[from][to], let one = steps[from][node], let other = steps[node][to],
                    one + other == whole
                else { continue }
                sum += paths[from][node] * paths[node][to] / paths[from][to]
            }
        }
        return sum
    }

    func harmonic(of node: Int) -> Double {
        steps[node].compactMap { $0 }.filter { $0 > 0 }.reduce(0) { $0 + 1 / Double($1) } / Double(steps.count - 1)
    }
}
