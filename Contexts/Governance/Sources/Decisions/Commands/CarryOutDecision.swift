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

    func patch(
        _ decision: String, _ fields: [String: Value], _ catalogue: Catalogue
    ) throws(Refusal) -> [DomainEvent] {
        let change = RecordChange(Decision.naming.plural, decision, .patch(fields))
        return try ChangeRecords([change], process: true).decide(in: self, catalogue: catalogue)
    }
}
