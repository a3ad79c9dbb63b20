import Ecosystems
import Kernel

/// Lets another seat of the body vote for this one. Only who holds the seat may do this; who casts, and for whom, stands in the log.
///
/// Refuses chains and loops, a seat of another body, and a second proxy for the same time.
package struct GiveProxy: Command {
    package let from: ID<Seat>
    package let to: ID<Seat>
    package var ballot: ID<Ballot>?
    package var period = Period()
    package var reason = Text()

    package init(from: ID<Seat>, to: ID<Seat>, ballot: ID<Ballot>? = nil) {
        self.from = from
        self.to = to
        self.ballot = ballot
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .be(situation.voters(of: from))
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var proxy = Proxy(id: situation.state.freeID(Proxy.self, "\(from)-volmacht"))
        proxy.from = from
        proxy.to = to
        proxy.ballot = ballot
        proxy.period = period.from == nil ? Period(from: situation.today, until: period.until) : period
        proxy.reason = reason
        let change = RecordChange(Proxy.naming.plural, proxy.id.rawValue, .add(proxy.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Takes a proxy back, from today. What was voted under it stays, and can be changed where the ballot allows it.
package struct RevokeProxy: Command {
    package let proxy: String

    package init(_ proxy: String) { self.proxy = proxy }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .be(situation.state[Proxy.self][ID(proxy)].map { situation.voters(of: $0.from) } ?? [])
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard situation.state[Proxy.self][ID(proxy)] != nil else { throw .notFound(.noSuchProxy(proxy)) }
        let change = RecordChange(Proxy.naming.plural, proxy, .patch(["revoked": situation.today.value]))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Says what became of an objection: resolved, recorded, or withdrawn.
///
/// Withdrawing is up to who objected; the rest to who leads the ballot. Refuses a vote without an objection, and one that was counted.
package struct SettleObjection: Command {
    package let vote: String
    package let outcome: Vote.Objection
    package let resolution: Text

    package init(_ vote: String, _ outcome: Vote.Objection, resolution: Text) {
        self.vote = vote
        self.outcome = outcome
        self.resolution = resolution
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        guard let found = situation.state[Vote.self][ID(vote)] else { return .orchestrate }
        if outcome == .withdrawn { return .be(situation.voters(of: found.seat)) }
        return situation.leads(situation.state[Ballot.self][found.ballot]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let found = situation.state[Vote.self][ID(vote)] else { throw .notFound(.noSuchVote(vote)) }
        guard found.objection != nil else { throw .invalid([.noObjection]) }
        let fields: [String: Value] = ["objection": outcome.value, "resolution": resolution.value]
        let change = RecordChange(Vote.naming.plural, vote, .patch(fields))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension Problem {
    fileprivate static let noObjection = Problem(
        "objection.none", at: ["vote"], Text("Deze stem is geen bezwaar.", "This vote is no objection."),
        mend: Text("Kies een stem met een bezwaar.", "Choose a vote with an objection."))
}
