import Kernel

/// How the parties want to work together, or what they hold dear.
package struct Principle: Record {
    package var id = ID<Principle>("")
    package var name = Text()
    package var form = Form.principle
    package var about = Text()
    package var source = ""

    package init() {}

    package var title: Text { name }

    package enum Form: String, ChoiceValue {
        case principle
        case value

        package var label: Text {
            switch self {
            case .principle: Text("uitgangspunt", "principle")
            case .value: Text("waarde", "value")
            }
        }
    }

    package static let naming = Naming(
        "principle", "principles", Text("Uitgangspunt", "Principle"),
        Text("Uitgangspunten en waarden", "Principles and values"),
        meaning: Text(
            "Hoe de partijen met elkaar willen werken, of wat zij belangrijk vinden.",
            "How the parties want to work together, or what they hold dear."))

    package static let fields: [Field<Principle>] = [
        Field("title", \.name, Text("Uitgangspunt of waarde", "Principle or value"), required: true),
        Field("form", \.form, Text("Soort", "Form"), required: true),
        Field("description", \.about, Text("Toelichting", "Description"), shape: .text(long: true)),
        .source(\.source),
    ]
}
