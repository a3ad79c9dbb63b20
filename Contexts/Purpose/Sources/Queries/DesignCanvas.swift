import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// The design canvas of an ecosystem (handbooks A9): the shared goal in the middle, around it who plays which part, and
/// of each stakeholder its activities, opposing interests and own goals. Who left or declined is not on it.
package struct DesignCanvas: Sendable, Hashable {
    package struct Centre: Sendable, Hashable {
        package let goal: Reference
        package let measure: Text
        package let due: Day?
        /// Shared goals that contribute to it.
        package let parts: [Reference]
    }

    package struct Stakeholder: Sendable, Hashable {
        package let organisation: Reference
        package let sector: String
        package let shape: SectorsMethod.Shape
        /// Nil when nothing is recorded about taking part.
        package let status: Participation.Status?
        package let takesPart: Bool
        package let roles: [Text]
        package let activities: [Reference]
        package let opposing: [Reference]
        package let goals: [Reference]

        /// How much there is to tell.
        var weight: Int { min(activities.count, 3) + min(opposing.count, 3) * 2 + min(goals.count, 3) * 2 }
    }

    package struct Segment: Sendable, Hashable {
        package let group: CanvasGroup
        package let title: Text
        /// Who takes part first, then who has most to tell, then by id.
        package let stakeholders: [Stakeholder]
    }

    /// Shared goals that contribute to no other, by id.
    package let centre: [Centre]
    package let segments: [Segment]
    /// False when the caller may not see interests: their absence then says nothing.
    package let showsInterests: Bool

    package var count: Int { segments.reduce(0) { $0 + $1.stakeholders.count } }

    package init(_ reader: Reader) {
        let goals = reader.records(Goal.self)
        centre = Self.centre(goals)
        showsInterests = reader.catalogue.kind(Interest.naming.plural).map(reader.canRead) ?? false
        let cast = Casting(reader)
        let stakeholders = Stakeholders(reader, goals: goals, cast)
        let order = Self.sectorOrder(reader.library)
        segments = Dictionary(grouping: stakeholders.organisations, by: cast.group).map { group, members in
            Segment(
                group: group, title: group.title(reader.library),
                stakeholders: members.map(stakeholders.stakeholder).sorted(by: Self.precedes))
        }
        .sorted {
            ($0.group.rank, order[$0.group] ?? .max, $0.group.id) < (
                $1.group.rank, order[$1.group] ?? .max, $1.group.id
            )
        }
    }

    private static func centre(_ goals: [Goal]) -> [Centre] {
        let shared = goals.filter { $0.level == .shared }
        let known = Set(shared.map(\.id))
        let parts = Dictionary(grouping: shared, by: \.parent)
        return shared.filter { $0.parent.map { !known.contains($0) } ?? true }.map { goal in
            Centre(
                goal: Reference(goal), measure: goal.measure, due: goal.due,
                parts: (parts[goal.id] ?? []).map { Reference($0) })
        }
    }

    private static func sectorOrder(_ library: Library) -> [CanvasGroup: Int] {
        let sectors = library.methods(of: .sectors).flatMap { $0.sectors?.sectors ?? [] }
        return Dictionary(
            sectors.enumerated().map { (CanvasGroup.sector($1.id), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func precedes(_ one: Stakeholder, _ other: Stakeholder) -> Bool {
        (one.takesPart ? 0 : 1, -one.weight, one.organisation.id)
            < (other.takesPart ? 0 : 1, -other.weight, other.organisation.id)
    }
}
