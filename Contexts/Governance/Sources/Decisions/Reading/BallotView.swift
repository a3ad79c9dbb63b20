import Counting
import Ecosystems
import Kernel
import Parties

/// A ballot as somebody sees it: who voted, what they may do, and how it would or did come out.
package struct BallotView: Sendable {
    package let ballot: Ballot
    package let proposal: Proposal
    package let votes: [Vote]
    /// The seats that took part, whether by name or in secret; a seat for which another voted is among them.
    package let took: Set<ID<Seat>>
    package let proxies: [Proxy]
    package let decision: Decision?
    /// The seats that the caller may vote from, and those that gave one of these a proxy.
    package let own: [Own]

    /// A seat from which the caller can vote.
    package struct Own: Sendable, Hashable {
        package let seat: BallotSeat
        /// The caller's own seat that votes for it; nil for an own seat.
        package let by: ID<Seat>?
        package let hasVoted: Bool
    }

    /// Nil when there is no such ballot, or the reader may not see it.
    package static func of(_ id: String, _ reader: Reader) -> BallotView? {
        guard let ballot = reader.record(Ballot.self, id),
            let proposal = reader.record(Proposal.self, ballot.proposal.rawValue)
        else { return nil }
        return BallotView(ballot, proposal, reader)
    }

    init(_ ballot: Ballot, _ proposal: Proposal, _ reader: Reader) {
        self.ballot = ballot
        self.proposal = proposal
        votes = reader.state.votes(in: ballot.id)
        let took = Set(votes.map(\.seat)).union(reader.state.turnout(in: ballot.id).map(\.seat))
        self.took = took
        proxies = reader.state.proxies(for: ballot, on: ballot.closed ?? reader.today)
        decision = reader.records(Decision.self).last { $0.ballot == ballot.id }
        own = Self.own(ballot, proxies, took, reader)
    }

    private static func own(
        _ ballot: Ballot, _ proxies: [Proxy], _ took: Set<ID<Seat>>, _ reader: Reader
    ) -> [Own] {
        guard ballot.isOpen(on: reader.today), !reader.rights.persons.isEmpty else { return [] }
        let held = Set(
            Seats.heldBy(reader.rights.persons.sorted(), on: reader.today, in: reader.state).filter(\.votes).map(\.id))
        return ballot.seats.filter(\.votes).compactMap { seat in
            if held.contains(seat.seat) { return Own(seat: seat, by: nil, hasVoted: took.contains(seat.seat)) }
            guard ballot.secrecy == .named,
                let proxy = proxies.first(where: { $0.from == seat.seat && held.contains($0.to) })
            else { return nil }
            return Own(seat: seat, by: proxy.to, hasVoted: took.contains(seat.seat))
        }
    }

    package var voting: [BallotSeat] { ballot.seats.filter(\.votes) }

    /// The count with every number, as docs/ballots/outcome.schema.json describes; nil while the ballot runs, because it would steer who
    /// still votes, and for a reader who may not see the file.
    package func outcome(in language: Language) -> Value? {
        guard let decision, !decision.file.isEmpty else { return nil }
        do throws(Refusal) {
            return try Count(try BallotFile.read(Array(decision.file.utf8))).outcome().value(in: language)
        } catch { return nil }
    }

    /// The objections, open ones first.
    package var objections: [Vote] {
        let order: [Vote.Objection] = [.open, .recorded, .resolved, .withdrawn]
        return order.flatMap { state in votes.filter { $0.objection == state } }
    }
}
