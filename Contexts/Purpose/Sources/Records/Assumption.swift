import Kernel

/// Something the parties count on without being sure, until it is tested.
package struct Assumption: Record {
    package var id = ID<Assumption>("")
    package var statement = Text()
    package var state = State.untested
    package var evidence = Text()
    package var tested: Day?
    package var goal: ID<Goal>?
    package var source = ""

    package init() {}

    package var title: Text { statement }

    package enum State: String, ChoiceValue {
        case untested
        case confirmed
        case refuted

        package var label: Text {
            switch self {
            case .untested: Text("nog niet getoetst", "untested")
            case .confirmed: Text("klopt", "confirmed")
            case .refuted: Text("klopt niet", "refuted")
            }
        }
    }

    package static let naming = Naming(
        "assumption", "assumptions", Text("Aanname", "Assumption"), Text("Aannames", "Assumptions"),
        meaning: Text(
            "Iets waar de partijen op rekenen zonder het zeker te weten.",
            "Something the parties count on without being sure."))

    package static let fields: [Field<Assumption>] = [
        Field("statement", \.statement, Text("Aanname", "Assumption"), shape: .text(long: true), required: true),
        Field("state", \.state, Text("Stand", "State"), required: true),
        Field(
            "evidence", \.evidence, Text("Bewijs", "Evidence"),
            help: Text("Waaruit blijkt dat het klopt of niet.", "What shows that it is so or not."),
            shape: .text(long: true)),
        Field("tested", \.tested, Text("Getoetst op", "Tested")),
        Field("goal", \.goal, Text("Bij het doel", "About the goal")),
        .source(\.source),
    ]
}
