import Ecosystems
import Kernel

/// Fixes the text of an agreement as it is written now, as its next version.
///
/// Refuses an agreement without clauses or parties, and a text equal to the last version.
package struct ProposeVersion: Command {
    package let agreement: String
    package let changes: Text

    package init(agreement: String, changes: Text = Text()) {
        self.agreement = agreement
        self.changes = changes
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let draft = AgreementDraft(agreement, in: situation) else {
            throw .notFound(.noSuchAgreement(agreement))
        }
        let problems = draft.hindrances
        guard problems.isEmpty else { throw .invalid(problems) }
        let earlier = situation.state.versions(of: draft.agreement.id)
        let number = (earlier.last?.number ?? 0) + 1
        let document = draft.document(number: number, replaces: earlier.last?.number)
        if let last = earlier.last, last.saysTheSame(as: document) { throw .conflict(.nothingNew(last.number)) }
        var version = AgreementVersion(document, of: draft.agreement.id, on: situation.today)
        version.changes = changes
        let change = RecordChange(AgreementVersion.naming.plural, version.id.rawValue, .add(version.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension AgreementDraft {
    /// Why nothing can be fixed yet.
    var hindrances: [Problem] {
        var problems: [Problem] = []
        if clauses.isEmpty { problems.append(.noClauses) }
        if agreement.parties.isEmpty { problems.append(.noParties) }
        return problems
    }
}

extension AgreementVersion {
    /// A text as it is fixed on a day.
    init(_ document: AgreementDocument, of agreement: ID<Agreement>, on day: Day) {
        self.init(id: "\(agreement)-v\(document.number)")
        self.agreement = agreement
        number = document.number
        on = day
        self.document = document.json
        hash = document.hash
    }

    /// Nil when the text cannot be read, which verification reports.
    package var text: AgreementDocument? { KnownDocuments.document(document, hash: hash) }

    /// Whether a text differs from this one in nothing but its number.
    func saysTheSame(as other: AgreementDocument) -> Bool {
        guard var mine = text else { return false }
        mine.number = other.number
        mine.replaces = other.replaces
        return mine == other
    }

    /// What is fixed must be what was hashed, of this agreement, and never changes.
    static let guardian = ChangeGuard(AgreementVersion.self) { old, new, situation in
        if let old, old != new { return [.fixedText] }
        guard let text = new.text else { return [.unreadable] }
        var problems: [Problem] = []
        if text.json != new.document || text.hash != new.hash { problems.append(.wrongHash) }
        if text.agreement != new.agreement.rawValue || text.number != new.number || text.ecosystem != situation.state.id
        {
            problems.append(.otherText)
        }
        return problems
    }
}

extension EcosystemState {
    /// The versions of an agreement, the first first.
    package func versions(of agreement: ID<Agreement>) -> [AgreementVersion] {
        self[AgreementVersion.self].records.filter { $0.agreement == agreement }.sorted { $0.number < $1.number }
    }
}

extension EcosystemState {
    /// The last version that was fixed on or before a day.
    func latestVersion(of agreement: ID<Agreement>, on day: Day?) -> ID<AgreementVersion>? {
        versions(of: agreement).last { version in
            guard let day, let fixed = version.on else { return true }
            return fixed <= day
        }?.id
    }
}

extension Problem {
    package static func noSuchAgreement(_ id: String) -> Problem {
        Problem(
            "agreement.unknown", Text("Er is geen afspraak “\(id)”.", "There is no agreement “\(id)”."),
            mend: Text("Kies er een uit de lijst.", "Choose one from the list."))
    }

    fileprivate static func nothingNew(_ number: Int) -> Problem {
        Problem(
            "version.same",
            Text("De tekst is gelijk aan versie \(number).", "The text is the same as version \(number)."),
            mend: Text("Verander eerst iets.", "Change something first."))
    }

    fileprivate static let noClauses = Problem(
        "version.empty", at: ["clauses"], Text("Er zijn nog geen bepalingen.", "There are no clauses yet."),
        mend: Text("Kies bouwstenen of schrijf een bepaling.", "Choose building blocks or write a clause."))

    fileprivate static let noParties = Problem(
        "version.parties", at: ["parties"], Text("Er zijn nog geen partijen.", "There are no parties yet."),
        mend: Text("Noem de partijen bij de afspraak.", "Name the parties of the agreement."))

    fileprivate static let fixedText = Problem(
        "version.fixed",
        Text("De tekst van een versie staat vast.", "The text of a version is fixed."),
        mend: Text("Verander de bepalingen en leg een nieuwe versie vast.", "Change the clauses and fix a new version.")
    )

    fileprivate static let unreadable = Problem(
        "version.unreadable", at: ["document"],
        Text("Dit is geen document van een afspraak.", "This is not the document of an agreement."),
        mend: Text("Neem het over zoals het is geëxporteerd.", "Take it over as it was exported."))

    fileprivate static let wrongHash = Problem(
        "version.hash", at: ["hash"],
        Text(
            "De hash hoort niet bij deze tekst: er is iets veranderd.",
            "The hash does not belong to this text: something was changed."),
        mend: Text(
            "Neem tekst en hash over zoals ze zijn geëxporteerd.", "Take over text and hash as they were exported."))

    fileprivate static let otherText = Problem(
        "version.other", at: ["document"],
        Text(
            "Deze tekst hoort bij een andere afspraak of versie.", "This text belongs to another agreement or version."),
        mend: Text("Zet hem bij de goede.", "Put it with the right one."))
}
