import Kernel
import Networks

/// A number that an analysis gives for the network as a whole, as tables show it.
package enum WholeNumber: String, Sendable, CaseIterable {
    case nodes, edges, density, components, largest, communities, modularity, articulationPoints, bridges, transitivity
    case reciprocity

    package var label: Text {
        switch self {
        case .nodes: Text("Partijen", "Parties")
        case .edges: Text("Verbindingen", "Ties")
        case .density: Text("Dichtheid", "Density")
        case .components: Text("Losse delen", "Separate parts")
        case .largest: Text("Grootste deel", "Largest part")
        case .communities: Text("Gemeenschappen", "Communities")
        case .modularity: Text("Modulariteit", "Modularity")
        case .articulationPoints: Text("Breekpunten", "Articulation points")
        case .bridges: Text("Bruggen", "Bridges")
        case .transitivity: Text("Transitiviteit", "Transitivity")
        case .reciprocity: Text("Wederkerigheid", "Reciprocity")
        }
    }

    /// What has to be asked for it; nil: nothing.
    package var metric: NetworkMetric? {
        switch self {
        case .nodes, .edges, .density: nil
        case .components, .largest: .components
        case .communities, .modularity: .communities
        case .articulationPoints, .bridges: .cuts
        case .transitivity: .clustering
        case .reciprocity: .reciprocity
        }
    }

    /// Nil when it was not asked for, or nothing can be said.
    package func value(in analysis: NetworkAnalysis) -> Double? {
        switch self {
        case .nodes: Double(analysis.graph.nodes)
        case .edges: Double(analysis.graph.edges)
        case .density: analysis.graph.density
        case .components: analysis.components.map { Double($0.count) }
        case .largest: analysis.components.map { Double($0.sizes.first ?? 0) }
        case .communities: analysis.communities.map { Double($0.count) }
        case .modularity: analysis.communities?.modularity
        case .articulationPoints: analysis.cuts.map { Double($0.articulationPoints.count) }
        case .bridges: analysis.cuts.map { Double($0.bridges.count) }
        case .transitivity: analysis.clustering?.transitivity
        case .reciprocity: analysis.reciprocity
        }
    }
}

extension NetworkComparison {
    /// What a number of one node becomes.
    package struct Move: Sendable, Equatable {
        package let id: String
        package let before: Double
        package let after: Double
    }

    /// Of whom stays: whose number changes, the largest change first, equal ones by id.
    package func moves(of number: NodeNumber) -> [Move] {
        let moves = after.graph.ids.enumerated().compactMap { place, id -> Move? in
            guard let old = before.graph.number(of: id), let was = number.value(of: old, in: before),
                let becomes = number.value(of: place, in: after), was != becomes
            else { return nil }
            return Move(id: id, before: was, after: becomes)
        }
        return moves.enumerated().sorted { one, other in
            let (left, right) = (
                (one.element.after - one.element.before).magnitude,
                (other.element.after - other.element.before).magnitude
            )
            return left == right ? one.offset < other.offset : left > right
        }.map(\.element)
    }
}
