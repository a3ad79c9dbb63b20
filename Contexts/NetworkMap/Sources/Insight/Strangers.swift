import Ecosystems
import Kernel

/// Organisations that carry the same without a tie between them: perhaps they do the same work twice.
package struct Strangers: Sendable, Hashable {
    /// What they carry, such as a goal.
    package let what: RecordPlace
    package let name: Text
    /// Two that nothing ties, by id; each pair once.
    package let pairs: [[String]]

    /// More carriers than this know of each other by being so many; ours, the same as for circles.
    private static let most = EcosystemNetwork.largestCircle

    /// By record. Only goals: who carry the same work or agreement are tied by that.
    static func all(_ carried: [Carried], _ known: Acquaintance) -> [Strangers] {
        let goals = Dictionary(grouping: carried.filter { $0.what.kind == "goals" }, by: \.what)
        return goals.sorted { $0.key < $1.key }.compactMap { what, carriers in
            let ids = Set(carriers.map(\.by)).sorted()
            guard ids.count > 1, ids.count <= most else { return nil }
            let pairs = ids.enumerated().flatMap { place, one in
                ids[(place + 1)...].filter { !known.know(one, $0) }.map { [one, $0] }
            }
            return pairs.isEmpty ? nil : Strangers(what: what, name: carriers[0].name, pairs: pairs)
        }
    }
}
