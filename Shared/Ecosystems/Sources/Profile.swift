import Kernel

/// What an ecosystem says of itself: its name, languages, types and the methods it works with. One per ecosystem, with the same id.
package struct Profile: Record {
    package var id = ID<Profile>("")
    package var name = Text()
    package var summary = Text()
    package var languages: [LanguageChoice] = []
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
            help: Text("De eerste taal is de voertaal.", "The first language is the working language."), required: true),
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
        case .citizens: Text("inwoners", "citizens")
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
        Field("yaml", \.yaml, Text("Inhoud", "Content"), shape: .code, required: true)
    ]
}
