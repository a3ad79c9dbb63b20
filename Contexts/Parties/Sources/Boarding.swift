import Kernel

/// The welcome or farewell of one organisation, step by step along a checklist of the method library.
package struct Boarding: Record {
    package var id = ID<Boarding>("")
    package var organisation = ID<Organisation>("")
    package var direction = Direction.onboarding
    /// Id of a checklist method.
    package var checklist = ""
    package var host: ID<Organisation>?
    package var started: Day?
    package var finished: Day?
    package var steps: [BoardingStep] = []
    package var source = ""

    package init() {}

    package var title: Text {
        Text("\(direction.label.nl) \(organisation)", "\(direction.label.en) \(organisation)")
    }

    package func title(with names: Names) -> Text {
        let name = names[organisation]
        return direction == .onboarding
            ? Text("Toetreding van \(name.dutch)", "Onboarding of \(name.english)")
            : Text("Uittreding van \(name.dutch)", "Offboarding of \(name.english)")
    }

    package enum Direction: String, ChoiceValue {
        case onboarding
        case offboarding

        package var label: Text {
            switch self {
            case .onboarding: Text("aansluiten", "onboarding")
            case .offboarding: Text("uittreden", "offboarding")
            }
        }
    }

    package static let naming = Naming(
        "boarding", "boardings", Text("Toetreding of uittreding", "Boarding"),
        Text("Toetredingen en uittredingen", "Boardings"),
        meaning: Text(
            "Het verwelkomen of uitzwaaien van een organisatie, stap voor stap met data.",
            "The welcome or farewell of an organisation, step by step with dates."))

    package static let owners = ["organisation", "host"]

    package static let fields: [Field<Boarding>] = [
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("direction", \.direction, Text("Richting", "Direction"), required: true),
        Field("checklist", \.checklist, Text("Stappenlijst", "Checklist"), shape: .method(.checklist), required: true),
        Field(
            "host", \.host, Text("Gastheer", "Host"),
            help: Text("De organisatie die begeleidt.", "The organisation that guides.")),
        Field("started", \.started, Text("Begonnen", "Started"), required: true),
        Field("finished", \.finished, Text("Afgerond", "Finished")),
        Field(
            "steps", \.steps, Text("Stappen", "Steps"),
            help: Text(
                "Alleen stappen die klaar zijn of een eigen datum hebben; de rest volgt uit de stappenlijst.",
                "Only steps that are done or have a date of their own; the rest follows from the checklist."),
            visibility: .participants),
        .source(\.source),
    ]
}

/// What is known of one step of a boarding beyond what its checklist says.
package struct BoardingStep: Part {
    /// Id of an item of the checklist.
    package var step = ""
    /// Nil: so many days after the start as the checklist says.
    package var due: Day?
    package var done: Day?
    package var person: ID<Person>?

    package init() {}

    package static let fields: [Field<BoardingStep>] = [
        Field("step", \.step, Text("Stap", "Step"), required: true),
        Field("due", \.due, Text("Uiterlijk", "Due")),
        Field("done", \.done, Text("Gedaan op", "Done on")),
        Field("by", \.person, Text("Door", "By")),
    ]
}
