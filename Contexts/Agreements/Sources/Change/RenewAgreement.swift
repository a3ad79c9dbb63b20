import Ecosystems
import Kernel

/// Makes the next version of an agreement with a later last day and nothing else changed; it still has to be offered and accepted.
///
/// Refuses what has no term, what ended for all, a day that is not later, and a text being written that differs in more than its term:
/// whoever wants to change more proposes an amendment.
package struct RenewAgreement: Command {
    package let agreement: String
    /// The new last day.
    package let until: Day
    /// Why, in the words of who renews; a sentence of ours when empty.
    package let changes: Text

    package init(agreement: String, until: Day, changes: Text = Text()) {
        self.agreement = agreement
        self.until = until
        self.changes = changes
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let draft = AgreementDraft(agreement, in: situation) else {
            throw .notFound(.noSuchAgreement(agreement))
        }
        let facts = AgreementFacts(draft.agreement.id, in: situation.state)
        let standing = AgreementStanding(facts, on: situation.today)
        guard facts.ended(by: situation.today) == nil else { throw .conflict(.renewsEnded) }
        guard let running = standing.running else { throw .conflict(.renewsNothing) }
        guard let term = running.text.validity.until else { throw .conflict(.renewsForever) }
        var problems: [Problem] = []
        if until <= term { problems.append(.notLater(term)) }
        if until < situation.today { problems.append(.renewedToPast) }
        guard problems.isEmpty else { throw .invalid(problems) }
        if let pending = standing.pending { throw .conflict(.renewsBeside(pending.version.number)) }
        guard draft.renews(running, standing) else { throw .conflict(.changesMore(running.version.number)) }
        let renewed = draft.renewed(until: until, term: term, on: situation.today)
        return try fix(renewed, of: draft, in: situation, catalogue)
    }

    private func fix(
        _ renewed: Agreement, of draft: AgreementDraft, in situation: Situation, _ catalogue: Catalogue
    ) throws(Refusal) -> [DomainEvent] {
        let last = situation.state.versions(of: renewed.id).last?.number ?? 0
        var document = draft.document(number: last + 1, replaces: last)
        document.validity = renewed.validity
        document.entry = renewed.entry ?? EntryRule()
        var version = AgreementVersion(document, of: renewed.id, on: situation.today)
        version.changes =
            changes.isEmpty
            ? Text("Verlengd tot en met \(until.shown(.nl)).", "Renewed until \(until.shown(.en)).") : changes
        let wished = renewed.values.filter { ["validity", "entry"].contains($0.key) }
        return try ChangeRecords(
            [
                RecordChange(Agreement.naming.plural, renewed.id.rawValue, .patch(wished)),
                RecordChange(AgreementVersion.naming.plural, version.id.rawValue, .add(version.values)),
            ], process: true
        ).decide(in: situation, catalogue: catalogue)
    }
}

extension AgreementDraft {
    /// Whether the text being written is that of a version but for its term, and for parties that joined or left since.
    fileprivate func renews(_ running: AgreementFacts.Fixed, _ standing: AgreementStanding) -> Bool {
        let theirs = running.text
        var mine = document(number: running.version.number)
        let bound = Set(
            standing.bonds.filter { $0.holds(on: standing.day) || $0.end == .expired }.map(\.party.rawValue))
        let (new, old) = (Set(mine.parties.map(\.id)), Set(theirs.parties.map(\.id)))
        guard new.subtracting(old).isSubset(of: bound), old.subtracting(new).isDisjoint(with: bound) else {
            return false
        }
        mine.parties = theirs.parties
        mine.replaces = theirs.replaces
        mine.validity.until = theirs.validity.until
        return mine == theirs
    }

    /// With the new last day. A last day to accept that is over moves to the day on which the term ends, or goes.
    fileprivate func renewed(until: Day, term: Day, on today: Day) -> Agreement {
        var renewed = agreement
        renewed.validity.until = until
        if let by = renewed.entry?.by, by < today { renewed.entry?.by = term >= today ? term : nil }
        return renewed
    }
}

extension Problem {
    fileprivate static let renewsEnded = Problem(
        "renewal.ended", Text("Deze afspraak is voor iedereen beëindigd.", "This agreement has ended for everyone."),
        mend: Text("Begin een nieuwe afspraak.", "Begin a new agreement."))

    fileprivate static let renewsNothing = Problem(
        "renewal.not-in-force", Text("Er is geen versie van kracht.", "No version is in force."),
        mend: Text("Leg een versie vast en leg haar voor.", "Fix a version and offer it."))

    fileprivate static let renewsForever = Problem(
        "renewal.no-term", Text("Deze afspraak heeft geen einddatum.", "This agreement has no last day."),
        mend: Text("Er valt niets te verlengen.", "There is nothing to renew."))

    fileprivate static func notLater(_ term: Day) -> Problem {
        Problem(
            "renewal.not-later", at: ["until"],
            Text(
                "De looptijd is nu tot en met \(term.shown(.nl)).", "The term is until \(term.shown(.en)) now."),
            mend: Text("Kies een latere dag.", "Choose a later day."))
    }

    fileprivate static let renewedToPast = Problem(
        "renewal.past", at: ["until"], Text("Die dag is al voorbij.", "That day is over."),
        mend: Text("Kies een dag die nog komt.", "Choose a day to come."))

    fileprivate static func renewsBeside(_ number: Int) -> Problem {
        Problem(
            "renewal.pending",
            Text("Versie \(number) is nog op weg.", "Version \(number) is still on its way."),
            mend: Text(
                "Rond die eerst af, of geef haar de nieuwe looptijd.", "Finish that first, or give it the new term."))
    }

    fileprivate static func changesMore(_ number: Int) -> Problem {
        Problem(
            "renewal.changes-more",
            Text(
                "De tekst in bewerking verschilt in meer dan de looptijd van versie \(number).",
                "The text being written differs from version \(number) in more than its term."),
            mend: Text(
                "Zet de looptijd bij “Partijen en vorm” en leg het geheel vast als nieuwe versie.",
                "Set the term under “Parties and form” and fix the whole as a new version."))
    }
}
