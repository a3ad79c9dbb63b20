import Kernel
import Parties

/// Something that could stand in the way, or does so already: with an owner, a measure and a day to look at it again.
package struct Risk: Record {
    package var id = ID<Risk>("")
    package var name = Text()
    package var sort = Sort.risk
    /// What the library calls it, as `checklist/item`; "" for one of our own.
    package var item = ""
    package var about = Text()
    /// From 1 to 5; an obstacle is there already.
    package var likelihood: Int?
    package var impact: Int?
    package var owner: ID<Organisation>?
    package var measure = Text()
    package var review: Day?
    package var closed: Day?
    /// What was learned, after closing.
    package var lesson = Text()
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "risk", "risks", Text("Risico", "Risk"), Text("Risico's en hindernissen", "Risks and obstacles"),
        meaning: Text(
            "Wat in de weg kan staan of al staat, met wie er iets aan doet en wanneer dat opnieuw wordt bekeken.",
            "What may stand in the way or does so already, with who does something about it and when it is looked at again."
        ))

    package static let visibility = Visibility.participants
    package static let owners = ["owner"]

    private static let scale = Text("1 is laag, 5 is hoog.", "1 is low, 5 is high.")

    package static let fields: [Field<Risk>] = [
        Field("name", \.name, Text("Risico of hindernis", "Risk or obstacle"), required: true),
        Field("sort", \.sort, Text("Soort", "Sort"), required: true),
        Field(
            "item", \.item, Text("Uit de bibliotheek", "From the library"),
            help: Text("Een bekende hindernis of manier van mislukken.", "A known obstacle or way to fail.")),
        Field("description", \.about, Text("Toelichting", "Description"), shape: .text(long: true)),
        Field("likelihood", \.likelihood, Text("Kans (1–5)", "Likelihood (1–5)"), help: scale, shape: .whole(1...5)),
        Field("impact", \.impact, Text("Gevolg (1–5)", "Impact (1–5)"), help: scale, shape: .whole(1...5)),
        Field("owner", \.owner, Text("Eigenaar", "Owner")),
        Field("measure", \.measure, Text("Wat we eraan doen", "What we do about it"), shape: .text(long: true)),
        Field("review", \.review, Text("Opnieuw bekijken op", "Look again on")),
        Field("closed", \.closed, Text("Gesloten op", "Closed on")),
        Field("lesson", \.lesson, Text("Wat we leerden", "What we learned"), shape: .text(long: true)),
        .source(\.source),
    ]

    package enum Sort: String, ChoiceValue {
        case risk
        case obstacle

        package var label: Text {
            switch self {
            case .risk: Text("risico", "risk")
            case .obstacle: Text("hindernis", "obstacle")
            }
        }
    }

    /// From 1 to 25: likelihood times impact, where an obstacle is certain; nil while that is not known.
    package var weight: Int? {
        guard let impact, let likelihood = sort == .obstacle ? 5 : likelihood else { return nil }
        return impact * likelihood
    }

    /// A lesson is learned from what is over.
    package func problems() -> [Problem] {
        guard closed == nil, !lesson.isEmpty else { return [] }
        return [
            Problem(
                "risk.lesson", at: ["lesson"],
                Text("Een les komt na het sluiten.", "A lesson comes after closing."),
                mend: Text("Vul in wanneer het gesloten is.", "Fill in when it was closed."))
        ]
    }
}
