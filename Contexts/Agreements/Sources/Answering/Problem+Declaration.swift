import Kernel
import Parties

extension Problem {
    static func oldHash(_ number: Int) -> Problem {
        Problem(
            "signature.hash", at: ["hash"],
            Text(
                "Dit gaat over een andere tekst dan versie \(number) zoals die is voorgelegd.",
                "This is about another text than version \(number) as it was offered."),
            mend: Text(
                "Vraag een nieuwe verklaring, lees de tekst en teken die.", "Ask anew, read the text, sign that."))
    }

    static func noMoment(_ text: String) -> Problem {
        Problem(
            "declaration.moment", at: ["declaredAt"],
            Text("“\(text)” is geen moment.", "“\(text)” is not a moment."),
            mend: Text("Schrijf het als 2026-03-02T09:30:00Z.", "Write it as 2026-03-02T09:30:00Z."))
    }

    static func otherDay(_ day: Day, _ moment: DeclaredMoment) -> Problem {
        Problem(
            "declaration.day", at: ["on"],
            Text(
                "Verklaard op \(moment), vastgelegd op \(day.shown(.nl)): dat past niet bij elkaar.",
                "Declared at \(moment), recorded on \(day.shown(.en)): these do not fit."),
            mend: Text("Teken opnieuw.", "Sign again."))
    }

    static let notOpen = Problem(
        "accession.closed", at: ["answer"],
        Text("Deze afspraak staat niet open voor toetreding.", "This agreement is not open to joiners."),
        mend: Text(
            "Stel een nieuwe versie voor waarin deze partij staat.", "Propose a new version that names this party."))

    static let notRevocable = Problem(
        "revoke.not-allowed", at: ["answer"],
        Text("Deze tekst laat herroepen niet toe.", "This text does not allow revoking."),
        mend: Text("Treed uit volgens de opzegtermijn.", "Leave with the notice that it asks for."))

    static let reasonless = Problem(
        "signature.reason", at: ["reason"],
        Text("Wie afwijst, zegt waarom.", "Who rejects says why."),
        mend: Text("Schrijf de reden op; de anderen zien die.", "Write down the reason; the others see it."))

    static let exceptWithoutYes = Problem(
        "except.answer", at: ["except"],
        Text("Alleen wie ja zegt, laat bepalingen weg.", "Only who says yes leaves out clauses."),
        mend: Text("Laat “zonder” leeg.", "Leave “without” empty."))

    static let notPartial = Problem(
        "except.not-partial", at: ["except"],
        Text("Deze tekst is alleen als geheel te aanvaarden.", "This text can only be accepted as a whole."),
        mend: Text("Aanvaard alles, of wijs af met een reden.", "Accept all of it, or reject it with a reason."))

    static func exceptUnknown(_ id: String) -> Problem {
        Problem(
            "except.unknown", Text("De tekst heeft geen bepaling “\(id)”.", "The text has no clause “\(id)”."),
            mend: Text("Noem een bepaling van deze versie.", "Name a clause of this version."))
    }

    static func notOptional(_ clause: DocumentClause) -> Problem {
        Problem(
            "except.not-optional",
            Text(
                "Bepaling \(clause.number), “\(clause.heading.dutch)”, kan niet worden weggelaten.",
                "Clause \(clause.number), “\(clause.heading.english)”, cannot be left out."),
            mend: Text("Laat alleen weg wat mag.", "Leave out only what may be."))
    }

    static let exceptOrder = Problem(
        "except.order", at: ["except"],
        Text("Noem elke bepaling één keer, op alfabet.", "Name each clause once, in alphabetical order."),
        mend: Text("Vraag een nieuwe verklaring.", "Ask for a new declaration."))

    static let noSigner = Problem(
        "signature.person", at: ["person"],
        Text("Er staat niet wie tekent.", "It does not say who signs."),
        mend: Text("Kies een persoon van deze partij.", "Choose a person of this party."))

    static func mandateMissing(_ text: AgreementDocument) -> Problem {
        Problem(
            "mandate.missing", at: ["mandate"],
            Text(
                "Een \(text.kind.label.nl.lowercased()) bindt; tekenen kan alleen met een mandaat.",
                "Kind of document “\(text.kind.label.en)” binds; signing takes a mandate."),
            mend: Text("Kies een geldig mandaat van deze partij.", "Choose a valid mandate of this party."))
    }

    static func mandatePeriod(_ period: Period, _ day: Day) -> Problem {
        let nl = [period.from.map { "vanaf \($0.shown(.nl))" }, period.until.map { "tot en met \($0.shown(.nl))" }]
        let en = [period.from.map { "from \($0.shown(.en))" }, period.until.map { "until \($0.shown(.en))" }]
        return Problem(
            "mandate.period", at: ["mandate"],
            Text(
                "Het mandaat geldt \(nl.compactMap { $0 }.joined(separator: " ")), en dus niet op \(day.shown(.nl)).",
                "The mandate counts \(en.compactMap { $0 }.joined(separator: " ")), and so not on \(day.shown(.en))."),
            mend: Text("Verleng het mandaat, of kies een ander.", "Extend the mandate, or choose another."))
    }

    static func mandateScope(_ mandate: DeclaredMandate, _ text: AgreementDocument) -> Problem {
        let nl = mandate.documents.map(\.label.nl).joined(separator: ", ")
        let en = mandate.documents.map(\.label.en).joined(separator: ", ")
        return Problem(
            "mandate.scope", at: ["mandate"],
            Text(
                "Het mandaat is voor \(nl), en niet voor: \(text.kind.label.nl).",
                "The mandate is for \(en), and not for: \(text.kind.label.en)."),
            mend: Text("Kies een mandaat dat dit dekt.", "Choose a mandate that covers this."))
    }

    static func mandateAmount(_ most: Money, _ limit: Money) -> Problem {
        Problem(
            "mandate.amount", at: ["mandate"],
            Text(
                "De afspraak verbindt tot \(most.shown(.nl)); het mandaat gaat tot \(limit.shown(.nl)).",
                "The agreement commits to \(most.shown(.en)); the mandate goes up to \(limit.shown(.en))."),
            mend: Text("Kies een mandaat dat dit bedrag dekt.", "Choose a mandate that covers this amount."))
    }
}
