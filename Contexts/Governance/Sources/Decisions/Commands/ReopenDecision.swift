import Ecosystems
import Kernel

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
