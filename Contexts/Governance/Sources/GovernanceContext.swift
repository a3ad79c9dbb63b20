import Ecosystems
import Kernel

/// Who meets and decides: bodies and their meetings.
package enum GovernanceContext {
    package static let parts = ContextParts(
        id: "governance", name: Text("Bestuur", "Governance"),
        kinds: [Kind(Body.self), Kind(Seat.self), Kind(Meeting.self)] + DecisionParts.kinds,
        guards: [Seat.eligibility] + DecisionParts.guards, findings: DecisionParts.findings,
        findingWords: DecisionParts.findingWords)
}
