import Kernel
import Parties

/// What someone answered to a guiding question of a phase.
package struct Answer: Record {
    package var id = ID<Answer>("")
    package var lifecycle = ID<Course>("")
    package var phase = ""
    package var question = ""
    package var answer = Text()
    package var organisation: ID<Organisation>?
    package var person: ID<Person>?
    package var on: Day?
    package var source = ""

    package init() {}

    package var title: Text { answer }

    package static let naming = Naming(
        "answer", "answers", Text("Antwoord", "Answer"), Text("Antwoorden", "Answers"),
        meaning: Text(
            "Een antwoord op een vraag die bij een fase hoort.", "An answer to a question that belongs to a phase."))

    package static let visibility = Visibility.participants
    package static let owners = ["organisation"]

    package static let fields: [Field<Answer>] = [
        Field("lifecycle", \.lifecycle, Text("Levensloop", "Lifecycle"), required: true),
        Field("phase", \.phase, Text("Fase", "Phase"), required: true),
        Field(
            "question", \.question, Text("Vraag", "Question"),
            help: Text("Een vraag van die fase.", "A question of that phase."), required: true),
        Field("answer", \.answer, Text("Antwoord", "Answer"), shape: .text(long: true), required: true),
        Field("organisation", \.organisation, Text("Organisatie", "Organisation")),
        Field("person", \.person, Text("Persoon", "Person")),
        Field("on", \.on, Text("Op", "On")),
        .source(\.source),
    ]
}
