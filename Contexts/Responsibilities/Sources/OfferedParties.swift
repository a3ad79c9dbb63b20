import Ecosystems
import Kernel
import Parties

/// Which parties a matrix offers as columns before they have a part in anything.
package struct OfferedParties: Sendable, Hashable {
    /// So many columns still fit on a page beside the activities (ours).
    package static let most = 12

    /// Shown at once: who fulfils a role and has not left, those with most roles when there are too many. Without roles: who takes part.
    /// Sorted.
    package let first: [ResponsibleParty]
    /// Everybody else who could be chosen: organisations that have not left, and bodies of the day. Sorted.
    package let others: [ResponsibleParty]

    package init(_ reader: Reader, on day: Day) {
        var roles: [ResponsibleParty: Int] = [:]
        for assignment in reader.records(Assignment.self) where assignment.period.contains(day) {
            roles[.organisation(assignment.organisation.rawValue), default: 0] += 1
        }
        let status = { (party: ResponsibleParty) in reader.state[Participation.self][ID(party.id)]?.status }
        let present = (reader.state.table("organisations")?.ids ?? []).map(ResponsibleParty.organisation)
            .filter { status($0)?.isClosed != true }.sorted()
        let active = present.filter { status($0)?.isActive == true }
        let candidates = present.contains { roles[$0] != nil } ? present.filter { roles[$0] != nil } : active
        first = candidates.sorted { (roles[$1] ?? 0, $0) < (roles[$0] ?? 0, $1) }.prefix(Self.most).sorted()
        let bodies = (reader.state.table("bodies")?.ids ?? []).map(ResponsibleParty.body)
        others = (present + bodies.sorted()).filter { [first] in !first.contains($0) }
    }
}
