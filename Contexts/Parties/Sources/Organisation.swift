import Kernel

/// An organisation that takes part, might take part, or matters to those who do.
package struct Organisation: Record {
    package var id = ID<Organisation>("")
    package var name = Text()
    package var sector = ""
    package var aliases: [String] = []
    package var parent: ID<Organisation>?
    package var kvk = ""
    package var oin = ""
    package var lei = ""
    package var website = ""
    package var place = ""
    package var about = Text()
    package var callAbout = Text()
    package var callNotAbout = Text()
    package var offers: [Text] = []
    package var needs: [Text] = []
    package var interests: [Text] = []
    package var limits: [Text] = []
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "organisation", "organisations", Text("Organisatie", "Organisation"), Text("Organisaties", "Organisations"),
        meaning: Text(
            "Een organisatie die meedoet, mee zou kunnen doen, of ertoe doet voor wie meedoet.",
            "An organisation that takes part, might take part, or matters to those who do."))

    package static let owners = ["id"]

    private static let known = Text("Andere namen en nummers", "Other names and numbers")
    private static let profile = Text("Profiel", "Profile")
    private static let stakes = Text("Belangen en grenzen", "Interests and limits")

    package static let fields: [Field<Organisation>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("sector", \.sector, Text("Sector", "Sector"), shape: .method(.sector), required: true),
        Field(
            "aliases", \.aliases, Text("Andere namen", "Other names"),
            help: Text("Ook gebruikte schrijfwijzen en afkortingen.", "Spellings and abbreviations also in use."),
            group: known),
        Field("parent", \.parent, Text("Onderdeel van", "Part of"), group: known),
        Field("kvk", \.kvk, Text("KVK-nummer", "KVK number"), shape: .registered(.kvk), group: known),
        Field("oin", \.oin, Text("OIN", "OIN"), shape: .registered(.oin), group: known),
        Field("lei", \.lei, Text("LEI", "LEI"), shape: .registered(.lei), group: known),
        Field("website", \.website, Text("Website", "Website"), shape: .web),
        Field("place", \.place, Text("Plaats", "Place")),
        Field("description", \.about, Text("Omschrijving", "Description"), shape: .text(long: true), group: profile),
        Field(
            "callAbout", \.callAbout, Text("Bel ons over", "Call us about"), shape: .text(long: true), group: profile),
        Field(
            "callNotAbout", \.callNotAbout, Text("Bel ons niet over", "Do not call us about"), shape: .text(long: true),
            group: profile),
        Field(
            "offers", \.offers, Text("Biedt", "Offers"),
            help: Text("Kennis en kunde, één per regel.", "Competences, one per line."), group: profile,
            longest: 500),
        Field(
            "needs", \.needs, Text("Zoekt", "Needs"),
            help: Text("Kennis en kunde, één per regel.", "Competences, one per line."), group: profile,
            longest: 500),
        Field(
            "interests", \.interests, Text("Belangen", "Interests"), visibility: .participants, group: stakes,
            longest: 500),
        Field(
            "limits", \.limits, Text("Grenzen", "Limits"), visibility: .participants, group: stakes, longest: 500),
        .source(\.source),
    ]
}
