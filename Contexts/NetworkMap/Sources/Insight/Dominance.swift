import Ecosystems
import Parties

/// One party on which many others depend: then it may be a client with contractors rather than an ecosystem (city-book-1 M3a).
package struct Dominance: Sendable, Hashable {
    package let organisation: String
    /// Who depend on it for money or direction, or cannot work without it; by id.
    package let dependents: [String]
    /// How many others there are.
    package let others: Int

    package var share: Double { others == 0 ? 0 : Double(dependents.count) / Double(others) }

    /// Kinds in which one has a say over the other, and whether that one is the first end.
    private static let power = ["governance": true, "money": true, "dependency": false]

    /// The largest share first. Others are who takes part, or everybody when nobody is said to.
    static func all(
        in network: EcosystemNetwork, _ reader: Reader, _ thresholds: NetworkThresholds
    ) -> [Dominance] {
        let joined = Set(
            reader.records(Participation.self).filter { $0.status == .joined }.map(\.organisation.rawValue))
        let counts = network.organisations.map { joined.isEmpty || joined.contains($0) }
        let total = counts.count(where: { $0 })
        guard total >= thresholds.fewest else { return [] }
        var dependents: [Int: Set<Int>] = [:]
        for tie in network.ties where tie.isDirected {
            guard let isFirst = power[tie.kind] else { continue }
            let (over, under) = isFirst ? (tie.from, tie.to) : (tie.to, tie.from)
            if counts[under] { dependents[over, default: []].insert(under) }
        }
        return dependents.map { over, under in
            Dominance(
                organisation: network.organisations[over],
                dependents: under.sorted().map { network.organisations[$0] }, others: counts[over] ? total - 1 : total)
        }.filter { $0.share >= thresholds.dominanceShare }
            .sorted { ($1.share, $0.organisation) < ($0.share, $1.organisation) }
    }
}
