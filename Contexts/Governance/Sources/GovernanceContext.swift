import Ecosystems
import Kernel

/// Who meets and decides: bodies with their seats, what each may decide, and their meetings.
package enum GovernanceContext {
    package static let parts = ContextParts(
        id: "governance", name: Text("Bestuur", "Governance"),
        kinds: [
            Kind(Body.self), Kind(Seat.self), Kind(DecisionRight.self), Kind(MeetingSeries.self), Kind(Meeting.self),
            Kind(ActionPoint.self), Kind(ClosedMinutes.self),
        ] + DecisionParts.kinds,
        guards: [Seat.eligibility, Meeting.order] + DecisionParts.guards,
        findings: [FindingRule { BodyReview($0).findings }, rightFindings, meetingFindings] + DecisionParts.findings,
        findingWords: findingWords.merging(DecisionParts.findingWords) { first, _ in first },
        ties: [Body.ties], carrying: [Body.carrying])
}
