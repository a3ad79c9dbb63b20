import Ecosystems
import Kernel

extension Milestone {
    /// By day: when it was reached, else when it is due; those without a day last.
    package static func inOrder(_ one: Milestone, _ other: Milestone) -> Bool {
        func place(_ milestone: Milestone) -> Int { (milestone.reached ?? milestone.due)?.number ?? .max }
        return (place(one), one.id) < (place(other), other.id)
    }

    /// Refuses a day of reaching that has not been yet. Only the day that is set now is judged, not what stood there.
    static let reachedInTime = ChangeGuard(Milestone.self) { old, new, situation in
        guard let reached = new.reached, reached > situation.today, reached != old?.reached else { return [] }
        return [
            Problem(
                "milestone.future", at: ["reached"],
                Text("\(reached.shown(.nl)) is nog niet geweest.", "\(reached.shown(.en)) has not been yet."),
                mend: Text(
                    "Vul dit in als de mijlpaal is gehaald. Wanneer het moet, staat bij “Gepland op”.",
                    "Fill this in when the milestone is reached. By when stands under “Due”."))
        ]
    }
}
