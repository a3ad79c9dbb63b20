import Ecosystems
import Networks

/// An organisation that would leave much behind: others who lose touch with the rest, and work that nobody else does.
package struct WeakSpot: Sendable, Hashable {
    package let organisation: String
    /// How many others would no longer be connected with most of their part of the network.
    package let cutOff: Int
    /// What nobody else carries, by kind and name.
    package let alone: [Carried]

    static func all(
        in graph: NetworkGraph, _ cuts: CutPoints, _ carried: [Carried], _ thresholds: NetworkThresholds
    ) -> [WeakSpot] {
        var losses: [String: Int] = [:]
        for (place, node) in cuts.articulationPoints.enumerated() { losses[graph.ids[node]] = cuts.losses[place] }
        let alone = Dictionary(grouping: carried.filter(\.isAlone), by: \.by).mapValues(\.eachOnce)
        return Set(losses.keys).union(alone.keys).compactMap { id in
            let spot = WeakSpot(organisation: id, cutOff: losses[id] ?? 0, alone: alone[id] ?? [])
            let isWeak = spot.cutOff >= thresholds.cutOff || spot.alone.count >= thresholds.hanging
            return isWeak ? spot : nil
        }.sorted {
            ($1.cutOff, $1.alone.count, $0.organisation) < ($0.cutOff, $0.alone.count, $1.organisation)
        }
    }
}

extension [Carried] {
    /// A record once, though it may be carried in several capacities.
    var eachOnce: [Carried] {
        var seen: Set<RecordPlace> = []
        return filter { seen.insert($0.what).inserted }
    }
}
