import Ecosystems
import Kernel
import Networks
import Parties

/// A network read as an ecosystem: who holds it together, where it would break, who does the same without knowing, and whether it is an ecosystem.
/// Each with the number behind it. A function of what the caller may see today.
///
/// Small networks are measured exactly. Above `exactWork` (organisations times ties) betweenness is estimated from as many organisations as fit
/// in that work, and above `communityTies` thin bridges are looked for without communities; everything else takes time in step with the
/// number of ties: made for 48,000 organisations with 480,000 relations.
package struct NetworkFindings: Sendable {
    package let network: EcosystemNetwork
    package let thresholds: NetworkThresholds
    /// The largest share first.
    package let keystones: [Keystone]
    /// Who would leave most behind first.
    package let weakSpots: [WeakSpot]
    /// The supplier of most first.
    package let soleSuppliers: [SoleSupplier]
    /// Between the largest groups first.
    package let thinBridges: [ThinBridge]
    /// A need and an offer that match, of two that nothing ties.
    package let missedMatches: [NeedAndOffer]
    /// Who work on the same goal without a tie.
    package let strangers: [Strangers]
    /// Relations that do not go well, or that both sides see differently; by id.
    package let frictions: [NetworkTie]
    package let monotony: [Monotony]
    package let dominance: [Dominance]
    /// Participants whom nothing ties, by id.
    package let isolated: [String]
    /// From how many organisations betweenness was estimated; nil: it is exact.
    package let pivots: Int?

    /// Organisations times ties up to which betweenness is exact; ours, so that nobody waits for an overview.
    package static let exactWork = 20_000_000
    /// Ties up to which communities are looked for; ours, for the same reason.
    package static let communityTies = 50_000

    /// Refuses only records of which no network can be made.
    package init(_ reader: Reader) throws(Refusal) {
        let network = EcosystemNetwork(reader, asOf: reader.today)
        let graph = try network.graph()
        let thresholds = NetworkThresholds(reader.library)
        let carried = reader.carried
        (self.network, self.thresholds) = (network, thresholds)
        pivots = Self.advisedPivots(for: graph)
        keystones = Keystone.all(in: graph, thresholds, pivots: pivots)
        let cuts = graph.cutPoints
        weakSpots = WeakSpot.all(in: graph, cuts, carried, thresholds)
        soleSuppliers = SoleSupplier.all(in: network).filter { $0.receivers.count >= thresholds.soleSupplier }
        thinBridges = ThinBridge.all(in: network, graph, cuts, thresholds)
        let strangers = Acquaintance(graph)
        missedMatches = NeedAndOffer.all(reader).filter {
            !strangers.know($0.seeker.rawValue, $0.giver.rawValue)
        }
        self.strangers = Strangers.all(carried, strangers)
        frictions = network.ties.filter { $0.sides.isDisputed || ($0.quality.map { $0 < .exchanging } ?? false) }
        monotony = Monotony.all(reader, thresholds)
        dominance = Dominance.all(in: network, reader, thresholds)
        isolated = Self.isolated(in: network, graph, reader)
    }

    private static func advisedPivots(for graph: NetworkGraph) -> Int? {
        guard graph.nodes * graph.edges > exactWork else { return nil }
        return min(graph.nodes, max(16, exactWork / max(1, graph.edges)))
    }

    /// Who joined and has no tie today, and is in no crowd.
    private static func isolated(in network: EcosystemNetwork, _ graph: NetworkGraph, _ reader: Reader) -> [String] {
        let crowded = network.crowdMembers
        return reader.records(Participation.self).filter { $0.status == .joined }.map(\.organisation.rawValue).filter {
            guard let node = graph.number(of: $0), !crowded.contains($0) else { return false }
            return graph.degree(of: node) == 0
        }.sorted()
    }
}

/// Which organisations have something to do with each other.
struct Acquaintance {
    private let graph: NetworkGraph

    init(_ graph: NetworkGraph) { self.graph = graph }

    /// Whether a tie runs between two organisations; who is not on the map today is taken as known, so that nothing is said of it.
    func know(_ one: String, _ other: String) -> Bool {
        guard let from = graph.number(of: one), let to = graph.number(of: other) else { return true }
        return graph.weight(from: from, to: to) != nil
    }
}
