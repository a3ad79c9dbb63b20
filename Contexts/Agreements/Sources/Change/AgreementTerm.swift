import Ecosystems
import Kernel
import Parties

/// Until when a text binds, and who must do what by when so that it goes on.
package struct AgreementTerm: Sendable, Hashable {
    /// Ours, in days before the end: when it is time to decide, when a renewal should be fixed, and when it should be offered.
    package enum Lead {
        package static let decide = 90
        package static let fix = 60
        package static let offer = 30
    }

    /// Something that must happen for the agreement to go on.
    package struct Step: Sendable, Hashable {
        package enum Act: String, Sendable, Hashable {
            case fix
            case offer
            case accept
        }

        package let act: Act
        /// The party that accepts; "" for whoever orchestrates.
        package let party: String
        package let due: Day
        package let isDone: Bool
    }

    /// Number of the version whose term it is.
    package let version: Int
    package let record: String
    /// The last day on which it binds.
    package let until: Day
    package let isOver: Bool
    /// Number of a later version, in force or on its way, that goes on longer.
    package let renewal: Int?
    package let steps: [Step]
    package let day: Day

    /// Nil while nothing is in force, without a last day, and once it ended for all.
    package init?(_ standing: AgreementStanding) {
        guard standing.facts.ended(by: standing.day) == nil, let running = standing.running,
            let until = running.text.validity.until
        else { return nil }
        version = running.version.number
        record = running.version.id.rawValue
        self.until = until
        day = standing.day
        isOver = until < standing.day
        let next = standing.facts.versions.last { later in
            later.version.number > running.version.number
                && later.text.validity.until.map { $0 > until } ?? true
                && [.consultation, .offered, .draft].contains(standing.state(of: later.version.number))
        }
        renewal = next?.version.number
        steps = Self.steps(running, next, until, standing)
    }

    /// Whether it is time to decide.
    package var isNear: Bool { day + Lead.decide >= until }

    private static func steps(
        _ running: AgreementFacts.Fixed, _ next: AgreementFacts.Fixed?, _ until: Day, _ standing: AgreementStanding
    ) -> [Step] {
        let offering = next.flatMap { next in standing.facts.offerings.last { $0.version == next.version.id } }
        let accepted = next.map { standing.facts.accepted($0.version.id, by: standing.day) } ?? []
        let last = offering?.until ?? next?.text.entry.by ?? until
        let bound = standing.bonds.filter {
            $0.holds(on: standing.day) || ($0.version == running.version.number && $0.end == .expired)
        }.map(\.party)
        return [
            Step(act: .fix, party: "", due: until + -Lead.fix, isDone: next != nil),
            Step(act: .offer, party: "", due: until + -Lead.offer, isDone: offering != nil),
        ] + bound.map { Step(act: .accept, party: $0.rawValue, due: last, isDone: accepted.contains($0)) }
    }
}

extension AgreementStanding {
    /// The version in force, or else the one whose term expired last.
    package var running: AgreementFacts.Fixed? {
        if let current { return current }
        let expired = Set(bonds.filter { $0.end == .expired }.map(\.version))
        return facts.versions.last { expired.contains($0.version.number) }
    }
}
