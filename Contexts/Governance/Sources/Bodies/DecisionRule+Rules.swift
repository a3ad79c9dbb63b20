import Counting
import Kernel
import MethodLibrary

package typealias DecisionRule = MethodLibrary.DecisionRule

extension DecisionRule {
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
