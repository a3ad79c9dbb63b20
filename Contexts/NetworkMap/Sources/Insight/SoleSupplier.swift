/// An organisation from which others get something that they get from nobody else.
package struct SoleSupplier: Sendable, Hashable {
    package let organisation: String
    /// Id of the kind of relation.
    package let kind: String
    /// Who have no other for it, by id.
    package let receivers: [String]

    /// Kinds in which one provides another, and whether the provider is the first end. Others of the library, such as influence, say nothing of supply.
    private static let providing = ["supply": true, "data-flow": true, "money": true, "dependency": false]

    /// The supplier of most first; then by kind and id.
    static func all(in network: EcosystemNetwork) -> [SoleSupplier] {
        var suppliers: [Need: Set<Int>] = [:]
        for tie in network.ties where tie.isDirected {
            guard let isFirst = providing[tie.kind] else { continue }
            let (giver, receiver) = isFirst ? (tie.from, tie.to) : (tie.to, tie.from)
            suppliers[Need(receiver: receiver, kind: tie.kind), default: []].insert(giver)
        }
        var receivers: [Supply: [Int]] = [:]
        for (need, givers) in suppliers {
            guard givers.count == 1, let giver = givers.first else { continue }
            receivers[Supply(giver: giver, kind: need.kind), default: []].append(need.receiver)
        }
        return receivers.map { supply, receivers in
            SoleSupplier(
                organisation: network.organisations[supply.giver], kind: supply.kind,
                receivers: receivers.sorted().map { network.organisations[$0] })
        }.sorted {
            ($1.receivers.count, $0.kind, $0.organisation) < ($0.receivers.count, $1.kind, $1.organisation)
        }
    }

    private struct Need: Hashable {
        let receiver: Int
        let kind: String
    }

    private struct Supply: Hashable {
        let giver: Int
        let kind: String
    }
}
