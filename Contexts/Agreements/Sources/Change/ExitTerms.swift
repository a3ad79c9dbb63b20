import Ecosystems
import Kernel
import Parties

/// On what terms a party can leave an agreement: from the text that binds it, and nothing else.
package struct ExitTerms: Sendable, Hashable {
    package let agreement: ID<Agreement>
    package let party: ID<Organisation>
    /// The day on which notice is given.
    package let given: Day
    package let bond: Bond
    /// The text that binds the party, which need not be the latest.
    package let text: AgreementDocument

    /// Refuses a party that nothing binds on the day of notice, or that gave notice already.
    package init(
        _ agreement: ID<Agreement>, party: ID<Organisation>, given: Day, in state: EcosystemState
    ) throws(Refusal) {
        guard state[Agreement.self][agreement] != nil else { throw .notFound(.noSuchAgreement(agreement.rawValue)) }
        let standing = AgreementStanding(AgreementFacts(agreement, in: state), on: given)
        if let running = standing.facts.notice(of: party, on: given) { throw .conflict(.givenAlready(running)) }
        guard let bond = standing.bond(of: party),
            let text = standing.facts.versions.first(where: { $0.version.number == bond.version })?.text
        else { throw .invalid([.notBound(party)]) }
        self.agreement = agreement
        self.party = party
        self.given = given
        self.bond = bond
        self.text = text
    }

    /// Months of notice.
    package var notice: Int { text.notice ?? 0 }

    /// The first day on which it can end.
    package var earliest: Day { given.adding(months: notice) }

    /// The clauses that the party stays held to after leaving.
    package var surviving: [DocumentClause] {
        text.clauses.filter { $0.survives && !bond.except.contains($0.id) }
    }

    /// What is to be settled, by the day on which it ends: each line of the text is one thing to do.
    package func settlement(by effective: Day) -> [Exit.Settlement] {
        let (nl, en) = (Self.lines(text.settlement.nl), Self.lines(text.settlement.en))
        let items: [Text]
        if nl.count == en.count {
            items = zip(nl, en).map { Text(nl: $0, en: $1) }
        } else if nl.isEmpty || en.isEmpty {
            items = nl.map { Text(nl: $0) } + en.map { Text(en: $0) }
        } else {
            // The languages divide it otherwise, so it stays whole.
            items = [text.settlement]
        }
        return items.map { what in
            var item = Exit.Settlement()
            item.what = what
            item.due = effective
            return item
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
            String(line.hasPrefix("- ") ? line.dropFirst(2) : line)
        }.filter { $0.contains { !$0.isWhitespace } }
    }

    /// What is wrong with ending on a day.
    package func problems(ending effective: Day) -> [Problem] {
        effective < earliest ? [.noticeTooShort(notice, earliest)] : []
    }
}

extension AgreementFacts {
    /// The notice of a party that runs on a day; nil when it gave none.
    package func notice(of party: ID<Organisation>, on day: Day) -> Exit? {
        exits.first { exit in
            guard exit.party == party, let given = exit.given, let effective = exit.effective else { return false }
            return given <= day && effective >= day
        }
    }
}

extension Problem {
    static func notBound(_ party: ID<Organisation>) -> Problem {
        Problem(
            "exit.not-bound", at: ["party"],
            Text("“\(party)” is op die dag niet gebonden.", "“\(party)” is not bound on that day."),
            mend: Text("Kies een partij die gebonden is.", "Choose a party that is bound."))
    }

    static func noticeTooShort(_ months: Int, _ earliest: Day) -> Problem {
        let (nl, en) = months == 1 ? ("1 maand", "1 month") : ("\(months) maanden", "\(months) months")
        return Problem(
            "exit.notice", at: ["effective"],
            Text(
                "De opzegtermijn is \(nl); eindigen kan vanaf \(earliest.shown(.nl)).",
                "The notice is \(en); it can end from \(earliest.shown(.en))."),
            mend: Text("Kies die dag of later.", "Choose that day or later."))
    }

    static func givenAlready(_ exit: Exit) -> Problem {
        Problem(
            "exit.twice", at: ["party"],
            Text(
                "“\(exit.party)” heeft al opgezegd; dat eindigt op \(exit.effective?.shown(.nl) ?? "?").",
                "“\(exit.party)” gave notice already; that ends on \(exit.effective?.shown(.en) ?? "?")."),
            mend: Text("Verander die opzegging, of trek haar in.", "Change that notice, or take it back."))
    }
}
