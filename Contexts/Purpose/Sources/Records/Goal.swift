import Ecosystems
import Kernel
import Parties

/// What the parties want to reach together, or what one of them wants to reach by it.
package struct Goal: Record {
    package var id = ID<Goal>("")
    package var name = Text()
    package var about = Text()
    package var level = Level.shared
    package var organisation: ID<Organisation>?
    package var parent: ID<Goal>?
    package var measure = Text()
    package var baseline = ""
    package var target = ""
    package var due: Day?
    package var helix: [Helix] = []
    package var source = ""

    package init() {}

    package var title: Text { name }

    package enum Level: String, ChoiceValue {
        case shared
        case organisation

        package var label: Text {
            switch self {
            case .shared: Text("gezamenlijk", "shared")
            case .organisation: Text("van één organisatie", "of one organisation")
            }
        }
    }

    package static let naming = Naming(
        "goal", "goals", Text("Doel", "Goal"), Text("Doelen", "Goals"),
        meaning: Text(
            "Wat de partijen samen willen bereiken, of wat één van hen er zelf mee wil bereiken.",
            "What the parties want to reach together, or what one of them wants to reach by it."))

    package static let owners = ["organisation"]

    private static let measuring = Text("Meten en plannen", "Measuring and planning")
    private static let carriers = Text("Wie het doel nodig heeft", "Whom the goal needs")

    package static let fields: [Field<Goal>] = [
        Field("title", \.name, Text("Doel", "Goal"), required: true),
        Field("description", \.about, Text("Toelichting", "Description"), shape: .text(long: true)),
        Field(
            "level", \.level, Text("Van wie", "Whose"),
            help: Text(
                "Een gezamenlijk doel, of een doel van één organisatie.", "A shared goal, or one of an organisation."),
            required: true),
        Field(
            "organisation", \.organisation, Text("Organisatie", "Organisation"),
            help: Text("Alleen bij een doel van één organisatie.", "Only for a goal of one organisation.")),
        Field("parent", \.parent, Text("Draagt bij aan", "Contributes to")),
        Field(
            "measure", \.measure, Text("Maat", "Measure"),
            help: Text("Waaraan u ziet dat het dichterbij komt.", "By what you see that it comes closer."),
            group: measuring, longest: 500),
        Field(
            "baseline", \.baseline, Text("Beginwaarde", "Baseline"),
            help: Text("De stand bij het begin.", "How it stood at the start."), group: measuring),
        Field(
            "target", \.target, Text("Streefwaarde", "Target"),
            help: Text("De stand waarbij het doel is gehaald.", "How it stands when the goal is reached."),
            group: measuring),
        Field("due", \.due, Text("Te halen op", "Due"), group: measuring),
        Field(
            "helix", \.helix, Text("Nodige sectoren", "Sectors needed"),
            help: Text(
                "Uit welke hoeken van de samenleving dit doel dragers nodig heeft.",
                "Which parts of society this goal needs carriers from."), group: carriers),
        .source(\.source),
    ]
}
