/// One thing that is wrong with what was asked: where, which rule, what, and how to mend it.
package struct Problem: Sendable, Hashable, Error {
    /// The rule that was broken, such as `field.required`; stable, for machines and the reference pages.
    package var rule: String
    /// Where in the input: field names and list positions, such as `["steps", "2", "due"]`.
    package var path: [String]
    package var message: Text
    package var mend: Text

    package init(_ rule: String, at path: [String] = [], _ message: Text, mend: Text = Text()) {
        self.rule = rule
        self.path = path
        self.message = message
        self.mend = mend
    }

    /// The same problem seen from one level higher.
    package func under(_ step: String) -> Problem {
        var problem = self
        problem.path.insert(step, at: 0)
        return problem
    }
}

/// An expected no. Every door translates it once; nothing has been changed when it is thrown.
package enum Refusal: Error, Sendable, Hashable {
    case notFound(Problem)
    case invalid([Problem])
    case conflict(Problem)
    case forbidden(Problem)
    /// Not now, whoever asks: the house itself cannot.
    case unavailable(Problem)

    package var problems: [Problem] {
        switch self {
        case .notFound(let problem), .conflict(let problem), .forbidden(let problem), .unavailable(let problem):
            [problem]
        case .invalid(let problems): problems
        }
    }
}
