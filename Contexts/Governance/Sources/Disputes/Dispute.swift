import Kernel
import Parties

/// A dispute, concern or report of conduct: for the parties that it names and who keeps confidences, and for nobody else.
///
/// Comes about by `RaiseDispute` and goes on by commands, so that no party rewrites what another said.
package struct Dispute: Record {
    package var id = ID<Dispute>("")
    package var subject = Text()
    package var sort = Sort.disagreement
    /// Who raised it.
    package var raisedBy = ID<Organisation>("")
    /// Everybody who may see it, the raiser among them.
    package var parties: [ID<Organisation>] = []
    /// What is the matter, in the words of who raised it.
    package var statement = Text()
    /// What parties said of it, in the order in which they said it.
    package var replies: [DisputeReply] = []
    package var raised: Day?
    /// The ladder of the library along which it goes up.
    package var ladder = ""
    /// From the first step up; the last one is where it stands.
    package var steps: [DisputeStep] = []
    /// Who guides it, of those who keep confidences.
    package var handler: ID<Person>?
    package var closed: Day?
    package var outcome: Outcome?
    /// What was agreed or decided.
    package var settlement = Text()
    package var feedback: [DisputeFeedback] = []

    package init() {}

    package var title: Text { subject }

    package static let naming = Naming(
        "dispute", "disputes", Text("Geschil", "Dispute"), Text("Geschillen en zorgen", "Disputes and concerns"),
        meaning: Text(
            "Een geschil, zorg of melding: alleen voor de partijen en wie een onpartijdige rol heeft.",
            "A dispute, concern or report: only for the parties and who has an impartial role."))

    package static let visibility = Visibility.confidential
    package static let owners = ["parties"]
    package static let isProcess = true

    package static let fields: [Field<Dispute>] = [
        Field("subject", \.subject, Text("Onderwerp", "Subject"), required: true),
        Field("sort", \.sort, Text("Soort", "Sort"), required: true),
        Field("raisedBy", \.raisedBy, Text("Ingebracht door", "Raised by"), required: true),
        Field("parties", \.parties, Text("Partijen", "Parties"), required: true),
        Field("statement", \.statement, Text("Wat er speelt", "What is the matter"), shape: .text(long: true)),
        Field("replies", \.replies, Text("Antwoorden", "Answers")),
        Field("raised", \.raised, Text("Ingebracht op", "Raised on"), required: true),
        Field("ladder", \.ladder, Text("Escalatieladder", "Escalation ladder"), required: true),
        Field("steps", \.steps, Text("Treden", "Steps"), required: true),
        Field("handler", \.handler, Text("Begeleid door", "Guided by")),
        Field("closed", \.closed, Text("Gesloten op", "Closed on")),
        Field("outcome", \.outcome, Text("Uitkomst", "Outcome")),
        Field(
            "settlement", \.settlement, Text("Wat is afgesproken of besloten", "What was agreed or decided"),
            shape: .text(long: true)),
        Field("feedback", \.feedback, Text("Terugblik", "Feedback")),
    ]

    package enum Sort: String, ChoiceValue {
        /// A property of this name in a schema must not hold `put`, which rules for APIs take for an operation.
        case disagreement
        case concern
        case conduct

        package var label: Text {
            switch self {
            case .disagreement: Text("geschil", "dispute")
            case .concern: Text("zorg", "concern")
            case .conduct: Text("melding over gedrag", "report of conduct")
            }
        }
    }

    package enum Outcome: String, ChoiceValue {
        case settled
        case mediated
        case decided
        case withdrawn
        case outside

        package var label: Text {
            switch self {
            case .settled: Text("samen opgelost", "settled together")
            case .mediated: Text("opgelost door bemiddeling", "settled by mediation")
            case .decided: Text("besloten door het orgaan", "decided by the body")
            case .withdrawn: Text("ingetrokken", "withdrawn")
            case .outside: Text("buiten het ecosysteem voortgezet", "taken outside the ecosystem")
            }
        }
    }
}

/// A step of the ladder that a dispute came to.
package struct DisputeStep: Part {
    /// The id of the step in its ladder.
    package var step = ""
    package var from: Day?
    /// The last day of its term; nil without a clock.
    package var due: Day?
    package var note = Text()

    package init() {}

    package static let fields: [Field<DisputeStep>] = [
        Field("step", \.step, Text("Trede", "Step"), required: true),
        Field("from", \.from, Text("Vanaf", "From"), required: true),
        Field("due", \.due, Text("Uiterlijk", "Due")),
        Field("note", \.note, Text("Waarom", "Why"), shape: .text(long: true)),
    ]
}

/// How a party looks back on how a dispute was handled.
package struct DisputeFeedback: Part {
    package var organisation = ID<Organisation>("")
    /// From 1, badly, to 5, well.
    package var mark = 3
    package var words = Text()
    package var given: Day?

    package init() {}

    package static let fields: [Field<DisputeFeedback>] = [
        Field("organisation", \.organisation, Text("Partij", "Party"), required: true),
        Field("mark", \.mark, Text("Hoe is het gegaan (1–5)", "How did it go (1–5)"), shape: .whole(1...5)),
        Field("words", \.words, Text("Toelichting", "Words"), shape: .text(long: true)),
        Field("given", \.given, Text("Op", "On")),
    ]
}
