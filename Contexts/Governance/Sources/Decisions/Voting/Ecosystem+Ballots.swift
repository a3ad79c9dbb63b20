import Ecosystems
import Kernel
import Ledger

/// The steps of a ballot that need more than records: a box beside the log, or a state of the log itself. Every door takes them here.
extension Ecosystem {
    /// Votes in secret: ticks the seat off and puts the paper in the box, in one transaction. The code is the voter's only way back to it.
    package func cast(
        _ paper: BallotPaper, in ballot: String, from seat: ID<Seat>, code: ReceiptCode, by caller: Caller
    ) async throws(Refusal) -> Outcome {
        let situation = try situation(state)
        guard let found = situation.state[Ballot.self][ID(ballot)] else { throw .notFound(.noSuchBallot(ballot)) }
        let command = TakePart(ballot, seat: seat, paper)
        // Who may not vote from this seat learns nothing of what fits the ballot.
        try command.requirement(in: situation, catalogue: catalogue).check(catalogue.rights(caller, situation))
        let (sealed, room) = try found.prepared(paper, from: seat, in: situation)
        return try await cast(
            command, by: caller, paper: BoxPaper(code: code.digest, bytes: sealed.bytes), in: ballot, room: room)
    }

    /// Changes a paper by its code, without a word in the log. Refuses when the ballot does not allow it or is not open, and for a paper of
    /// another sort of seat than the code was given to.
    package func change(_ paper: BallotPaper, in ballot: String, code: ReceiptCode) throws(Refusal) {
        let situation = try situation(state)
        let found = try situation.openBallot(ballot)
        guard found.secrecy == .secret else { throw .invalid([.byName]) }
        guard found.isChangeable else { throw .conflict(.votedTwice) }
        guard let held = try papers(in: ballot).first(where: { $0.code == code.digest }) else {
            throw .notFound(.noPaper)
        }
        let was: SecretPaper
        do throws(Problem) { was = try SecretPaper(held.bytes) } catch { throw .invalid([error]) }
        guard let seat = found.seats.first(where: { $0.votes && SecretClass.of($0, in: found).fits(was) }) else {
            throw .conflict(.boxDiffers)
        }
        let sealed = try found.prepared(paper, from: seat.seat, in: situation).paper
        try change(BoxPaper(code: code.digest, bytes: sealed.bytes), in: ballot)
    }

    /// Closes a ballot, and empties its box when it is secret.
    package func close(_ ballot: String, by caller: Caller) async throws(Refusal) -> Outcome {
        guard state[Ballot.self][ID(ballot)]?.secrecy == .secret else {
            return try await perform(CloseBallot(ballot), by: caller)
        }
        return try await empty(ballot, by: caller) { papers in
            CloseBallot(ballot, papers: papers.compactMap { PublishedPaper($0) })
        }
    }

    /// Ends a ballot without an outcome; the papers in its box are lost.
    package func cancel(_ ballot: String, reason: Text, by caller: Caller) async throws(Refusal) -> Outcome {
        guard state[Ballot.self][ID(ballot)]?.secrecy == .secret else {
            return try await perform(CancelBallot(ballot, reason: reason), by: caller)
        }
        return try await empty(ballot, by: caller) { _ in CancelBallot(ballot, reason: reason) }
    }

    /// Counts a closed ballot; when a lot decides, with the log as it stood at the closing.
    package func declare(
        _ ballot: String, by caller: Caller, name: CommandName? = nil
    ) async throws(Refusal) -> Outcome {
        var seed: LotSeed?
        if let found = state[Ballot.self][ID(ballot)], found.seed == .closing, found.state == .closed,
            let closing = state.table(Ballot.naming.plural)?.version(of: ballot)
        {
            seed = try self.seed(after: closing)
        }
        return try await perform(DeclareOutcome(ballot, seed: seed), by: caller, name: name)
    }

    /// The state of the log with this many entries, as a seed that is fixed before a ballot opens.
    package func seed(size: Int) throws(Refusal) -> LotSeed { LotSeed(try root(size: size)) }

    /// The log right after an event, as the seed of a lot that nobody could know before it.
    func seed(after sequence: Int) throws(Refusal) -> LotSeed { LotSeed(try root(after: sequence)) }
}

extension Ballot {
    /// A paper without its name, and how many bytes each takes in the box.
    fileprivate func prepared(
        _ paper: BallotPaper, from seat: ID<Seat>, in situation: Situation
    ) throws(Refusal) -> (paper: SecretPaper, room: Int) {
        guard isOpen(on: situation.today) else { throw .conflict(.ballotShut(self)) }
        let sealed = try sealed(paper, from: seat, in: situation.state)
        guard let proposal = situation.state[Proposal.self][proposal] else {
            throw .notFound(.noSuchProposal("\(self.proposal)"))
        }
        return (sealed, room(proposal))
    }
}

extension SecretClass {
    fileprivate func fits(_ paper: SecretPaper) -> Bool { weight == paper.weight && group == paper.group }
}

extension PublishedPaper {
    /// Nil for what is no paper; the number of papers then differs from the turnout, and closing is refused.
    fileprivate init?(_ held: BoxPaper) {
        let paper: SecretPaper
        do throws(Problem) { paper = try SecretPaper(held.bytes) } catch { return nil }
        self.init()
        code = Digest.hex(held.code)
        weight = paper.weight
        group = paper.group
        self.paper = paper.paper
    }
}

extension Problem {
    fileprivate static let noPaper = Problem(
        "paper.unknown", at: ["code"],
        Text("Met deze code ligt er geen stembiljet.", "There is no ballot paper with this code."),
        mend: Text("Kijk of de code goed is overgenomen.", "See whether the code was copied well."))
}
