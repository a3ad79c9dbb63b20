import Kernel
import Parties

extension Problem {
    package static func noSuchVersion(_ agreement: String, _ number: Int?) -> Problem {
        Problem(
            "version.unknown", at: ["version"],
            Text(
                "“\(agreement)” heeft geen versie\(number.map { " \($0)" } ?? "").",
                "“\(agreement)” has no version\(number.map { " \($0)" } ?? "")."),
            mend: Text("Leg eerst een versie vast.", "Fix a version first."))
    }

    static func noSuchMandate(_ id: String) -> Problem {
        Problem(
            "mandate.unknown", at: ["mandate"],
            Text("Er is geen mandaat “\(id)”.", "There is no mandate “\(id)”."),
            mend: Text("Kies een geldig mandaat van deze partij.", "Choose a valid mandate of this party."))
    }

    static func noSuchPerson(_ id: String) -> Problem {
        Problem(
            "signature.person", at: ["person"],
            Text("Er is geen persoon “\(id)”.", "There is no person “\(id)”."),
            mend: Text("Kies een persoon van deze partij.", "Choose a person of this party."))
    }

    static func personOfOther(_ person: Person) -> Problem {
        Problem(
            "signature.person", at: ["person"],
            Text(
                "“\(person.id)” hoort bij “\(person.organisation)”.",
                "“\(person.id)” belongs to “\(person.organisation)”."),
            mend: Text("Kies een persoon van deze partij.", "Choose a person of this party."))
    }

    static let someoneElse = Problem(
        "signature.someone-else", at: ["person"],
        Text("U kunt niet verklaren als iemand anders.", "You cannot declare as somebody else."),
        mend: Text("Laat diegene zelf tekenen.", "Let that person sign."))

    static func mandateOfSomeone(_ mandate: Mandate, _ person: Person) -> Problem {
        Problem(
            "mandate.person", at: ["mandate"],
            Text(
                "“\(person.id)” heeft het mandaat “\(mandate.id)” niet, ook niet als plaatsvervanger.",
                "“\(person.id)” does not hold the mandate “\(mandate.id)”, nor as deputy."),
            mend: Text("Laat tekenen wie het mandaat heeft.", "Let who holds the mandate sign."))
    }

    static let mandateReopened = Problem(
        "mandate.reopened", at: ["mandate"],
        Text("Dit mandaat moet opnieuw worden gegeven.", "This mandate must be granted anew."),
        mend: Text("Vraag het aan wie het gaf.", "Ask whoever granted it."))

    static let mandateRevoked = Problem(
        "mandate.revoked", at: ["mandate"],
        Text("Dit mandaat is ingetrokken.", "This mandate was revoked."),
        mend: Text("Kies een geldig mandaat van deze partij.", "Choose a valid mandate of this party."))

    static let mandateChanged = Problem(
        "mandate.changed", at: ["mandate"],
        Text(
            "Het mandaat luidt nu anders dan in de verklaring.",
            "The mandate reads otherwise now than in the declaration."),
        mend: Text("Vraag een nieuwe verklaring.", "Ask for a new declaration."))

    static func saidTwice(_ last: Signature) -> Problem {
        let day = last.on
        return Problem(
            "signature.twice", at: ["answer"],
            Text(
                "Deze partij heeft dit al verklaard, op \(day?.shown(.nl) ?? "?").",
                "This party declared this already, on \(day?.shown(.en) ?? "?")."),
            mend: Text("Er is niets meer te doen.", "There is nothing left to do."))
    }

    static func boundAlready(_ last: Signature) -> Problem {
        Problem(
            "signature.bound", at: ["answer"],
            Text(
                "Deze partij zei al ja, op \(last.on?.shown(.nl) ?? "?").",
                "This party said yes already, on \(last.on?.shown(.en) ?? "?")."),
            mend: Text("Herroep dat, als de tekst het toelaat.", "Revoke that, if the text allows it."))
    }

    static let nothingToRevoke = Problem(
        "revoke.nothing", at: ["answer"],
        Text("Er is geen ja om te herroepen.", "There is no yes to revoke."),
        mend: Text("Kies de versie die is aanvaard.", "Choose the version that was accepted."))

    static let agreementEnded = Problem(
        "signature.ended", at: ["agreement"],
        Text("Deze afspraak is beëindigd.", "This agreement has ended."),
        mend: Text("Begin een nieuwe afspraak.", "Begin a new agreement."))

    static func notOffered(_ number: Int) -> Problem {
        Problem(
            "signature.not-offered", at: ["version"],
            Text("Versie \(number) ligt niet ter ondertekening.", "Version \(number) is not offered to sign."),
            mend: Text("Vraag de regisseur haar voor te leggen.", "Ask the orchestrator to offer it."))
    }

    static func beforeOffering(_ day: Day) -> Problem {
        Problem(
            "signature.before-offering", at: ["version"],
            Text("Tekenen kan vanaf \(day.shown(.nl)).", "Signing starts on \(day.shown(.en))."),
            mend: Text("Wacht tot die dag.", "Wait until that day."))
    }

    static func closed(_ day: Day?) -> Problem {
        Problem(
            "signature.closed", at: ["version"],
            Text(
                "Het tekenen is gesloten\(day.map { " op \($0.shown(.nl))" } ?? "").",
                "Signing is closed\(day.map { " since \($0.shown(.en))" } ?? "")."),
            mend: Text("Vraag de regisseur haar opnieuw voor te leggen.", "Ask the orchestrator to offer it again."))
    }

    static func notCurrent(_ number: Int, _ current: Int?) -> Problem {
        guard let current else {
            return Problem(
                "accession.not-in-force", at: ["version"],
                Text("Er is nog geen versie van kracht.", "No version is in force yet."),
                mend: Text("Teken wanneer er een wordt voorgelegd.", "Sign when one is offered."))
        }
        return Problem(
            number < current ? "accession.superseded" : "accession.not-in-force", at: ["version"],
            Text(
                "Toetreden kan tot versie \(current), die van kracht is; niet tot versie \(number).",
                "One accedes to version \(current), which is in force; not to version \(number)."),
            mend: Text("Treed toe tot versie \(current).", "Accede to version \(current)."))
    }

    static func notNamed(_ party: ID<Organisation>) -> Problem {
        Problem(
            "accession.not-party", at: ["party"],
            Text(
                "“\(party)” staat nog niet bij de partijen van de afspraak.",
                "“\(party)” is not among the parties of the agreement yet."),
            mend: Text("Laat de regisseur de partij toevoegen.", "Let the orchestrator add the party."))
    }

    static func declaredLongAgo(_ seconds: Int64) -> Problem {
        let (nl, en) = seconds >= 3600 ? ("een dag", "a day") : ("\(seconds / 60) minuten", "\(seconds / 60) minutes")
        return Problem(
            "declaration.old", at: ["declaredAt"],
            Text("De verklaring is ouder dan \(nl).", "The declaration is more than \(en) old."),
            mend: Text("Vraag een nieuwe en teken die.", "Ask for a new one and sign that."))
    }

    static let declaredAhead = Problem(
        "declaration.ahead", at: ["declaredAt"],
        Text("De verklaring is van een moment dat nog moet komen.", "The declaration is of a moment yet to come."),
        mend: Text("Zet de klok gelijk en teken opnieuw.", "Set the clock right and sign again."))
}
