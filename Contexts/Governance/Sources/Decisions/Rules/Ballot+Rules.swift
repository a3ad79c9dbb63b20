import Ecosystems
import Kernel

extension Ballot {
    /// What was fixed at the opening stays; states follow each other; what opens can be counted.
    static let guardian = ChangeGuard(Ballot.self) { old, new, situation in
        guard let proposal = situation.state[Proposal.self][new.proposal] else { return [] }
        guard let old else { return new.starting(proposal, in: situation) }
        var problems = new.moved(from: old)
        if old.state != new.state, !old.state.next.contains(new.state) { problems.append(.otherState(old.state)) }
        if old.state != .open, old.closes != new.closes || old.extensions != new.extensions {
            problems.append(.otherState(old.state))
        }
        if new.papers != old.papers { problems += new.wrongPapers(proposal, in: situation.state) }
        return problems
    }

    private func starting(_ proposal: Proposal, in situation: Situation) -> [Problem] {
        guard seats.contains(where: \.votes) else { return [.membersMissing] }
        var problems = openingProblems(proposal)
        if let opens, let closes, closes < opens { problems.append(.noFutureClose) }
        let strangers = seats.filter { situation.state[Seat.self][$0.seat]?.body != body }
        problems += strangers.map { .noSeat($0.seat) }
        if usesLot, seed == nil { problems.append(.seedUnpublished) }
        if seed == .given, seedRoot.isEmpty || seedSize == nil { problems.append(.seedUnpublished) }
        if !papers.isEmpty { problems += wrongPapers(proposal, in: situation.state) }
        return problems
    }

    private func moved(from old: Ballot) -> [Problem] {
        var fixed = self
        fixed.closes = old.closes
        fixed.extensions = old.extensions
        fixed.state = old.state
        fixed.closed = old.closed
        fixed.papers = old.papers
        fixed.reason = old.reason
        // Who was there becomes known during the meeting.
        for index in fixed.seats.indices where old.state == .open && index < old.seats.count {
            fixed.seats[index].presence = old.seats[index].presence
        }
        return fixed == old ? [] : [.fixedAtOpening]
    }

    /// Published papers are of a secret ballot, sorted, one for each seat that took part, and each of them can be counted.
    private func wrongPapers(_ proposal: Proposal, in state: EcosystemState) -> [Problem] {
        guard secrecy == .secret else { return [.byName] }
        if papers.count != state.turnout(in: id).count { return [.boxDiffers] }
        let codes = papers.map(\.code)
        if codes != codes.sorted() || Set(codes).count != codes.count { return [.unsortedPapers] }
        let check = PaperCheck(ballot: self, proposal: proposal)
        let classes = SecretClass.all(of: self)
        return papers.enumerated().flatMap { position, published in
            guard classes.contains(where: { $0.holds(published) }) else { return [Problem.boxDiffers] }
            return check.problems(published.paper, weight: published.weight).map {
                $0.under(String(position)).under("papers")
            }
        }
    }
}

extension TurnoutMark {
    /// A seat takes part once, while the ballot is open. The mark has the id of the seat and the ballot, so there is no second one.
    static let guardian = ChangeGuard(since: TurnoutMark.self) { old, new, before, after in
        guard let ballot = after.state[Ballot.self][new.ballot] else { return [] }
        if ballot.secrecy != .secret { return [.byName] }
        if let old { return old == new ? [] : [.votedInSecret] }
        guard let seat = ballot[new.seat] else { return [.noSeat(new.seat)] }
        var problems = seat.votes ? [] : [Problem.observerVotes(new.seat)]
        if new.id.rawValue != Vote.id(new.ballot, new.seat) { problems.append(.votedInSecret) }
        if let earlier = before[Ballot.self][new.ballot], !earlier.isOpen(on: after.today) {
            problems.append(.ballotShut(earlier))
        }
        return problems
    }
}

extension Problem {
    fileprivate static let fixedAtOpening = Problem(
        "ballot.fixed",
        Text("Regel en zetels stonden vast bij de opening.", "Rule and seats were fixed at the opening."),
        mend: Text("Breek de stemming af en open een nieuwe.", "Cancel the ballot and open a new one."))

    fileprivate static let unsortedPapers = Problem(
        "ballot.papers", at: ["papers"],
        Text("De biljetten staan niet op volgorde van hun code.", "The papers are not in the order of their codes."),
        mend: Text("Neem ze over zoals ze zijn gepubliceerd.", "Take them over as they were published."))
}
