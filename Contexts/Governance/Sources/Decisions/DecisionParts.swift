import Ecosystems
import Kernel

/// From matter to decision: what this part of governance adds.
enum DecisionParts {
    static let kinds = [
        Kind(Matter.self), Kind(Proposal.self), Kind(Advice.self), Kind(Sounding.self), Kind(Ballot.self),
        Kind(Vote.self), Kind(TurnoutMark.self), Kind(Proxy.self), Kind(Decision.self),
    ]

    static let guards = [
        Matter.guardian, Proposal.guardian, Advice.guardian, Sounding.guardian, Ballot.guardian, Vote.guardian,
        TurnoutMark.guardian, Proxy.guardian, Decision.guardian,
    ]

    static let findings = [DecisionFindings.rule]
    static let findingWords = DecisionFindings.words
}
