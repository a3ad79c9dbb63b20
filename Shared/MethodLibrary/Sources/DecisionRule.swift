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
}
