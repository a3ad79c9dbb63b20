import Ecosystems
import Kernel
import Parties

/// Opens a ballot on a proposal as it reads now. Rule and seats are fixed with this: those that the body has today.
///
/// Refuses a body without voting seats, a rule that can never pass, a quorum larger than the body, a lot whose seed was not named, a
/// secret ballot that would show who voted what, and a second ballot beside one that is running.
package struct OpenBallot: Command {
    package let proposal: String
    package var secrecy = Ballot.Secrecy.named
    /// As docs/ballots writes a rule; nil: how the body usually decides.
    package var rule: [String: Value]?
    /// The last day on which votes are taken; nil: until it is closed.
    package var closes: Day?
    package var follows = false
    /// Which seats are there, when that is known; nil when it is not.
    package var present: Set<ID<Seat>>?
    /// A state of the log that was published before; nil: the log at the closing, when a lot decides.
    package var seed: LotSeed?

    package init(_ proposal: String) { self.proposal = proposal }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        let matter = situation.state[Proposal.self][ID(proposal)].flatMap { situation.state[Matter.self][$0.matter] }
        return situation.leads(matter?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.openProposal(proposal)
        guard let matter = situation.state[Matter.self][found.matter] else {
            throw .notFound(.noSuchMatter(found.matter.rawValue))
        }
        if situation.state.ballots(on: found.id).contains(where: { $0.state == .open || $0.state == .closed }) {
            throw .conflict(.alreadyOpen)
        }
        let ballot = ballot(on: found, of: matter.body, in: situation)
        guard ballot.seats.contains(where: \.votes) else { throw .conflict(.membersMissing) }
        if let closes, closes < situation.today { throw .invalid([.noFutureClose]) }
        let change = RecordChange(Ballot.naming.plural, ballot.id.rawValue, .add(ballot.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }

    private func ballot(on found: Proposal, of body: ID<Body>, in situation: Situation) -> Ballot {
        let seats = Seats.of(body, on: situation.today, in: situation.state)
        var ballot = Ballot(id: situation.state.freeID(Ballot.self, found.id.rawValue))
        ballot.proposal = found.id
        ballot.number = found.number
        ballot.body = body
        ballot.secrecy = secrecy
        ballot.follows = follows
        ballot.opens = situation.today
        ballot.closes = closes
        var entries = rule ?? situation.state[Body.self][body]?.rule?.ballotRule ?? ["method": "majority"]
        if entries["tie"]?.string == "chair", entries["chair"] == nil, let chair = seats.chair {
            entries["chair"] = chair.id.value
        }
        ballot.rule = CanonicalJSON.string(.map(entries))
        ballot.seats = seats.all.map { BallotSeat($0, in: situation.state, present) }
        if ballot.usesLot {
            ballot.seed = seed == nil ? .closing : .given
            ballot.seedSize = seed?.size
            ballot.seedRoot = seed?.root ?? ""
        }
        return ballot
    }
}

extension BallotSeat {
    /// A seat as it is on the day of the opening.
    init(_ held: HeldSeat, in state: EcosystemState, _ present: Set<ID<Seat>>?) {
        self.init()
        seat = held.id
        organisation = held.seat.organisation
        let holder = organisation.flatMap { state[Organisation.self][$0]?.name }
        name = held.seat.function.isEmpty ? holder ?? Text(same: held.seat.group) : held.seat.function
        weight = held.weight
        group = held.group
        presence = present.map { $0.contains(held.id) ? .present : .absent }
    }
}
