import Ecosystems
import Kernel

/// Changes the text of a proposal, with a reason and, when there is one, the objection that led to it; the earlier text is kept.
///
/// Refuses while it is being voted on, unless the ballot is cancelled first, and after the matter was decided.
package struct ReviseProposal: Command {
    package let proposal: String
    package var name: Text?
    package var text: Text
    package var options: [ProposalOption]?
    package var effects: [Effect]?
    package let reason: Text
    package var objection: ID<Vote>?

    package init(_ proposal: String, text: Text, reason: Text, objection: ID<Vote>? = nil) {
        self.proposal = proposal
        self.text = text
        self.reason = reason
        self.objection = objection
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.state[Proposal.self][ID(proposal)]?.by.map { .represent([$0.rawValue]) } ?? .orchestrate
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var made = try situation.openProposal(proposal)
        if reason.isEmpty { throw .invalid([.reasonNeeded("reason")]) }
        if situation.state.ballots(on: made.id).contains(where: { $0.state == .open || $0.state == .closed }) {
            throw .conflict(.underVote)
        }
        var earlier = EarlierText()
        earlier.number = made.number
        earlier.name = made.name
        earlier.text = made.text
        earlier.until = situation.today
        earlier.reason = reason
        earlier.objection = objection
        made.earlier.append(earlier)
        made.number += 1
        made.text = text
        made.name = name ?? made.name
        made.options = options ?? made.options
        made.effects = effects ?? made.effects
        let was = situation.state[Proposal.self][made.id]
        if made.text == earlier.text, made.options == was?.options, made.effects == was?.effects {
            throw .invalid([.sameText])
        }
        try made.tryEffects(in: situation, catalogue)
        let change = RecordChange(Proposal.naming.plural, made.id.rawValue, .put(made.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension Problem {
    fileprivate static let sameText = Problem(
        "proposal.same", at: ["text"], Text("De tekst is niet veranderd.", "The text has not changed."),
        mend: Text("Verander eerst iets.", "Change something first."))
}
