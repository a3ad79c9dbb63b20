import Ecosystems
import Kernel
import Parties

/// Parties × versions over time: who was bound by what, and on any day.
package struct BoundMatrix: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package let party: String
        package let name: Text
        package let bonds: [Bond]
    }

    package let rows: [Row]
    /// Numbers of the versions that ever came into force.
    package let versions: [Int]
    package let day: Day
    /// From the first bond to today or the last end that is known.
    package let span: ClosedRange<Day>?

    /// - Parameter day: bonds are those known on this day; a later day than today foresees that nothing changes.
    package static func of(_ id: String, on day: Day? = nil, _ reader: Reader) -> BoundMatrix? {
        guard let agreement = reader.record(Agreement.self, id) else { return nil }
        let day = day ?? reader.today
        let standing = AgreementStanding(AgreementFacts(agreement.id, in: reader.state), on: day)
        let named = agreement.parties.map(\.organisation.rawValue)
        let others = Set(standing.bonds.map(\.party.rawValue)).subtracting(named).sorted()
        let rows = (named + others).map { party in
            Row(
                party: party, name: reader.title("organisations", party),
                bonds: standing.bonds.filter { $0.party.rawValue == party })
        }
        let starts = standing.bonds.map(\.from)
        let last = max(day, standing.bonds.compactMap(\.until).max() ?? day)
        return BoundMatrix(
            rows: rows, versions: standing.entered.keys.sorted(), day: day,
            span: starts.min().map { $0...max($0, last) })
    }

    /// The bond of a party on the day; nil when nothing binds it.
    package func bond(of party: String) -> Bond? {
        rows.first { $0.party == party }?.bonds.last { $0.holds(on: day) }
    }
}
