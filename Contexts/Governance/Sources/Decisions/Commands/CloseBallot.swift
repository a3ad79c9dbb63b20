import Ecosystems
import Kernel

/// Keeps a ballot open longer, with a reason. Refuses an earlier day, and a ballot that is closed.
package struct ExtendBallot: Command {
    package let ballot: String
    package let until: Day
    package let reason: Text

    package init(_ ballot: String, until: Day, reason: Text) {
        self.ballot = ballot
        self.until = until
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[Ballot.self][ID(ballot)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.ballot(ballot, in: [.open])
        var problems: [Problem] = []
        if reason.isEmpty { problems.append(.reasonNeeded("reason")) }
        if until < situation.today || found.closes.map({ until <= $0 }) ?? true { problems.append(.noFutureClose) }
        guard problems.isEmpty else { throw .invalid(problems) }
        var longer = Extension()
        (longer.from, longer.until, longer.on, longer.reason) = (found.closes, until, situation.today, reason)
        let fields: [String: Value] = ["closes": until.value, "extensions": (found.extensions + [longer]).value]
        let change = RecordChange(Ballot.naming.plural, ballot, .patch(fields))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Closes a ballot: from now on no vote is taken. A secret one is closed with its papers, which are published as they lie in the box; when
/// so few took part that these would tell who voted what, it is cancelled instead and the papers are lost.
package struct CloseBallot: Command {
    package let ballot: String
    let papers: [PublishedPaper]

    package init(_ ballot: String, papers: [PublishedPaper] = []) {
        self.ballot = ballot
        self.papers = papers
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[Ballot.self][ID(ballot)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.ballot(ballot, in: [.open])
        var fields: [String: Value] = ["state": Ballot.State.closed.value, "closed": situation.today.value]
        if found.secrecy == .secret {
            if papers.count != situation.state.turnout(in: found.id).count { throw .conflict(.boxDiffers) }
            let exposed = SecretClass.all(of: found).contains { group in
                (1..<SecretClass.fewest).contains(papers.count { group.holds($0) })
            }
            fields["papers"] = exposed ? .null : papers.value
            if exposed {
                fields["state"] = Ballot.State.cancelled.value
                fields["reason"] = Self.tooFew.value
            }
        }
        let change = RecordChange(Ballot.naming.plural, ballot, .patch(fields))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }

    private static let tooFew = Text(
        "Er stemden zo weinig zetels dat de biljetten zouden verraden wie wat stemde. Ze zijn ongelezen vernietigd.",
        "So few seats voted that the papers would tell who voted what. They were destroyed unread.")
}

/// Ends a ballot without an outcome, with a reason: such as when the text is to be changed after an objection. The papers of a secret
/// ballot are lost.
package struct CancelBallot: Command {
    package let ballot: String
    package let reason: Text

    package init(_ ballot: String, reason: Text) {
        self.ballot = ballot
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[Ballot.self][ID(ballot)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        _ = try situation.ballot(ballot, in: [.open, .closed])
        if reason.isEmpty { throw .invalid([.reasonNeeded("reason")]) }
        let fields: [String: Value] = [
            "state": Ballot.State.cancelled.value, "closed": situation.today.value, "reason": reason.value,
        ]
        let change = RecordChange(Ballot.naming.plural, ballot, .patch(fields))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension Situation {
    /// A ballot in one of these states.
    func ballot(_ id: String, in states: Set<Ballot.State>) throws(Refusal) -> Ballot {
        guard let ballot = state[Ballot.self][ID(id)] else { throw .notFound(.noSuchBallot(id)) }
        guard states.contains(ballot.state) else { throw .conflict(.otherState(ballot.state)) }
        return ballot
    }
}
