import Kernel

extension TypologyMethod {
    /// One row of the comparison table.
    package struct Characteristic: SourcedPart {
        package var id = ""
        package var name = Text()
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Characteristic>] =
            [id("characteristics"), Field("name", \.name, Text("Naam", "Name"), required: true)] + provenance
    }

    package struct EcosystemType: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        /// Values for rows of the table; each id is that of a characteristic.
        package var characteristics: [MethodItem] = []
        package var examples: [MethodItem] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<EcosystemType>] =
            head("types") + [
                Field("characteristics", \.characteristics, Text("Kenmerken", "Characteristics")),
                Field("examples", \.examples, Text("Voorbeelden", "Examples")),
            ] + provenance
    }

    package struct Question: SourcedPart {
        package var id = ""
        package var text = Text()
        package var options: [MethodItem] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Question>] =
            [
                id("questions"),
                Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
                Field("options", \.options, Text("Antwoorden", "Options"), required: true),
            ] + provenance
    }

    /// All answers must hold for the type to be given.
    package struct Rule: Part {
        package var type = ""
        package var answers: [Answer] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Rule>] = [
            Field("type", \.type, Text("Type", "Type"), shape: .reference("types"), required: true),
            Field("answers", \.answers, Text("Antwoorden", "Answers"), required: true),
            Field("source", \.source, Text("Bron", "Source")),
            Field("origin", \.origin, Text("Herkomst", "Origin")),
        ]
    }

    package struct Answer: Part {
        package var question = ""
        package var option = ""

        package init() {}

        package static let fields: [Field<Answer>] = [
            Field("question", \.question, Text("Vraag", "Question"), shape: .reference("questions"), required: true),
            Field("option", \.option, Text("Antwoord", "Option"), shape: .reference("options"), required: true),
        ]
    }
}
