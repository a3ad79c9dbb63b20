import Kernel
import MethodLibrary

/// What a person may commit an organisation to, who granted it and for how long.
package struct Mandate: Record {
    package var id = ID<Mandate>("")
    package var person = ID<Person>("")
    package var organisation = ID<Organisation>("")
    package var scope = Text()
    package var level = Person.Layer.official
    /// The kinds of document that may be signed under it; empty: every kind.
    package var documents: [BlocksMethod.DocumentKind] = []
    package var limit: Money?
    package var grantor = Text()
    package var period = Period()
    package var deputy: ID<Person>?
    package var successor: ID<Person>?
    /// Nil counts as valid; see `standing`.
    package var state: State?
    package var source = ""

    package init() {}

    package var title: Text { scope }

    /// The state, with what an empty field stands for.
    package var standing: State { state ?? .valid }

    package static let naming = Naming(
        "mandate", "mandates", Text("Mandaat", "Mandate"), Text("Mandaten", "Mandates"),
        meaning: Text(
            "Waartoe iemand een organisatie mag verbinden, van wie die dat mag en hoe lang.",
            "What someone may commit an organisation to, by whose leave and for how long."))

    package static let visibility = Visibility.participants

    private static let change = Text("Vervanging en einde", "Replacement and end")

    package static let fields: [Field<Mandate>] = [
        Field("person", \.person, Text("Persoon", "Person"), required: true),
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("scope", \.scope, Text("Reikwijdte", "Scope"), shape: .text(long: true), required: true),
        Field(
            "level", \.level, Text("Niveau", "Level"),
            help: Text("De laag van de organisatie die dit toezegt.", "The layer of the organisation that commits."),
            required: true),
        Field(
            "documents", \.documents, Text("Soorten documenten", "Kinds of document"),
            help: Text("Welke hiermee worden getekend. Leeg: elke soort.", "Which are signed under it. Empty: any.")),
        Field(
            "limit", \.limit, Text("Tot welk bedrag", "Amount limit"),
            help: Text("Leeg: geen bedrag afgesproken.", "Empty: no amount agreed.")),
        Field(
            "grantor", \.grantor, Text("Gegeven door", "Granted by"),
            help: Text("De functie van wie het mandaat gaf.", "The function of whoever granted it."), required: true),
        Field("period", \.period, Text("Periode", "Period")),
        Field("deputy", \.deputy, Text("Plaatsvervanger", "Deputy"), group: change),
        Field(
            "successor", \.successor, Text("Opvolger", "Successor"),
            help: Text("Wie het mandaat hierna krijgt.", "Who gets the mandate after this."), group: change),
        Field(
            "state", \.state, Text("Toestand", "State"),
            help: Text(
                "Leeg: geldig. Wisselt de persoon, dan moet het mandaat opnieuw worden gegeven.",
                "Empty: valid. When the person changes, the mandate must be granted anew."), group: change),
        .source(\.source),
    ]
}

extension Mandate {
    package enum State: String, ChoiceValue {
        case valid
        case reopened
        case revoked

        package var label: Text {
            switch self {
            case .valid: Text("geldig", "valid")
            case .reopened: Text("opnieuw nodig", "needed again")
            case .revoked: Text("ingetrokken", "revoked")
            }
        }
    }

    /// Whether it counts on a day: neither reopened nor revoked, and that day within its period.
    package func isValid(on day: Day) -> Bool { standing == .valid && period.contains(day) }
}
