import Ecosystems
import Kernel
import MethodLibrary
import Parties

extension RuleBook {
    /// The rules of an ecosystem on a day, as far as the reader may see norms; nil when it may not see any.
    package init?(_ reader: Reader, on day: Day) {
        guard Obligations.areOpen(to: reader) else { return nil }
        self.init(NormsInForce(reader.state, on: day))
    }

    /// The same question from outside: refuses an actor or act that nobody knows. A person acts for its organisation.
    package func may(
        _ actor: String, _ action: String, _ object: String, in situation: Situation
    ) throws(Refusal) -> MayAnswer {
        var problems: [Problem] = []
        if situation.library.act(action) == nil { problems.append(.noAct(action)) }
        let person = situation.state[Person.self][ID(actor)]?.organisation.rawValue
        let isKnown =
            ["organisations", "bodies"].contains { situation.state.table($0)?.contains(actor) == true }
            || situation.library.role(actor) != nil
        if !isKnown, person == nil { problems.append(.noActor(actor)) }
        guard problems.isEmpty else { throw .invalid(problems) }
        return may(isKnown ? actor : person ?? actor, action, object)
    }
}

extension Problem {
    fileprivate static func noActor(_ id: String) -> Problem {
        Problem(
            "may.actor", at: ["actor"],
            Text(
                "Er is geen organisatie, orgaan, persoon of rol “\(id.inShort)”.",
                "There is no organisation, body, person or role “\(id.inShort)”."),
            mend: Text("Geef een id, of een rol als methode/rol.", "Give an id, or a role as method/role."))
    }

    fileprivate static func noAct(_ id: String) -> Problem {
        Problem(
            "may.action", at: ["action"],
            Text("Er is geen handeling “\(id.inShort)”.", "There is no act “\(id.inShort)”."),
            mend: Text("Bekijk ze met: stelsel methods act.", "See them with: stelsel methods act."))
    }
}
