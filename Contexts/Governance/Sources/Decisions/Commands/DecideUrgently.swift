import Ecosystems
import Kernel

/// Decides in an emergency, without a ballot, with why it could not wait; the body ratifies it afterwards.
package struct DecideUrgently: Command {
    package let proposal: String
    package let reason: Text

    package init(_ proposal: String, reason: Text) {
        self.proposal = proposal
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        let matter = situation.state[Proposal.self][ID(proposal)].flatMap { situation.state[Matter.self][$0.matter] }
        return situation.leads(matter?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.openProposal(proposal)
        if situation.state.ballots(on: found.id).contains(where: { $0.state == .open || $0.state == .closed }) {
            throw .conflict(.underVote)
        }
        guard found.options.isEmpty else { throw .invalid([.urgentChoice]) }
        if reason.isEmpty { throw .invalid([.reasonNeeded("reason")]) }
        var decision = Decision(id: situation.state.freeID(Decision.self, found.id.rawValue))
        decision.matter = found.matter
        decision.proposal = found.id
        decision.number = found.number
        decision.body = situation.state[Matter.self][found.matter]?.body ?? ID("")
        decision.on = situation.today
        decision.result = .adopted
        decision.explanation = reason
        decision.effects = found.effects(winning: [])
        decision.urgent = true
        let change = RecordChange(Decision.naming.plural, decision.id.rawValue, .add(decision.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Records that the body stands behind what was decided in an emergency: a decision of that body that said yes, taken afterwards.
package struct RatifyDecision: Command {
    package let decision: String
    package let ratification: ID<Decision>

    package init(_ decision: String, by ratification: ID<Decision>) {
        self.decision = decision
        self.ratification = ratification
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[Decision.self][ID(decision)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.standingDecision(decision)
        guard found.urgent, found.ratification == nil else { throw .conflict(.nothingToRatify) }
        let by = situation.state[Decision.self][ratification]
        guard let by, by.isPositive, by.stands, !by.urgent, by.body == found.body, by.id != found.id,
            by.on.map({ $0 >= found.on ?? $0 }) ?? false
        else { throw .invalid([.noRatification]) }
        return try situation.patch(decision, ["ratification": ratification.value], catalogue)
    }
}
