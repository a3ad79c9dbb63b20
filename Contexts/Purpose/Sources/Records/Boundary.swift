import Kernel

/// Where the shared goal begins and ends: what belongs to it and what does not.
package struct Boundary: Record {
    package var id = ID<Boundary>("")
    package var statement = Text()
    package var side = Side.within
    package var examples: [Text] = []
    package var source = ""

    package init() {}

    package var title: Text { statement }

    package enum Side: String, ChoiceValue {
        case within = "in"
        case outside = "out"

        package var label: Text {
            switch self {
            case .within: Text("hoort erbij", "in scope")
            case .outside: Text("hoort er niet bij", "out of scope")
            }
        }
    }

    package static let naming = Naming(
        "boundary", "boundaries", Text("Afbakening", "Boundary"), Text("Afbakening", "Boundaries"),
        meaning: Text(
            "Wat bij het gezamenlijke doel hoort en wat niet, met voorbeelden.",
            "What belongs to the shared goal and what does not, with examples."))

    package static let fields: [Field<Boundary>] = [
        Field("statement", \.statement, Text("Afbakening", "Boundary"), shape: .text(long: true), required: true),
        Field("side", \.side, Text("Erbij of niet", "In or out"), required: true),
        Field("examples", \.examples, Text("Voorbeelden", "Examples"), longest: 500),
        .source(\.source),
    ]
}
