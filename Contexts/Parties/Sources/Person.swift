import Kernel

/// Someone who acts for an organisation, known here by function only. Name and address are in the vault, where they can be forgotten.
package struct Person: Record {
    package var id = ID<Person>("")
    package var organisation = ID<Organisation>("")
    package var function = Text()
    package var layer: Layer?
    package var source = ""

    package init() {}

    package var title: Text { function }

    /// The three layers of an organisation that must each be on board (city-book-3 M6).
    package enum Layer: String, ChoiceValue {
        case official
        case management
        case executive

        package var label: Text {
            switch self {
            case .official: Text("ambtelijk of uitvoerend", "official")
            case .management: Text("management", "management")
            case .executive: Text("bestuurlijk", "executive")
            }
        }
    }

    package static let naming = Naming(
        "person", "persons", Text("Persoon", "Person"), Text("Personen", "Persons"),
        meaning: Text(
            "Iemand die voor een organisatie optreedt, hier alleen bekend bij functie.",
            "Someone who acts for an organisation, known here by function only."))

    package static let visibility = Visibility.participants
    package static let owners = ["organisation"]

    package static let fields: [Field<Person>] = [
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("function", \.function, Text("Functie", "Function"), required: true),
        Field("layer", \.layer, Text("Laag", "Layer")),
        .source(\.source),
    ]
}
