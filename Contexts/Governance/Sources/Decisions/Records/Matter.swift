import Kernel
import Parties

/// A question that a body is asked to decide, with why it is asked.
package struct Matter: Record {
    package var id = ID<Matter>("")
    package var question = Text()
    package var body = ID<Body>("")
    package var why = Text()
    package var raisedBy: ID<Organisation>?
    package var raised: Day?
    /// The decision that this asks leave to reopen.
    package var reopens: ID<Decision>?
    package var withdrawn: Day?
    package var withdrawnWhy = Text()
    package var source = ""

    package init() {}

    package var title: Text { question }

    package static let naming = Naming(
        "matter", "matters", Text("Kwestie", "Matter"), Text("Kwesties", "Matters"),
        meaning: Text(
            "Een vraag die een orgaan moet beantwoorden, met waarom die speelt.",
            "A question that a body is asked to decide, with why it is asked."))

    package static let owners = ["raisedBy"]

    private static let end = Text("Ingetrokken", "Withdrawn")

    package static let fields: [Field<Matter>] = [
        Field("question", \.question, Text("Vraag", "Question"), required: true, longest: 300),
        Field(
            "body", \.body, Text("Orgaan dat besluit", "Body that decides"),
            help: Text("Wie hierover gaat.", "Who it is up to."), required: true),
        Field("why", \.why, Text("Waarom", "Why"), shape: .text(long: true)),
        Field("raisedBy", \.raisedBy, Text("Ingebracht door", "Raised by")),
        Field("raised", \.raised, Text("Ingebracht op", "Raised on")),
        Field(
            "reopens", \.reopens, Text("Vraagt te heropenen", "Asks to reopen"),
            help: Text(
                "Een eerder besluit dat alleen met instemming van het orgaan opnieuw aan de orde komt.",
                "An earlier decision that comes up again only with the leave of the body.")),
        Field("withdrawn", \.withdrawn, Text("Ingetrokken op", "Withdrawn on"), group: end),
        Field(
            "withdrawnWhy", \.withdrawnWhy, Text("Waarom ingetrokken", "Why withdrawn"), shape: .text(long: true),
            group: end),
        .source(\.source),
    ]

    package func problems() -> [Problem] {
        withdrawn != nil && withdrawnWhy.isEmpty ? [.reasonNeeded("withdrawnWhy")] : []
    }
}
