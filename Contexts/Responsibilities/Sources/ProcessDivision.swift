import Ecosystems
import Kernel
import MethodLibrary
import Purpose

/// How operational processes are divided over organisations, and whether the division is complete.
package struct ProcessDivision: Sendable {
    package struct Process: Sendable {
        /// `method/process`.
        package let id: String
        package let name: Text
        /// Sorted by id.
        package let activities: [Activity]
        /// Everybody with a part in one of them, sorted.
        package let parties: [ResponsibleParty]
        /// The activities of which something is not complete.
        package let incomplete: [ID<Activity>]

        /// Somebody carries out and answers for every step, and there is a step.
        package var isComplete: Bool { !activities.isEmpty && incomplete.isEmpty }
    }

    /// In the order of the library; then those that the library does not know.
    package let processes: [Process]

    package init(_ matrix: ResponsibilityMatrix, _ checks: ResponsibilityChecks, in situation: Situation) {
        let running = situation.state[Activity.self].sorted.filter {
            !$0.process.isEmpty && $0.period.contains(matrix.day)
        }
        let steps = Dictionary(grouping: running, by: \.process)
        let places = ResponsibilityPlaces(situation.library)
        let troubled = Set(
            checks.troubles.compactMap { if case .activity(let activity) = $0.subject { activity } else { nil } })
        let unknown = Set(steps.keys).subtracting(places.processes.map(\.id)).sorted()
        processes = (places.processes.map(\.id) + unknown).map { id in
            let own = steps[id] ?? []
            let parties = Set(own.flatMap { matrix.row(.activity($0.id)).keys })
            return Process(
                id: id, name: places.name(of: id), activities: own, parties: parties.sorted(),
                incomplete: own.map(\.id).filter { troubled.contains($0) || matrix.filled(.activity($0)).isEmpty })
        }
    }

    /// Whether the ecosystem divides processes at all.
    package var isBegun: Bool { processes.contains { !$0.activities.isEmpty } }
}
