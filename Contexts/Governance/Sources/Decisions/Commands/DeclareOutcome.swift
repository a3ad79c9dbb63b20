import Counting
import Ecosystems
import Kernel

/// Counts a closed ballot and records what was decided: the outcome, how it came about, who thought otherwise, and the file from which anyone
/// recomputes it. Refuses a ballot that is not closed, and a lot before its seed is published.
package struct DeclareOutcome: Command {
    package let ballot: String
    /// The log as it stood at the closing, when a lot decides by it.
    let seed: LotSeed?

    package init(_ ballot: String, seed: LotSeed? = nil) {
        self.ballot = ballot
        self.seed = seed
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[Ballot.self][ID(ballot)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.ballot(ballot, in: [.closed])
        let wanted = found.seed == .closing ? seed : found.givenSeed
        if found.usesLot, wanted == nil { throw .conflict(.seedUnpublished) }
        guard let evidence = BallotEvidence(found.id, in: situation.state, seed: wanted) else {
            throw .notFound(.noSuchProposal(found.proposal.rawValue))
        }
        let decision = try decision(found, evidence, in: situation)
        return try ChangeRecords(
            [
                RecordChange(Ballot.naming.plural, ballot, .patch(["state": Ballot.State.counted.value])),
                RecordChange(Decision.naming.plural, decision.id.rawValue, .add(decision.values)),
            ], process: true
        ).decide(in: situation, catalogue: catalogue)
    }

    private func decision(
        _ found: Ballot, _ evidence: BallotEvidence, in situation: Situation
    ) throws(Refusal) -> Decision {
        let file = evidence.json
        let outcome = try Count(try BallotFile.read(Array(file.utf8))).outcome()
        var decision = Decision(id: situation.state.freeID(Decision.self, found.proposal.rawValue))
        decision.matter = evidence.proposal.matter
        decision.proposal = found.proposal
        decision.number = found.number
        decision.body = found.body
        decision.ballot = found.id
        decision.on = situation.today
        decision.result = Decision.Result(rawValue: outcome.result.rawValue) ?? .rejected
        decision.winners = outcome.winners
        decision.explanation = outcome.explanation
        decision.file = file
        decision.hash = Digest.hex(of: file)
        decision.minority = minority(evidence, decision)
        if decision.isPositive { decision.effects = evidence.proposal.effects(winning: outcome.winners) }
        return decision
    }

    /// Those who voted otherwise and said why, and every objection with what became of it.
    private func minority(_ evidence: BallotEvidence, _ decision: Decision) -> [MinorityView] {
        evidence.votes.compactMap { vote in
            let isOtherwise =
                decision.result == .adopted
                ? vote.papers.contains { $0.cast == .no }
                : vote.papers.contains { $0.cast == .yes }
                    || decision.result == .elected
                        && Set(vote.papers.flatMap(\.choices)).isDisjoint(with: decision.winners)
            guard vote.objection != nil || isOtherwise && !vote.reason.isEmpty else { return nil }
            var view = MinorityView()
            view.seat = vote.seat
            view.cast = vote.papers.first?.cast
            view.reason = vote.reason
            view.objection = vote.objection
            view.resolution = vote.resolution
            return view
        }
    }
}
