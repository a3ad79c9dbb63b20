import Ecosystems
import Kernel

/// Who meets and decides: bodies with their seats, what each may decide, and their meetings.
package enum GovernanceContext {
    package static let parts = ContextParts(
        id: "governance", name: Text("Bestuur", "Governance"),
        kinds: [
            Kind(Body.self), Kind(Seat.self), Kind(DecisionRight.self), Kind(MeetingSeries.self), Kind(Meeting.self),
            Kind(ActionPoint.self), Kind(ClosedMinutes.self),
        ],
        guards: [Seat.eligibility, Meeting.order],
        findings: [FindingRule { BodyReview($0).findings }, rightFindings, meetingFindings], findingWords: findingWords,
        ties: [Body.ties], carrying: [Body.carrying])
}
