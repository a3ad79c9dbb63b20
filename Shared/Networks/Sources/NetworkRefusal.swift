/// Why no graph can be made of what was given, or why a change does not fit a graph: all reasons at once.
package struct NetworkRefusal: Error, Sendable, Equatable {
    /// The first of them, at most a thousand.
    package let problems: [NetworkProblem]
    /// How many there are.
    package let count: Int

    /// Numbers of nodes and places in rows are 32 bits wide.
    package static let mostNodes = 1 << 30
    package static let mostEdges = 1 << 29

    init(_ problems: [NetworkProblem]) {
        self.problems = Array(problems.prefix(1000))
        count = problems.count
    }
}

/// One reason. An edge is named by its place in what was given, from 0.
package enum NetworkProblem: Sendable, Equatable {
    case repeatedNode(String)
    case unknownNode(String, edge: Int)
    /// Negative, infinite or not a number.
    case unfitWeight(Double, edge: Int)
    /// More nodes or edges than `NetworkRefusal.mostNodes` and `mostEdges`.
    case tooLarge
    /// A change names a node that is not there.
    case missingNode(String)
    /// A change names an edge that is not there.
    case missingEdge(String, String)
    /// A change adds a node that is there.
    case presentNode(String)
    /// A change adds an edge from a node to itself.
    case loop(String)
    /// A change makes an edge weaker by a factor that is not between 0 and 1.
    case unfitFactor(Double)
}
