import Ecosystems
import Kernel
import Parties

/// A party gives notice today: the exit is recorded with the day on which it ends and what is to be settled by then.
///
/// Refuses a party that is not bound or gave notice already, and an end before the notice of its own text is over.
package struct GiveNotice: Command {
    package let agreement: String
    package let party: String
    /// Nil: the first day that the notice allows.
    package let effective: Day?
    package let reason: Text

    package init(agreement: String, party: String, effective: Day? = nil, reason: Text = Text()) {
        self.agreement = agreement
        self.party = party
        self.effective = effective
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .represent([party]) }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let terms = try ExitTerms(ID(agreement), party: ID(party), given: situation.today, in: situation.state)
        var exit = Exit(id: situation.state.freeID("\(agreement)-\(party)-exit", in: Exit.naming.plural))
        exit.agreement = terms.agreement
        exit.party = terms.party
        exit.given = terms.given
        let effective = effective ?? terms.earliest
        let problems = terms.problems(ending: effective)
        guard problems.isEmpty else { throw .invalid(problems) }
        exit.effective = effective
        exit.reason = reason
        exit.settlement = terms.settlement(by: effective)
        let change = RecordChange(Exit.naming.plural, exit.id.rawValue, .add(exit.values))
        return try ChangeRecords([change]).decide(in: situation, catalogue: catalogue)
    }
}

extension EcosystemState {
    /// An id that no record of the kind has yet.
    func freeID(_ words: String, in plural: String) -> String {
        let start = Identifier.suggested(for: String(words.prefix(90)))
        guard table(plural)?.contains(start) == true else { return start }
        var number = 2
        while table(plural)?.contains("\(start)-\(number)") == true { number += 1 }
        return "\(start)-\(number)"
    }
}
