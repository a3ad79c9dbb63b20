import Kernel

/// What an ecosystem says of itself: its name, languages, types and the methods it works with. One per ecosystem, with the same id.
package struct Profile: Record {
    package var id = ID<Profile>("")
    package var name = Text()
    package var summary = Text()
    package var languages: [LanguageChoice] = []
    package var participantsOnly = false
    package var types: [String] = []
    package var composition = ""
    package var helix: [Helix] = []
    package var methods: [String] = []
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "ecosystem", "ecosystems", Text("Ecosysteem", "Ecosystem"), Text("Ecosystemen", "Ecosystems"),
        meaning: Text(
            "Een groep organisaties die elkaar nodig hebben en samen een doel nastreven.",
            "A group of organisations that need each other and pursue a goal together."))

    private static let sort = Text("Soort ecosysteem", "Sort of ecosystem")
    private static let library = Text("Methoden", "Methods")

    package static let fields: [Field<Profile>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("summary", \.summary, Text("In het kort", "In short"), shape: .text(long: true)),
        Field(
            "languages", \.languages, Text("Talen", "Languages"),
            help: Text("In welke talen u hier schrijft.", "The languages that you write in here."), required: true),
        Field(
            "participantsOnly", \.participantsOnly, Text("Alleen voor deelnemers", "For participants only"),
            help: Text(
                "Aangevinkt: alleen deelnemers en beheerders zien dat dit ecosysteem er is. Niet aangevinkt: iedereen ziet wat openbaar is.",
                "Ticked: only participants and administrators see that this ecosystem is here. Not ticked: everybody sees what is public."
            )),
        Field(
            "types", \.types, Text("Typen", "Types"),
            help: Text(
                "Labels uit typologieën; meer dan één mag, geen mag ook.", "Labels from typologies; several or none."),
            shape: .list(.method(.type)), group: sort),
        Field(
            "composition", \.composition, Text("Samenstelling", "Composition"), shape: .method(.composition),
            group: sort),
        Field(
            "helix", \.helix, Text("Sectoren die het doel nodig heeft", "Sectors that the goal needs"),
            help: Text(
                "Stelsel meldt welke daarvan nog niet meedoen.", "Stelsel reports which of these do not take part yet."),
            group: sort),
        Field(
            "methods", \.methods, Text("Methoden in gebruik", "Methods in use"), shape: .list(.method(.method)),
            group: library),
        .source(\.source),
    ]
}

/// A language as a choice in a record.
package enum LanguageChoice: String, ChoiceValue {
    case nl
    case en

    package var label: Text {
        switch self {
        case .nl: Text("Nederlands", "Dutch")
        case .en: Text("Engels", "English")
        }
    }
}

/// The parts of society that a helix counts.
package enum Helix: String, ChoiceValue {
    case government
    case business
    case knowledge
    case citizens
    case other

    package var label: Text {
        switch self {
        case .government: Text("overheid", "government")
        case .business: Text("bedrijven", "business")
        case .knowledge: Text("kennis", "knowledge")
        case .citizens: Text("burgers", "citizens")
        case .other: Text("overig", "other")
        }
    }
}

/// A method that this ecosystem copied and changed. The original stays available beside it.
package struct AdaptedMethod: Record {
    package var id = ID<AdaptedMethod>("")
    package var yaml = ""

    package init() {}

    package var title: Text { Text(same: id.rawValue) }
    package func title(with names: Names) -> Text { names[.method, id.rawValue] }

    package static let naming = Naming(
        "adaptedMethod", "adaptedMethods", Text("Aangepaste methode", "Adapted method"),
        Text("Aangepaste methoden", "Adapted methods"),
        meaning: Text(
            "Een methode uit de bibliotheek die dit ecosysteem heeft overgenomen en veranderd.",
            "A method of the library that this ecosystem copied and changed."))

    package static let fields: [Field<AdaptedMethod>] = [
        Field(
            "yaml", \.yaml, Text("Inhoud", "Content"),
            help: Text(
                "Verander namen, uitleg, vragen of stappen, voeg ze toe of haal ze weg. Laat id, family en basedOn staan. Spring in met spaties; tekst met een dubbele punt erin zet u tussen aanhalingstekens.",
                "Change names, explanations, questions or steps, add or remove them. Leave id, family and basedOn. Indent with spaces; put text that holds a colon between quotes."
            ), shape: .code, required: true)
    ]
}
