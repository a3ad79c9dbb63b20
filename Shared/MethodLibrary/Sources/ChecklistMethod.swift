import Kernel

/// A list to assess an ecosystem by, or steps to work through.
package struct ChecklistMethod: MethodBody {
    package var use = Use.diagnosis
    package var items: [Item] = []

    package init() {}

    package static let fields: [Field<ChecklistMethod>] = [
        Field("use", \.use, Text("Gebruik", "Use"), required: true),
        Field("items", \.items, Text("Punten", "Items"), required: true),
    ]

    package var body: Method.Body { .checklist(self) }

    package func problems() -> [Problem] {
        items.enumerated().compactMap { index, item in
            let path = ["items", String(index)]
            switch (use, item.wanted) {
            case (.diagnosis, nil):
                return Problem(
                    "checklist.wanted", at: path,
                    Text(
                        "Dit punt zegt niet welk antwoord gezond is.", "This item does not say which answer is healthy."
                    ),
                    mend: Text("Schrijf wanted: \"yes\" of \"no\".", "Write wanted: \"yes\" or \"no\"."))
            case (.diagnosis, _) where item.days != nil || item.host != nil:
                return Self.misplaced(item.days != nil ? "days" : "host", at: path)
            case (.onboarding, .some), (.offboarding, .some), (.closing, .some):
                return Self.misplaced("wanted", at: path)
            default: return nil
            }
        }
    }

    private static func misplaced(_ field: String, at path: [String]) -> Problem {
        Problem(
            "checklist.use", at: path + [field],
            Text("“\(field)” past niet bij dit gebruik.", "“\(field)” does not fit this use."),
            mend: Text("Laat het weg of wijzig use.", "Leave it out or change use."))
    }
}

extension ChecklistMethod {
    package enum Use: String, ChoiceValue {
        case diagnosis
        case onboarding
        case offboarding
        case closing

        package var label: Text {
            switch self {
            case .diagnosis: Text("beoordelen", "diagnosis")
            case .onboarding: Text("aansluiten", "onboarding")
            case .offboarding: Text("uittreden", "offboarding")
            case .closing: Text("afsluiten", "closing")
            }
        }
    }

    package enum Answer: String, ChoiceValue {
        case yes
        case no

        package var label: Text { self == .yes ? Text("ja", "yes") : Text("nee", "no") }
    }

    package struct Item: SourcedPart {
        package var id = ""
        package var text = Text()
        /// Why it matters; may be empty.
        package var why = Text()
        /// The healthy answer; only in a diagnosis.
        package var wanted: Answer?
        /// Due so many days after the start; not in a diagnosis.
        package var days: Int?
        /// Done by the host (true) or by the other party (false); not in a diagnosis.
        package var host: Bool?
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Item>] =
            [
                id("items"),
                Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
                Field("why", \.why, Text("Waarom", "Why"), shape: .text(long: true)),
                Field(
                    "wanted", \.wanted, Text("Gewenst antwoord", "Wanted answer"),
                    help: Text("Welk antwoord gezond is.", "Which answer is healthy.")),
                Field(
                    "days", \.days, Text("Dagen", "Days"),
                    help: Text("Klaar zoveel dagen na het begin.", "Due so many days after the start."),
                    shape: .whole(0...3650)),
                Field(
                    "host", \.host, Text("Door de gastheer", "By the host"),
                    help: Text(
                        "Ja: de gastheer doet dit; nee: de andere partij.",
                        "Yes: the host does this; no: the other party.")),
            ] + provenance
    }
}
