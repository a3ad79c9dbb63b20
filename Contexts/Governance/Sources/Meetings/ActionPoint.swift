import Ecosystems
import Kernel
import Parties

/// Something that somebody promised to do in a meeting, by a day.
package struct ActionPoint: Record {
    package var id = ID<ActionPoint>("")
    package var what = Text()
    package var body: ID<Body>?
    package var meeting: ID<Meeting>?
    package var organisation = ID<Organisation>("")
    package var person: ID<Person>?
    package var due: Day?
    package var done: Day?
    package var dropped = Text()
    package var source = ""

    package init() {}

    package var title: Text { what }
    /// Neither done nor dropped.
    package var isOpen: Bool { done == nil && dropped.isEmpty }

    package static let naming = Naming(
        "actionPoint", "actionPoints", Text("Actiepunt", "Action point"), Text("Actiepunten", "Action points"),
        meaning: Text(
            "Wat iemand in een vergadering toezegde te doen, en wanneer.",
            "What somebody promised in a meeting to do, and by when."))

    package static let visibility = Visibility.participants
    package static let owners = ["organisation"]

    package static let fields: [Field<ActionPoint>] = [
        Field("what", \.what, Text("Wat", "What"), required: true, longest: 500),
        Field("body", \.body, Text("Orgaan", "Body")),
        Field("meeting", \.meeting, Text("Uit de vergadering", "From the meeting")),
        Field("organisation", \.organisation, Text("Door", "By"), required: true),
        Field("person", \.person, Text("Persoon", "Person")),
        Field("due", \.due, Text("Klaar op", "Due on")),
        Field("done", \.done, Text("Gedaan op", "Done on")),
        Field(
            "dropped", \.dropped, Text("Vervallen, want", "Dropped, because"),
            help: Text("Waarom het niet meer hoeft.", "Why it is no longer needed.")),
        .source(\.source),
    ]

    package func problems() -> [Problem] {
        guard done != nil, !dropped.isEmpty else { return [] }
        return [
            Problem(
                "action.done-and-dropped", at: ["dropped"],
                Text(
                    "Een actiepunt is gedaan of vervallen, niet allebei.",
                    "An action point is done or dropped, not both."),
                mend: Text("Laat één van beide leeg.", "Leave one of them empty."))
        ]
    }
}

/// What was said in a closed meeting, for the organisations that were in it and for nobody else.
package struct ClosedMinutes: Record {
    package var id = ID<ClosedMinutes>("")
    package var meeting = ID<Meeting>("")
    package var organisations: [ID<Organisation>] = []
    package var notes = Text()
    package var source = ""

    package init() {}

    package var title: Text { Text(same: "\(meeting)") }
    package func title(with names: Names) -> Text { names[meeting] }

    package static let naming = Naming(
        "closedMinutes", "closedMinutes", Text("Besloten verslag", "Closed minutes"),
        Text("Besloten verslagen", "Closed minutes"),
        meaning: Text(
            "Wat in een besloten vergadering is gezegd, alleen voor de organisaties die erbij horen.",
            "What was said in a closed meeting, only for the organisations that belong to it."))

    package static let visibility = Visibility.ownOrganisation
    package static let owners = ["organisations"]

    package static let fields: [Field<ClosedMinutes>] = [
        Field("meeting", \.meeting, Text("Vergadering", "Meeting"), required: true),
        Field("organisations", \.organisations, Text("Voor", "For"), required: true),
        Field("notes", \.notes, Text("Verslag", "Minutes"), shape: .text(long: true), required: true),
        .source(\.source),
    ]
}
