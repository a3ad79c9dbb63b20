import Kernel

/// What came out, with every number on the way and the sentence that explains it.
package struct Outcome: Sendable {
    package var result = Result.rejected
    /// Ids of the options that won; of a proposal that was adopted its one option, when it has one.
    package var winners: [String] = []
    /// What was cast for what, in weight: a whole number, or an exact fraction as a text.
    package var counts: [String: Value] = [:]
    package var steps: [Step] = []
    /// Further numbers of the method: rounds, pairs, majorities, the lot.
    package var details: [String: Value] = [:]

    package enum Result: String, Sendable, CaseIterable { case adopted, rejected, noQuorum, tie, elected }

    /// One thing that was established.
    package struct Step: Sendable {
        /// What kind of step, such as `quorum`; stable.
        package let what: String
        package let numbers: [String: Value]
        package let text: Text
    }

    /// All sentences, in the order of the count.
    package var explanation: Text {
        Text(nl: steps.map(\.text.nl).joined(separator: " "), en: steps.map(\.text.en).joined(separator: " "))
    }

    /// The object that docs/ballots/outcome.schema.json describes.
    package func value(in language: Language) -> Value {
        var entries = details
        entries["result"] = .string(result.rawValue)
        entries["winners"] = .list(winners.map(Value.string))
        entries["counts"] = .map(counts)
        entries["explanation"] = .string(explanation.shown(language))
        entries["steps"] = .list(
            steps.map { step in
                [
                    "what": .string(step.what), "numbers": .map(step.numbers),
                    "text": ["nl": .string(step.text.nl), "en": .string(step.text.en)],
                ]
            })
        return .map(entries)
    }

    mutating func tell(_ what: String, _ numbers: [String: Value] = [:], _ text: Text) {
        steps.append(Step(what: what, numbers: numbers, text: text))
    }

    mutating func end(_ result: Result, _ text: Text) {
        self.result = result
        tell("result", ["result": .string(result.rawValue)], text)
    }
}

extension Text {
    static func + (left: Text, right: Text) -> Text { Text(left.nl + right.nl, left.en + right.en) }
}

extension [Text] {
    /// `a, b and c`
    func joined() -> Text {
        guard count > 1, let last else { return first ?? Text() }
        let rest = dropLast()
        return Text(
            rest.map(\.dutch).joined(separator: ", ") + " en " + last.dutch,
            rest.map(\.english).joined(separator: ", ") + " and " + last.english)
    }
}
