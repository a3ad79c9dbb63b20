import Ecosystems
import Kernel

/// Why the parties work together: what they want, each and together, and what they give and get for it.
package enum PurposeContext {
    package static let parts = ContextParts(
        id: "purpose",
        name: Text("Doel", "Purpose"),
        kinds: [
            Kind(Goal.self), Kind(Milestone.self), Kind(Interest.self), Kind(Activity.self), Kind(Exchange.self),
            Kind(Boundary.self), Kind(Principle.self), Kind(Assumption.self), Kind(Term.self),
        ],
        guards: [Milestone.reachedInTime],
        findings: GoalFindings.rules + MilestoneFindings.rules + ExchangeFindings.rules + GroundFindings.rules,
        findingWords: findingWords, ties: [Exchange.ties, Activity.ties],
        carrying: [Goal.carrying, Activity.carrying, Exchange.carrying])
}
