import Kernel

/// Ways to hold a session: what a group does together, step by step.
package struct SessionsMethod: MethodBody {
    package var sessions: [SessionFormat] = []

    package init() {}

    package static let fields: [Field<SessionsMethod>] = [
        Field("sessions", \.sessions, Text("Werkvormen", "Session formats"), required: true)
    ]

    package var body: Method.Body { .sessions(self) }
    package func problems() -> [Problem] { [] }

    package struct SessionFormat: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var steps: [Step] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        /// How long it takes in all, in minutes.
        package var minutes: Int { steps.reduce(0) { $0 + ($1.minutes ?? 0) } }

        package static let fields: [Field<SessionFormat>] =
            head("sessions") + [Field("steps", \.steps, Text("Stappen", "Steps"), required: true)] + provenance
    }

    package struct Step: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var way = Way.together
        /// A proposal; whoever leads the session may do otherwise.
        package var minutes: Int?
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Step>] =
            head("steps") + [
                Field("way", \.way, Text("Hoe", "How"), required: true),
                Field("minutes", \.minutes, Text("Minuten", "Minutes"), shape: .whole(1...480)),
            ] + provenance
    }

    package enum Way: String, ChoiceValue {
        case alone
        case reading
        case together

        package var label: Text {
            switch self {
            case .alone: Text("ieder voor zich", "each alone")
            case .reading: Text("elkaars tekst lezen", "reading each other's text")
            case .together: Text("samen", "together")
            }
        }
    }
}
