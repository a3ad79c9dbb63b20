import Kernel
import Parties

/// The decision with which a lifecycle ends: go on, restructure, hand over or stop, and the steps that close it properly.
package struct Closure: Record {
    package var id = ID<Closure>("")
    package var lifecycle = ID<Course>("")
    package var choice: Choice?
    package var reason = Text()
    package var decided: Day?
    package var checklist = ""
    package var steps: [Step] = []
    package var source = ""

    package init() {}

    package var title: Text { choice?.label ?? Self.naming.label }
    package func title(with names: Names) -> Text {
        let (choice, name) = (title, names[lifecycle])
        return Text("\(choice.shown(.nl)): \(name.shown(.nl))", "\(choice.shown(.en)): \(name.shown(.en))")
    }

    package enum Choice: String, ChoiceValue {
        case `continue`
        case restructure
        case handOver
        case stop

        package var label: Text {
            switch self {
            case .continue: Text("doorgaan", "continue")
            case .restructure: Text("anders inrichten", "restructure")
            case .handOver: Text("overdragen", "hand over")
            case .stop: Text("stoppen", "stop")
            }
        }
    }

    /// One step of the closing checklist, as far as something was agreed or done about it.
    package struct Step: Part {
        package var step = ""
        package var due: Day?
        package var done: Day?
        package var by: ID<Person>?

        package init() {}

        package static let fields: [Field<Step>] = [
            Field(
                "step", \.step, Text("Stap", "Step"),
                help: Text("Een punt van de lijst.", "An item of the checklist."), required: true),
            Field("due", \.due, Text("Klaar op", "Due on")),
            Field("done", \.done, Text("Gedaan op", "Done on")),
            Field("by", \.by, Text("Door", "By")),
        ]
    }

    package static let naming = Naming(
        "closure", "closures", Text("Afsluiting", "Closure"), Text("Afsluitingen", "Closures"),
        meaning: Text(
            "Het besluit waarmee een levensloop eindigt, met de stappen om netjes af te ronden.",
            "The decision with which a lifecycle ends, with the steps to finish properly."))

    package static let fields: [Field<Closure>] = [
        Field("lifecycle", \.lifecycle, Text("Levensloop", "Lifecycle"), required: true),
        Field("choice", \.choice, Text("Besluit", "Decision"), required: true),
        Field("reason", \.reason, Text("Reden", "Reason"), shape: .text(long: true), required: true),
        Field("decided", \.decided, Text("Besloten op", "Decided on")),
        Field(
            "checklist", \.checklist, Text("Lijst om af te sluiten", "Closing checklist"), shape: .method(.checklist)),
        Field(
            "steps", \.steps, Text("Stappen", "Steps"),
            help: Text("Wat afgesproken of gedaan is.", "What was agreed or done."), visibility: .participants),
        .source(\.source),
    ]
}
