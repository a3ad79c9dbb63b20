import Ecosystems
import Kernel

/// Who meets and decides: bodies with their seats, what each may decide, and their meetings.
package enum GovernanceContext {
    package static let parts = ContextParts(
        id: "governance", name: Text("Bestuur", "Governance"),
        kinds: [
            Kind(Body.self), Kind(Seat.self), Kind(DecisionRight.self), Kind(MeetingSeries.self), Kind(Meeting.self),
            Kind(ActionPoint.self), Kind(ClosedMinutes.self), Kind(MemberDraw.self),
        ] + DecisionParts.kinds + SelectionParts.kinds + DisputeParts.kinds,
        guards: [Seat.eligibility, Meeting.order, MemberDraw.guardian] + DecisionParts.guards + SelectionParts.guards
            + DisputeParts.guards,
        removals: SelectionParts.removals,
        findings: [FindingRule { BodyReview($0).findings }, rightFindings, meetingFindings] + DecisionParts.findings
            + SelectionParts.findings + DisputeParts.findings,
        findingWords: [DecisionParts.findingWords, SelectionParts.words, DisputeParts.words].reduce(findingWords) {
            $0.merging($1) { first, _ in first }
        },
        offers: DisputeParts.offers, ties: [Body.ties], carrying: [Body.carrying])
}
