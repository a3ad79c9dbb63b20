import Ecosystems
import Kernel
import Parties

/// Which norms bind whom, up to a day: those of the version that binds a party, without the clauses that it did not accept.
package struct NormsInForce: Sendable {
    /// A norm with everyone who is or was held to it.
    package struct Entry: Sendable {
        package let norm: WatchedNorm
        /// By bearer and then by day; empty when nobody can be held to it.
        package let tenures: [Tenure]
        /// Everyone who is or was bound by the agreement, by id.
        let members: [Member]
        /// Whether anybody is bound by the version on the day.
        package let isInForce: Bool
    }

    /// A party of an agreement, and how long it has been one under any version.
    struct Member: Sendable, Hashable {
        let id: String
        let from: Day
        /// Nil while it is bound.
        let until: Day?

        func holds(from start: Day, until end: Day) -> Bool { from <= start && until.map { end <= $0 } ?? true }
    }

    package let day: Day
    /// By agreement, version and norm.
    package let entries: [Entry]

    /// - Parameter agreement: only of this one; nil: of all.
    package init(_ state: EcosystemState, on day: Day, agreement: ID<Agreement>? = nil) {
        let all = agreement.map { [($0, AgreementFacts($0, in: state))] } ?? AgreementFacts.all(in: state)
        let roles = RoleTenures(state)
        self.day = day
        entries = all.flatMap { _, facts in
            NormBinding(AgreementStanding(facts, on: day), roles: roles, state: state).entries
        }
    }
}
