import Kernel
import MethodLibrary
import Parties

/// A document that several parties make and keep together: what it is, between whom, and how it begins, changes and ends.
package struct Agreement: Record {
    package var id = ID<Agreement>("")
    package var name = Text()
    package var kind = BlocksMethod.DocumentKind.cooperation
    package var purpose = Text()
    package var parties: [AgreementParty] = []
    /// Empty: Dutch and English.
    package var languages: [AgreementLanguage] = []
    package var prevailing: AgreementLanguage?
    package var principle: BlocksMethod.Principle?
    package var horizon = ""
    package var validity = Period()
    package var entry: EntryRule?
    /// A party may accept it without some of the optional clauses.
    package var partial = false
    /// A party may take its acceptance back by itself.
    package var revocable = false
    /// Parties named after the signing may accede to the version in force.
    package var open = false
    /// Months of notice before an exit.
    package var notice: Int?
    package var settlement = Text()
    package var effects = Text()
    /// Months between two periodic reviews.
    package var review: Int?
    /// Documents that go before this one where they differ.
    package var precedence: [ID<Agreement>] = []
    package var annexes: [Annex] = []
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "agreement", "agreements", Text("Afspraak", "Agreement"), Text("Afspraken", "Agreements"),
        meaning: Text(
            "Een document dat partijen samen maken, ondertekenen en nakomen.",
            "A document that parties make, sign and keep together."))

    private static let ending = Text("Wijzigen, toetreden en eindigen", "Changing, joining and ending")
    private static let form = Text("Taal en vorm", "Language and form")

    package static let fields: [Field<Agreement>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("kind", \.kind, Text("Soort", "Kind"), required: true),
        Field("purpose", \.purpose, Text("Waarom", "Purpose"), shape: .text(long: true)),
        Field("parties", \.parties, Text("Partijen", "Parties")),
        Field(
            "entry", \.entry, Text("Inwerkingtreding", "Entry into force"),
            help: Text("Leeg: als iedereen heeft getekend.", "Empty: when everybody has signed.")),
        Field("validity", \.validity, Text("Looptijd", "Validity")),
        Field(
            "languages", \.languages, Text("Talen", "Languages"),
            help: Text("Leeg: Nederlands en Engels.", "Empty: Dutch and English."), group: form),
        Field(
            "prevailing", \.prevailing, Text("Deze taal gaat voor", "Prevailing language"), group: form),
        Field("annexes", \.annexes, Text("Bijlagen", "Annexes"), group: form),
        Field(
            "precedence", \.precedence, Text("Gaan hieraan voor", "Go before this one"),
            help: Text(
                "Documenten die gelden waar ze van dit document verschillen.",
                "Documents that prevail where they differ from this one."), group: form),
        Field("principle", \.principle, Text("Leidend principe", "Guiding principle"), group: form),
        Field("horizon", \.horizon, Text("Horizon", "Horizon"), shape: .method(.type), group: form),
        Field("partial", \.partial, Text("Deels aanvaarden mag", "Partial acceptance"), group: ending),
        Field("revocable", \.revocable, Text("Herroepen mag", "May be revoked"), group: ending),
        Field("open", \.open, Text("Open voor toetreding", "Open to joiners"), group: ending),
        Field(
            "notice", \.notice, Text("Opzegtermijn in maanden", "Notice in months"), shape: .whole(0...120),
            group: ending),
        Field(
            "settlement", \.settlement, Text("Afwikkeling bij uittreden", "Settlement at exit"),
            shape: .text(long: true), group: ending),
        Field(
            "effects", \.effects, Text("Gevolgen van uittreden", "Effects of an exit"), shape: .text(long: true),
            group: ending),
        Field(
            "review", \.review, Text("Evaluatie, elke … maanden", "Review, every … months"), shape: .whole(1...120),
            group: ending),
        .source(\.source),
    ]

    package func problems() -> [Problem] {
        let parties = parties.map(\.organisation)
        var problems = (entry?.problems(among: parties) ?? []).map { $0.under("entry") }
        for (index, party) in parties.enumerated() where parties[..<index].contains(party) {
            problems.append(Problem.twiceParty(party).under(String(index)).under("parties"))
        }
        if precedence.contains(id) { problems.append(.precedesItself) }
        if let prevailing, !shownLanguages.contains(prevailing) { problems.append(.strangeLanguage) }
        return problems
    }

    /// The languages in which it is written.
    package var shownLanguages: [AgreementLanguage] { languages.isEmpty ? AgreementLanguage.allCases : languages }
}

/// A language of a document.
package enum AgreementLanguage: String, ChoiceValue {
    case nl
    case en

    package var label: Text {
        switch self {
        case .nl: Text("Nederlands", "Dutch")
        case .en: Text("Engels", "English")
        }
    }

    package var language: Language { self == .nl ? .nl : .en }
}

extension Problem {
    fileprivate static func twiceParty(_ id: ID<Organisation>) -> Problem {
        Problem(
            "agreement.party-twice", at: ["organisation"],
            Text("“\(id)” staat er al als partij.", "“\(id)” is a party already."),
            mend: Text("Noem elke partij één keer.", "Name each party once."))
    }

    fileprivate static let precedesItself = Problem(
        "agreement.precedence", at: ["precedence"],
        Text("Een document gaat niet voor zichzelf.", "A document does not go before itself."),
        mend: Text("Laat het hier weg.", "Leave it out here."))

    fileprivate static let strangeLanguage = Problem(
        "agreement.prevailing", at: ["prevailing"],
        Text(
            "De taal die voorgaat is geen taal van dit document.",
            "The prevailing language is not a language of this document."),
        mend: Text("Kies een van de talen.", "Choose one of the languages."))
}
