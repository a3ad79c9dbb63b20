import Kernel

/// A word of the shared dictionary: what it means, to whom, and what it is not (city-book-2 M23).
package struct Term: Record {
    package var id = ID<Term>("")
    package var term = Text()
    package var definition = Text()
    package var meanings: [Meaning] = []
    package var counterExamples: [CounterExample] = []
    package var source = ""

    package init() {}

    package var title: Text { term }

    package static let naming = Naming(
        "term", "terms", Text("Begrip", "Term"), Text("Begrippen", "Terms"),
        meaning: Text(
            "Een woord dat de partijen delen: wat het betekent, voor wie, en wat het niet is.",
            "A word that the parties share: what it means, to whom, and what it is not."))

    package static let fields: [Field<Term>] = [
        Field("term", \.term, Text("Begrip", "Term"), required: true),
        Field(
            "definition", \.definition, Text("Omschrijving", "Definition"), shape: .text(long: true), required: true),
        Field(
            "meanings", \.meanings, Text("Betekenis per rol", "Meaning per role"),
            help: Text("Wat mensen in een rol erbij denken.", "What people in a role think of.")),
        Field(
            "counterExamples", \.counterExamples, Text("Wat het niet is", "What it is not"),
            help: Text("Een tegenvoorbeeld, per fase.", "A counter-example, per phase.")),
        .source(\.source),
    ]
}

extension Term {
    /// What the word means to who holds a role.
    package struct Meaning: Part {
        package var role = ""
        package var meaning = Text()

        package init() {}

        package static let fields: [Field<Meaning>] = [
            Field("role", \.role, Text("Rol", "Role"), shape: .method(.role), required: true),
            Field("meaning", \.meaning, Text("Betekenis", "Meaning"), required: true, longest: 1_000),
        ]
    }

    /// What the word does not mean, as it came up in a phase.
    package struct CounterExample: Part {
        package var phase = ""
        package var example = Text()

        package init() {}

        package static let fields: [Field<CounterExample>] = [
            Field("phase", \.phase, Text("Fase", "Phase"), shape: .method(.phase), required: true),
            Field("example", \.example, Text("Tegenvoorbeeld", "Counter-example"), required: true, longest: 1_000),
        ]
    }
}
