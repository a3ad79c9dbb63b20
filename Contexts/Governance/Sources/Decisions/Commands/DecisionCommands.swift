import Ecosystems
import Kernel

/// Carries out what a decision changes, all of it or nothing, and records on the decision what that was; the history of each record that
/// changes names the decision. Refuses a decision that says no, that no longer stands, or that was carried out.
package struct CarryOutDecision: Command {
    package let decision: String

    package init(_ decision: String) { self.decision = decision }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.standingDecision(decision)
        guard found.isPositive, !found.effects.isEmpty else { throw .conflict(.nothingToCarryOut) }
        if found.carriedOut != nil { throw .conflict(.carriedOutAlready) }
        try Effect.refuse(found.effects, catalogue)
        var changes: [RecordChange] = []
        for effect in found.effects {
            do throws(Problem) { changes.append(try effect.change()) } catch {
                throw .invalid([error.under("effects")])
            }
        }
        let places = Set(found.effects.map(\.place)).sorted()
        let fields: [String: Value] = [
            "carriedOut": situation.today.value, "changed": .list(places.map(Value.string)),
        ]
        changes.append(RecordChange(Decision.naming.plural, decision, .patch(fields)))
        return try ChangeRecords(changes, reason: Decision.mark(decision), process: true)
            .decide(in: situation, catalogue: catalogue)
    }
}

/// Sets a decision aside for another body, which owes the reasons. Refuses without reasons, by the body itself, and what no longer stands.
package struct OverrideDecision: Command {
    package let decision: String
    package let body: ID<Body>
    package let reason: Text

    package init(_ decision: String, by body: ID<Body>, reason: Text) {
        self.decision = decision
        self.body = body
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { situation.leads(body) }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.standingDecision(decision)
        if reason.isEmpty { throw .invalid([.reasonNeeded("reason")]) }
        if found.body == body { throw .invalid([.ownDecision]) }
        if found.carriedOut != nil { throw .conflict(.carriedOutAlready) }
        var override = Override()
        (override.body, override.on, override.reason) = (body, situation.today, reason)
        return try situation.patch(decision, ["overridden": override.value], catalogue)
    }
}

/// Brings a decision up again. Needs reasons, and the body's leave: a decision of the same body that said yes to a matter asking for this.
package struct ReopenDecision: Command {
    package let decision: String
    package let leave: ID<Decision>
    package let reason: Text

    package init(_ decision: String, leave: ID<Decision>, reason: Text) {
        self.decision = decision
        self.leave = leave
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[Decision.self][ID(decision)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.standingDecision(decision)
        var problems: [Problem] = []
        if reason.isEmpty { problems.append(.reasonNeeded("reason")) }
        let given = situation.state[Decision.self][leave]
        let asked = given.flatMap { situation.state[Matter.self][$0.matter]?.reopens }
        if given?.isPositive != true || given?.stands != true || given?.body != found.body || asked != found.id {
            problems.append(.noLeave)
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        var reopening = Reopening()
        (reopening.on, reopening.reason, reopening.leave) = (situation.today, reason, leave)
        return try situation.patch(decision, ["reopened": reopening.value], catalogue)
    }
}

/// Decides in an emergency, without a ballot, with why it could not wait; the body ratifies it afterwards.
package struct DecideUrgently: Command {
    package let proposal: String
    package let reason: Text

    package init(_ proposal: String, reason: Text) {
        self.proposal = proposal
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        let matter = situation.state[Proposal.self][ID(proposal)].flatMap { situation.state[Matter.self][$0.matter] }
        return situation.leads(matter?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.openProposal(proposal)
        if situation.state.ballots(on: found.id).contains(where: { $0.state == .open || $0.state == .closed }) {
            throw .conflict(.underVote)
        }
        guard found.options.isEmpty else { throw .invalid([.urgentChoice]) }
        if reason.isEmpty { throw .invalid([.reasonNeeded("reason")]) }
        var decision = Decision(id: situation.state.freeID(Decision.self, found.id.rawValue))
        decision.matter = found.matter
        decision.proposal = found.id
        decision.number = found.number
        decision.body = situation.state[Matter.self][found.matter]?.body ?? ID("")
        decision.on = situation.today
        decision.result = .adopted
        decision.explanation = reason
        decision.effects = found.effects(winning: [])
        decision.urgent = true
        let change = RecordChange(Decision.naming.plural, decision.id.rawValue, .add(decision.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Records that the body stands behind what was decided in an emergency: a decision of that body that said yes, taken afterwards.
package struct RatifyDecision: Command {
    package let decision: String
    package let ratification: ID<Decision>

    package init(_ decision: String, by ratification: ID<Decision>) {
        self.decision = decision
        self.ratification = ratification
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.leads(situation.state[Decision.self][ID(decision)]?.body)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let found = try situation.standingDecision(decision)
        guard found.urgent, found.ratification == nil else { throw .conflict(.nothingToRatify) }
        let by = situation.state[Decision.self][ratification]
        guard let by, by.isPositive, by.stands, !by.urgent, by.body == found.body, by.id != found.id,
            by.on.map({ $0 >= found.on ?? $0 }) ?? false
        else { throw .invalid([.noRatification]) }
        return try situation.patch(decision, ["ratification": ratification.value], catalogue)
    }
}

extension Decision {
    /// How the history of a record says which decision changed it; doors tell it in words.
    static func mark(_ decision: String) -> String { "§ \(decision)" }

    /// The decision that a change with this reason carried out; nil for any other change.
    package static func told(_ reason: String) -> String? {
        reason.hasPrefix("§ ") ? String(reason.dropFirst(2)) : nil
    }
}

extension Situation {
    func standingDecision(_ id: String) throws(Refusal) -> Decision {
        guard let decision = state[Decision.self][ID(id)] else { throw .notFound(.noSuchDecision(id)) }
        guard decision.stands else { throw .conflict(.standsNoLonger) }
        return decision
    }

    fileprivate func patch(
        _ decision: String, _ fields: [String: Value], _ catalogue: Catalogue
    ) throws(Refusal) -> [DomainEvent] {
        let change = RecordChange(Decision.naming.plural, decision, .patch(fields))
        return try ChangeRecords([change], process: true).decide(in: self, catalogue: catalogue)
    }
}
