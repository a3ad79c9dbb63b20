import Counting
import Kernel

/// By which rule a body usually decides; the words are those of docs/ballots.
package struct DecisionRule: Part {
    package var method = Method.majority
    /// A fraction, such as `2/3`; empty for what the method says.
    package var threshold = ""
    package var abstentions: Abstentions?
    package var quorumOf: QuorumOf?
    /// A fraction of the seats, weight or groups; empty when there is no quorum.
    package var quorum = ""
    package var tie: Tie?

    package init() {}

    package static let fields: [Field<DecisionRule>] = [
        Field("method", \.method, Text("Besluitregel", "Decision rule")),
        Field(
            "threshold", \.threshold, Text("Drempel", "Threshold"),
            help: Text("Een breuk, bijvoorbeeld 2/3.", "A fraction, for example 2/3."), longest: 20),
        Field("abstentions", \.abstentions, Text("Onthoudingen", "Abstentions")),
        Field("quorumOf", \.quorumOf, Text("Quorum van", "Quorum of")),
        Field(
            "quorum", \.quorum, Text("Quorum", "Quorum"),
            help: Text("Een breuk, bijvoorbeeld 1/2. Leeg: geen.", "A fraction, for example 1/2. Empty: none."),
            longest: 20),
        Field("tie", \.tie, Text("Bij gelijke stemmen", "When votes are equal")),
    ]

    /// The same as the `rule` of a ballot file.
    package var ballotRule: [String: Value] {
        var rule: [String: Value] = ["method": method.value]
        if !threshold.isEmpty { rule["threshold"] = .string(threshold) }
        if let abstentions { rule["abstentions"] = abstentions.value }
        if let tie { rule["tie"] = tie.value }
        if !quorum.isEmpty { rule["quorum"] = .map(["of": (quorumOf ?? .seats).value, "fraction": .string(quorum)]) }
        return rule
    }

    /// Fractions that are none, or that nobody can reach.
    package var problems: [Problem] {
        [("threshold", threshold), ("quorum", quorum)].compactMap { name, text in
            guard !text.isEmpty else { return nil }
            guard let fraction = Fraction(text), Fraction(0) < fraction, !(Fraction(1) < fraction) else {
                return .noShare(name, text)
            }
            return nil
        }
    }
}

extension Problem {
    fileprivate static func noShare(_ field: String, _ text: String) -> Problem {
        Problem(
            "rule.share", at: [field],
            Text("“\(text.inShort)” is geen deel van het geheel.", "“\(text.inShort)” is no share of the whole."),
            mend: Text(
                "Schrijf een breuk boven 0 en tot en met 1, zoals 2/3.",
                "Write a fraction above 0 and up to 1, such as 2/3."))
    }
}
