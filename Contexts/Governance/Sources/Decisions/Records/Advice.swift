import Kernel
import Parties

/// What a body or organisation advises about a proposal before it is voted on, with reasons.
package struct Advice: Record {
    package var id = ID<Advice>("")
    package var proposal = ID<Proposal>("")
    /// Which text of the proposal it is about; nil for the text of that day.
    package var number: Int?
    package var body: ID<Body>?
    package var organisation: ID<Organisation>?
    package var stance = Stance.positive
    package var reasons = Text()
    package var on: Day?
    package var source = ""

    package init() {}

    package var title: Text { stance.label }
    package func title(with names: Names) -> Text {
        let who = body.map { names[$0] } ?? organisation.map { names[$0] } ?? Text()
        return Text("\(who.dutch): \(stance.label.nl)", "\(who.english): \(stance.label.en)")
    }

    package static let naming = Naming(
        "advice", "advices", Text("Advies", "Advice"), Text("Adviezen", "Advices"),
        meaning: Text(
            "Wat een orgaan of organisatie over een voorstel adviseert, met redenen.",
            "What a body or organisation advises about a proposal, with reasons."))

    package static let visibility = Visibility.participants
    package static let owners = ["organisation"]

    package static let fields: [Field<Advice>] = [
        Field("proposal", \.proposal, Text("Voorstel", "Proposal"), required: true),
        Field("number", \.number, Text("Tekst nummer", "Text number"), shape: .whole(1...10_000)),
        Field("body", \.body, Text("Namens het orgaan", "For the body")),
        Field("organisation", \.organisation, Text("Namens de organisatie", "For the organisation")),
        Field("stance", \.stance, Text("Advies", "Advice"), required: true),
        Field("reasons", \.reasons, Text("Redenen", "Reasons"), shape: .text(long: true), required: true),
        Field("on", \.on, Text("Op", "On"), required: true),
        .source(\.source),
    ]

    package enum Stance: String, ChoiceValue {
        case positive
        case conditional
        case negative
        case none

        package var label: Text {
            switch self {
            case .positive: Text("doen", "do it")
            case .conditional: Text("doen onder voorwaarden", "do it on conditions")
            case .negative: Text("niet doen", "do not do it")
            case .none: Text("geen oordeel", "no view")
            }
        }
    }

    package func problems() -> [Problem] { body == nil && organisation == nil ? [.whoAdvises] : [] }
}

/// How an organisation feels about a proposal before anything is decided: a sense check that binds nobody.
package struct Sounding: Record {
    package var id = ID<Sounding>("")
    package var proposal = ID<Proposal>("")
    package var number: Int?
    package var organisation = ID<Organisation>("")
    package var warmth = Warmth.support
    package var remark = Text()
    package var on: Day?

    package init() {}

    package var title: Text { warmth.label }
    package func title(with names: Names) -> Text {
        let who = names[organisation]
        return Text("\(who.dutch): \(warmth.label.nl)", "\(who.english): \(warmth.label.en)")
    }

    package static let naming = Naming(
        "sounding", "soundings", Text("Peiling", "Sense check"), Text("Peilingen", "Sense checks"),
        meaning: Text(
            "Hoe een organisatie tegenover een voorstel staat, zonder dat er iets wordt besloten.",
            "How an organisation feels about a proposal, without anything being decided."))

    package static let visibility = Visibility.participants
    package static let owners = ["organisation"]

    package static let fields: [Field<Sounding>] = [
        Field("proposal", \.proposal, Text("Voorstel", "Proposal"), required: true),
        Field("number", \.number, Text("Tekst nummer", "Text number"), shape: .whole(1...10_000)),
        Field("organisation", \.organisation, Text("Organisatie", "Organisation"), required: true),
        Field("warmth", \.warmth, Text("Hoe staat u ertegenover", "How you feel about it"), required: true),
        Field("remark", \.remark, Text("Toelichting", "Remark"), shape: .text(long: true)),
        Field("on", \.on, Text("Op", "On"), required: true),
    ]

    /// Gradients of agreement, from warm to cold; five of them, which is ours.
    package enum Warmth: String, ChoiceValue {
        case wholehearted
        case support
        case doubt
        case reserve
        case oppose

        package var label: Text {
            switch self {
            case .wholehearted: Text("van harte", "wholeheartedly")
            case .support: Text("ik steun het", "I support it")
            case .doubt: Text("ik twijfel", "I am in doubt")
            case .reserve: Text("ik heb bedenkingen", "I have reservations")
            case .oppose: Text("ik ben tegen", "I am against it")
            }
        }
    }
}

extension Problem {
    fileprivate static let whoAdvises = Problem(
        "advice.whose", at: ["organisation"],
        Text("Er staat niet wie dit adviseert.", "It does not say who advises this."),
        mend: Text("Kies een orgaan of een organisatie.", "Choose a body or an organisation."))
}
