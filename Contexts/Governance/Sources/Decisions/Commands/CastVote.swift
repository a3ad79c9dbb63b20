import Ecosystems
import Kernel

/// Votes by name from a seat, or for another seat that gave this one its proxy. A second time changes the vote, when the ballot allows it.
///
/// Refuses a vote without a seat, twice, after closing, for an unknown option, with more weight than is held, and by who was given no proxy.
/// Only who holds the seat that votes may do this, whatever else they may do.
package struct CastVote: Command {
    package let ballot: String
    package let seat: ID<Seat>
    /// The seat that votes for it; nil: the seat itself.
    package var by: ID<Seat>?
    package var papers: [BallotPaper]
    package var reason = Text()
    package var objects = false

    package init(_ ballot: String, seat: ID<Seat>, _ papers: [BallotPaper]) {
        self.ballot = ballot
        self.seat = seat
        self.papers = papers
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .be(situation.voters(of: by ?? seat))
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.openBallot(ballot)
        if found.secrecy == .secret { throw .invalid([.inSecret]) }
        guard found[seat] != nil else { throw .invalid([.noSeat(seat)]) }
        let id = Vote.id(found.id, seat)
        let earlier = situation.state[Vote.self][ID(id)]
        if earlier != nil, !found.isChangeable { throw .conflict(.votedTwice) }
        var vote = earlier ?? Vote(id: id)
        vote.ballot = found.id
        vote.seat = seat
        vote.by = by == seat ? nil : by
        vote.papers = papers
        vote.reason = reason
        vote.objection = objects ? .open : nil
        vote.resolution = Text()
        vote.on = situation.today
        let change = RecordChange(Vote.naming.plural, id, .put(vote.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Ticks a seat off in a secret ballot. What it voted goes into the box beside the log; the command looks at it and says nothing of it.
package struct TakePart: Command {
    package let ballot: String
    package let seat: ID<Seat>
    /// Looked at, and recorded nowhere.
    let paper: BallotPaper

    package init(_ ballot: String, seat: ID<Seat>, _ paper: BallotPaper) {
        self.ballot = ballot
        self.seat = seat
        self.paper = paper
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .be(situation.voters(of: seat))
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.openBallot(ballot)
        _ = try found.sealed(paper, from: seat, in: situation.state)
        let id = Vote.id(found.id, seat)
        if situation.state[TurnoutMark.self][ID(id)] != nil { throw .conflict(.votedInSecret) }
        var mark = TurnoutMark(id: id)
        mark.ballot = found.id
        mark.seat = seat
        let change = RecordChange(TurnoutMark.naming.plural, id, .add(mark.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension Ballot {
    /// A paper of a seat without its name; refuses what does not fit this ballot.
    func sealed(_ paper: BallotPaper, from seat: ID<Seat>, in state: EcosystemState) throws(Refusal) -> SecretPaper {
        guard secrecy == .secret else { throw .invalid([.byName]) }
        guard let held = self[seat] else { throw .invalid([.noSeat(seat)]) }
        guard held.votes else { throw .invalid([.observerVotes(seat)]) }
        guard let proposal = state[Proposal.self][proposal] else {
            throw .notFound(.noSuchProposal("\(self.proposal)"))
        }
        let problems = PaperCheck(ballot: self, proposal: proposal).problems(paper, weight: held.weight)
        guard problems.isEmpty else { throw .invalid(problems) }
        return SecretPaper(paper, of: SecretClass.of(held, in: self))
    }
}

extension Situation {
    /// Who may vote from a seat today.
    func voters(of seat: ID<Seat>) -> [String] {
        guard let found = state[Seat.self][seat], found.term.contains(today) else { return [] }
        return Entitled(state, on: today, only: found.organisation).voters(of: found).map(\.rawValue)
    }

    /// A ballot that takes votes today.
    func openBallot(_ id: String) throws(Refusal) -> Ballot {
        guard let ballot = state[Ballot.self][ID(id)] else { throw .notFound(.noSuchBallot(id)) }
        guard ballot.isOpen(on: today) else { throw .conflict(.ballotShut(ballot)) }
        return ballot
    }
}
