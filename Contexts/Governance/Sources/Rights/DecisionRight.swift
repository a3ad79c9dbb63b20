import Kernel
import Parties

/// One row of the matrix of decision rights: a subject, and what each body may do about it.
package struct DecisionRight: Record {
    package var id = ID<DecisionRight>("")
    package var subject = Text()
    package var about = Text()
    package var shares: [RightShare] = []
    package var source = ""

    package init() {}

    package var title: Text { subject }

    package static let naming = Naming(
        "decisionRight", "decisionRights", Text("Beslisrecht", "Decision right"),
        Text("Beslisrechten", "Decision rights"),
        meaning: Text(
            "Wie over een onderwerp voorstelt, adviseert, besluit en mag ingrijpen, tot welk bedrag en in welke omstandigheden.",
            "Who proposes, advises, decides and may override on a subject, up to which amount and in which circumstances."
        ))

    package static let fields: [Field<DecisionRight>] = [
        Field(
            "subject", \.subject, Text("Onderwerp", "Subject"),
            help: Text("Bijvoorbeeld: begroting vaststellen.", "For example: adopting the budget."), required: true),
        Field("description", \.about, Text("Toelichting", "Description"), shape: .text(long: true)),
        Field(
            "shares", \.shares, Text("Wie wat mag", "Who may do what"),
            help: Text(
                "Per orgaan. Een orgaan mag meer dan één ding.", "For each body. A body may do more than one thing.")),
        .source(\.source),
    ]
}

/// What one body may do about a subject.
package struct RightShare: Part {
    package var body = ID<Body>("")
    package var right = Right.informed
    /// Nil: in ordinary circumstances and in an emergency.
    package var mode: Mode?
    /// Up to and including this amount; nil: any.
    package var limit: Money?

    package init() {}

    package static let fields: [Field<RightShare>] = [
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field("right", \.right, Text("Recht", "Right"), required: true),
        Field("mode", \.mode, Text("Wanneer", "When")),
        Field("limit", \.limit, Text("Tot en met", "Up to")),
    ]

    /// Whether it counts in some circumstances.
    func holds(in asked: Mode) -> Bool { mode == nil || mode == asked }

    package enum Right: String, ChoiceValue {
        case proposes, advises, decides, informed, overrides, ratifies

        /// The letter in the matrix, in both languages.
        package var letter: Text {
            switch self {
            case .proposes: Text("V", "P")
            case .advises: Text("A", "A")
            case .decides: Text("B", "D")
            case .informed: Text("I", "I")
            case .overrides: Text("G", "O")
            case .ratifies: Text("K", "R")
            }
        }

        package var label: Text {
            switch self {
            case .proposes: Text("stelt voor", "proposes")
            case .advises: Text("adviseert", "advises")
            case .decides: Text("besluit", "decides")
            case .informed: Text("wordt geïnformeerd", "is informed")
            case .overrides: Text("grijpt in met redenen", "overrides with reasons")
            case .ratifies: Text("bekrachtigt achteraf", "ratifies afterwards")
            }
        }
    }

    /// In which circumstances; in an emergency one body may go before the others.
    package enum Mode: String, ChoiceValue {
        case ordinary, emergency

        package var label: Text {
            switch self {
            case .ordinary: Text("gewoon", "ordinary")
            case .emergency: Text("noodgeval", "emergency")
            }
        }
    }
}
