import Counting
import Kernel

extension Quorum {
    /// Whether a part of the whole is at least a fraction; nothing of nothing is not.
    static func reaches(_ part: Int, of whole: Int, _ needed: String) -> Bool {
        guard whole > 0, let share = Fraction(part, over: whole), let fraction = Fraction(needed) else { return false }
        return !(share < fraction)
    }

    /// “Quorum gehaald: 5 van de 9 zetels, nodig is 1/2.”
    package var words: Text {
        let (nl, en) = (
            "\(there) van \(all) \(of.label.dutch), nodig is \(needed)",
            "\(there) of \(all) \(of.label.english), \(needed) is needed"
        )
        return isReached
            ? Text("Quorum gehaald: \(nl).", "Quorum reached: \(en).")
            : Text("Geen quorum: \(nl).", "No quorum: \(en).")
    }
}
