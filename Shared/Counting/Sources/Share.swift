import Kernel

/// A threshold, and what it is a share of.
struct Share {
    let threshold: Fraction
    let reached: Rule.Reached
    let base: Rule.Base

    init(threshold: Fraction, reached: Rule.Reached, base: Rule.Base) {
        (self.threshold, self.reached, self.base) = (threshold, reached, base)
    }

    /// What the method asks, where the file does not say otherwise.
    init(_ rule: Rule) {
        threshold = rule.method == .unanimity ? Fraction(1) : rule.threshold ?? .half
        reached = rule.method == .unanimity ? .atLeast : rule.isReached(threshold)
        base = rule.base ?? (rule.method == .absolute ? .all : .cast)
    }

    /// Nothing at all is never enough.
    func isReached(by part: Int, of whole: Int) -> Bool {
        let comparison = threshold.compare(part, of: whole)
        return part > 0 && (reached == .atLeast ? comparison >= 0 : comparison > 0)
    }

    func needed(of whole: Fraction) -> Fraction { threshold.times(whole) ?? threshold }

    /// `more than 1/2 of 9 (cast), so more than 4 1/2`
    func words(of whole: Fraction) -> Text {
        let number = needed(of: whole).inWords
        let of =
            switch base {
            case .cast: Text("\(whole.inWords) (uitgebracht)", "\(whole.inWords) (cast)")
            case .voted: Text("\(whole.inWords) (gestemd)", "\(whole.inWords) (voted)")
            case .present: Text("\(whole.inWords) (aanwezig)", "\(whole.inWords) (present)")
            case .all: Text("\(whole.inWords) (iedereen)", "\(whole.inWords) (everyone)")
            }
        if threshold == Fraction(1) {
            return Text("alles van \(of.nl), dus \(number)", "all of \(of.en), so \(number)")
        }
        let least = reached == .atLeast ? Text("minstens", "at least") : Text("meer dan", "more than")
        return Text(
            "\(least.nl) \(threshold) van \(of.nl), dus \(least.nl) \(number)",
            "\(least.en) \(threshold) of \(of.en), so \(least.en) \(number)")
    }
}

extension Rule {
    /// What is done with abstentions and blank ballots, for the sentence about the base.
    var neutralWords: Text {
        switch (countsAbstentions, countsBlank) {
        case (false, false):
            Text("Onthoudingen en blanco stemmen tellen niet mee.", "Abstentions and blank ballots are not counted.")
        case (true, false):
            Text("Onthoudingen tellen mee, blanco stemmen niet.", "Abstentions are counted, blank ballots are not.")
        case (false, true):
            Text("Blanco stemmen tellen mee, onthoudingen niet.", "Blank ballots are counted, abstentions are not.")
        case (true, true):
            Text("Onthoudingen en blanco stemmen tellen mee.", "Abstentions and blank ballots are counted.")
        }
    }
}
