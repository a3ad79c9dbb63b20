/// What can be asked of a network; the raw value is its name on the command line and in JSON.
package enum NetworkMetric: String, Sendable, CaseIterable, Comparable {
    case degree, strength, components, betweenness, harmonic, pagerank, core, communities, cuts, clustering, reciprocity

    package static func < (one: NetworkMetric, other: NetworkMetric) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }

    /// How many steps the calculation takes, as it grows with n nodes and m edges.
    package var cost: String {
        switch self {
        case .degree, .strength: "n"
        case .betweenness, .harmonic: "n·m"
        case .clustering: "m·√m"
        case .reciprocity: "m·log m"
        case .components, .pagerank, .core, .communities, .cuts: "n + m"
        }
    }
}

/// By which conventions a number was made. Two programs that differ in one of these give different numbers and are both right.
package struct NetworkConvention: Sendable, Equatable, Encodable {
    /// `undirected`, `directed` (along edges) or `ignored` (a directed network is read as undirected).
    package var direction: String
    /// `none` (every edge counts as one) or `weight`.
    package var weight: String
    /// What the number was divided by, or `none`.
    package var normalisation: String
    /// What happens with what cannot be reached or stands alone.
    package var disconnected: String
    /// What else one must know to come to the same number.
    package var method: String
}
