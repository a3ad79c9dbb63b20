/// Something about the ecosystem that deserves attention: what, why, how bad, and where to mend it.
package struct Finding: Sendable, Hashable {
    package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        case error
        case warning
        case notice

        private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// The rule, such as `mandate.ending`; stable.
    package let rule: String
    package let severity: Severity
    /// What is the matter, in one sentence.
    package let message: Text
    /// Why the rule exists and what helps.
    package let explanation: Text
    /// The record to open: kind (plural) and id.
    package let kind: String
    package let record: String
    /// Ids of other records of that kind that it is about as much.
    package let others: [String]
    /// The field to look at; "" for the whole record.
    package let field: String
    /// The day by which it matters, if there is one.
    package let due: Day?

    package init(
        _ rule: String, _ severity: Severity, _ message: Text, why explanation: Text, kind: String = "",
        record: String = "", others: [String] = [], field: String = "", due: Day? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = Text(nl: Self.ended(message.nl), en: Self.ended(message.en))
        self.explanation = explanation
        self.kind = kind
        self.record = record
        self.others = others
        self.field = field
        self.due = due
    }

    /// A sentence that ends in an abbreviation, such as B.V., has one full stop.
    private static func ended(_ sentence: String) -> String {
        sentence.hasSuffix("..") && !sentence.hasSuffix("...") ? String(sentence.dropLast()) : sentence
    }
}
