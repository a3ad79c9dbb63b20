import Ecosystems
import Kernel
import Parties

/// What follows when a party leaves on a day: told before anything is recorded.
package struct ExitOutlook: Sendable {
    package let terms: ExitTerms
    /// The day on which it would end.
    package let effective: Day
    /// What is wrong with that day.
    package let problems: [Problem]
    package let settlement: [Exit.Settlement]
    /// What the party owes until then, the worst first; empty for who may not see norms.
    package let owed: [NormStatus]
    /// What others owe this party, for who may see norms.
    package let owedToParty: [NormStatus]
    /// Who else is bound today, by which version, with its name.
    package let staying: [Stayer]
    /// Agreements of the same party that yield to this one where they differ.
    package let leaning: [String]

    package struct Stayer: Sendable, Hashable {
        package let party: String
        package let name: Text
        package let version: Int
    }

    /// - Parameter effective: nil: the first day that the notice allows.
    package static func of(
        _ agreement: String, party: String, effective: Day? = nil, _ reader: Reader
    ) throws(Refusal) -> ExitOutlook {
        let terms = try ExitTerms(ID(agreement), party: ID(party), given: reader.today, in: reader.state)
        return ExitOutlook(terms, effective ?? terms.earliest, reader)
    }

    private init(_ terms: ExitTerms, _ effective: Day, _ reader: Reader) {
        self.terms = terms
        self.effective = effective
        problems = terms.problems(ending: effective)
        settlement = terms.settlement(by: effective)
        let party = terms.party.rawValue
        let statuses = Obligations(reader, agreement: terms.agreement.rawValue).statuses
            .filter { $0.state != .kept }
        owed = statuses.filter { status in
            status.bearer.id == party && status.due.map { $0 <= effective } ?? true
        }
        owedToParty = statuses.filter { status in
            let other = status.norm.rule.counterparty
            return status.bearer.id != party && other?.who == .organisation && other?.named == party
        }
        let standing = AgreementStanding(AgreementFacts(terms.agreement, in: reader.state), on: reader.today)
        staying = standing.bonds.filter { $0.holds(on: reader.today) && $0.party != terms.party }.map {
            Stayer(
                party: $0.party.rawValue, name: reader.title("organisations", $0.party.rawValue), version: $0.version)
        }
        leaning = reader.records(Agreement.self).filter { other in
            other.precedence.contains(terms.agreement) && other.parties.contains { $0.organisation == terms.party }
        }.map(\.id.rawValue)
    }

    /// Whether the text names this party among those that must accept, so that a next version needs another rule.
    package var isNamedForEntry: Bool {
        terms.text.entry.needs == .named && terms.text.entry.named.contains(terms.party)
    }

    /// Whether fewer than two parties stay bound to each other.
    package var leavesOne: Bool { staying.count < 2 }
}
