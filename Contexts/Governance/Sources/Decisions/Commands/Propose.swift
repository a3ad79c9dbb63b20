import Ecosystems
import Kernel
import Parties

/// Puts forward a proposal on a matter.
///
/// Refuses a matter that is decided or withdrawn, options that clash, and effects that could not be carried out now.
package struct Propose: Command {
    package var proposal: Proposal

    /// - Parameter proposal: its id, day and number are set by the command.
    package init(_ proposal: Proposal) { self.proposal = proposal }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        proposal.by.map { .represent([$0.rawValue]) } ?? .orchestrate
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let matter = try situation.openMatter(proposal.matter)
        var made = proposal
        made.id = ID(situation.state.freeID(Proposal.self, proposal.name.dutch))
        made.matter = matter.id
        made.on = situation.today
        made.number = 1
        made.earlier = []
        try made.tryEffects(in: situation, catalogue)
        let change = RecordChange(Proposal.naming.plural, made.id.rawValue, .add(made.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension Situation {
    /// A matter that still asks for an answer.
    func openMatter(_ id: ID<Matter>) throws(Refusal) -> Matter {
        guard let matter = state[Matter.self][id] else { throw .notFound(.noSuchMatter(id.rawValue)) }
        if matter.withdrawn != nil { throw .conflict(.matterWithdrawn) }
        if state.standing(on: id) != nil { throw .conflict(.matterSettled) }
        return matter
    }

    /// A proposal that can still be decided on.
    func openProposal(_ id: String) throws(Refusal) -> Proposal {
        guard let proposal = state[Proposal.self][ID(id)] else { throw .notFound(.noSuchProposal(id)) }
        if proposal.withdrawn != nil { throw .conflict(.proposalWithdrawn) }
        _ = try openMatter(proposal.matter)
        return proposal
    }

    /// Who leads the course of a ballot for a body: the organisations of its chair, lead and secretary, or who orchestrates.
    func leads(_ body: ID<Body>?) -> Requirement {
        guard let body else { return .orchestrate }
        let seats = Seats.of(body, on: today, in: state).all.filter { $0.seat.position != .member }
        let leads = seats.compactMap(\.seat.organisation) + (state[Body.self][body]?.lead.map { [$0] } ?? [])
        return leads.isEmpty ? .orchestrate : .represent(Set(leads.map(\.rawValue)).sorted())
    }
}
