import Kernel

/// Types that characterise an ecosystem; with questions and rules that lead to one, or without.
package struct TypologyMethod: MethodBody {
    /// Whether an ecosystem carries at most one of these types.
    package var exclusive = false
    /// Rows of the comparison table.
    package var characteristics: [Characteristic] = []
    package var types: [EcosystemType] = []
    package var questions: [Question] = []
    package var rules: [Rule] = []

    package init() {}

    package static let fields: [Field<TypologyMethod>] = [
        Field(
            "exclusive", \.exclusive, Text("Eén tegelijk", "One at a time"),
            help: Text(
                "Een ecosysteem draagt hooguit één van deze typen.", "An ecosystem has one of these types at most.")),
        Field("characteristics", \.characteristics, Text("Kenmerken", "Characteristics")),
        Field("types", \.types, Text("Typen", "Types"), required: true),
        Field("questions", \.questions, Text("Vragen", "Questions")),
        Field(
            "rules", \.rules, Text("Regels", "Rules"),
            help: Text("Welke antwoorden welk type geven.", "Which answers give which type.")),
    ]

    package var body: Method.Body { .typology(self) }

    /// The ids of the types of which a rule holds, in the order of `types`; `answers` maps question to option.
    package func types(for answers: [String: String]) -> [String] {
        let given = rules.filter { rule in rule.answers.allSatisfy { answers[$0.question] == $0.option } }
        return types.map(\.id).filter { id in given.contains { $0.type == id } }
    }

    package func problems() -> [Problem] {
        let rows = Set(characteristics.map(\.id))
        let values = types.enumerated().flatMap { index, type in
            type.characteristics.enumerated().compactMap { row, value in
                rows.contains(value.id)
                    ? nil
                    : Problem.dangling(
                        value.id, at: ["types", String(index), "characteristics", String(row), "id"],
                        Text("kenmerk", "characteristic"), known: rows)
            }
        }
        return values + rules.enumerated().flatMap { index, rule in problems(of: rule, at: ["rules", String(index)]) }
    }

    private func problems(of rule: Rule, at path: [String]) -> [Problem] {
        let known = types.map(\.id)
        var problems: [Problem] = []
        if !known.contains(rule.type) {
            problems.append(.dangling(rule.type, at: path + ["type"], Text("type", "type"), known: known))
        }
        for (index, answer) in rule.answers.enumerated() {
            let place = path + ["answers", String(index)]
            guard let question = questions.first(where: { $0.id == answer.question }) else {
                problems.append(
                    .dangling(
                        answer.question, at: place + ["question"], Text("vraag", "question"),
                        known: questions.map(\.id)))
                continue
            }
            let options = question.options.map(\.id)
            guard !options.contains(answer.option) else { continue }
            problems.append(
                .dangling(answer.option, at: place + ["option"], Text("antwoord", "option"), known: options))
        }
        return problems
    }
}
