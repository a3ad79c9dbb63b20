import Kernel
import Parties

/// A step towards a goal that is small enough to reach and to celebrate.
package struct Milestone: Record {
    package var id = ID<Milestone>("")
    package var goal = ID<Goal>("")
    package var name = Text()
    package var measure = Text()
    package var due: Day?
    package var reached: Day?
    package var owner: ID<Organisation>?
    package var source = ""

    package init() {}

    package var title: Text { name }

    package static let naming = Naming(
        "milestone", "milestones", Text("Mijlpaal", "Milestone"), Text("Mijlpalen", "Milestones"),
        meaning: Text(
            "Een stap naar een doel, klein genoeg om te halen en te vieren.",
            "A step towards a goal, small enough to reach and to celebrate."))

    package static let owners = ["owner"]

    package static let fields: [Field<Milestone>] = [
        Field("goal", \.goal, Text("Doel", "Goal"), required: true),
        Field("title", \.name, Text("Mijlpaal", "Milestone"), required: true),
        Field(
            "measure", \.measure, Text("Klaar als", "Done when"),
            help: Text("Waaraan u ziet dat de mijlpaal is gehaald.", "By what you see that it is reached."),
            longest: 500),
        Field("due", \.due, Text("Gepland op", "Due")),
        Field("reached", \.reached, Text("Gehaald op", "Reached")),
        Field(
            "owner", \.owner, Text("Trekker", "Owner"),
            help: Text("De organisatie die zorgt dat het gebeurt.", "The organisation that sees to it.")),
        .source(\.source),
    ]
}
