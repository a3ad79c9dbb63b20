import Kernel
import MethodLibrary

/// One provision of an agreement, as it is being written.
package struct Clause: Record {
    package var id = ID<Clause>("")
    package var agreement = ID<Agreement>("")
    /// Where it stands; clauses are numbered in this order.
    package var position = 0
    /// The building block it came from, as `method/block`.
    package var block = ""
    package var heading = Text()
    /// With places to fill in: `{contribution}`.
    package var text = Text()
    package var variables: [ClauseVariable] = []
    /// May be left out by a party that accepts the rest.
    package var optional = false
    /// Still holds for a party after it left.
    package var survives = false
    /// The language whose text was not changed when the other one was, and that nobody looked at since.
    package var behind: AgreementLanguage?
    package var source = ""

    package init() {}

    package var title: Text { heading }

    package static let naming = Naming(
        "clause", "clauses", Text("Bepaling", "Clause"), Text("Bepalingen", "Clauses"),
        meaning: Text("Eén onderdeel van een afspraak, met een tekst.", "One part of an agreement, with a text."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Clause>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("position", \.position, Text("Plaats", "Position"), shape: .whole(0...100_000), required: true),
        Field("block", \.block, Text("Bouwsteen", "Building block"), shape: .method(.block)),
        Field("heading", \.heading, Text("Kop", "Heading"), required: true),
        Field(
            "text", \.text, Text("Tekst", "Text"),
            help: Text("Schrijf {naam} waar iets wordt ingevuld.", "Write {name} where something is filled in."),
            shape: .text(long: true), required: true),
        Field("variables", \.variables, Text("In te vullen", "To fill in")),
        Field("optional", \.optional, Text("Mag worden weggelaten", "May be left out")),
        Field("survives", \.survives, Text("Blijft gelden na uittreden", "Goes on after leaving")),
        Field(
            "behind", \.behind, Text("Deze taal loopt achter", "This language lags behind"),
            help: Text(
                "De tekst in de andere taal is later gewijzigd. Leeg: beide kloppen.",
                "The text in the other language was changed later. Empty: both are right.")),
        .source(\.source),
    ]

    package func problems() -> [Problem] {
        variables.enumerated().flatMap { index, variable in
            var problems = variable.problems()
            if variables[..<index].contains(where: { $0.name == variable.name }) {
                problems.append(.twice(variable.name))
            }
            return problems.map { $0.under(String(index)).under("variables") }
        }
    }
}

/// What is filled in at `{name}`.
package struct ClauseVariable: Part {
    package var name = ""
    package var type = BlocksMethod.VariableType.text
    /// For all but words the same in both languages: `2500`, `2026-03-01`, or the id of what is meant.
    package var value = Text()

    package init() {}

    package static let fields: [Field<ClauseVariable>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("type", \.type, Text("Soort", "Type"), required: true),
        Field("value", \.value, Text("Waarde", "Value"), shape: .text(long: true)),
    ]

    /// The plain value of all types but words.
    package var plain: String { value.nl.isEmpty ? value.en : value.nl }

    func problems() -> [Problem] {
        guard Identifier.isValid(name) else { return [.unnamed(name)] }
        guard !value.isEmpty else { return [] }
        let fits =
            switch type {
            case .text: true
            case .number: Int(plain) != nil
            case .amount: Money.cents(plain) != nil
            case .day: Day(plain) != nil
            case .organisation, .body: Identifier.isValid(plain)
            case .role: plain.split(separator: "/").count == 2
            }
        return fits ? [] : [.unfit(self)]
    }
}

extension Problem {
    fileprivate static func unnamed(_ name: String) -> Problem {
        Problem(
            "variable.name", at: ["name"],
            Text("“\(name)” kan geen invulplaats zijn.", "“\(name)” cannot be a place to fill in."),
            mend: Text("Gebruik kleine letters, cijfers en streepjes.", "Use lower-case letters, digits and hyphens."))
    }

    fileprivate static func twice(_ name: String) -> Problem {
        Problem(
            "variable.twice", at: ["name"], Text("“\(name)” staat er al.", "“\(name)” is there already."),
            mend: Text("Noem elke invulplaats één keer.", "Name each place once."))
    }

    fileprivate static func unfit(_ variable: ClauseVariable) -> Problem {
        Problem(
            "variable.type", at: ["value"],
            Text(
                "“\(variable.plain)” past niet bij \(variable.type.label.nl).",
                "“\(variable.plain)” does not fit \(variable.type.label.en)."),
            mend: Text(
                "Schrijf een getal, een bedrag als 2500.50, een dag als 2026-03-01, of een id.",
                "Write a number, an amount such as 2500.50, a day such as 2026-03-01, or an id."))
    }
}
