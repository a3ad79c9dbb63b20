import Kernel

/// Whether enough of a body took part to decide.
struct QuorumCount {
    let isReached: Bool
    let numbers: [String: Value]
    let text: Text

    var value: Value {
        var entries = numbers
        entries["reached"] = .flag(isReached)
        return .map(entries)
    }

    /// Nil when the rule asks for no quorum.
    init?(_ count: Count) throws(Refusal) {
        guard let quorum = count.file.rule.quorum else { return nil }
        let there = quorum.countsPresent ? count.votes.isPresent : count.votes.hasVoted
        let (part, whole, denominator) = try Self.shares(quorum, count, there)
        let amount = { (units: Int) in Fraction(units, over: denominator) ?? Fraction(0) }
        let comparison: Int
        let needed: Fraction
        if let fraction = quorum.fraction {
            comparison = fraction.compare(part, of: whole)
            needed = fraction.times(amount(whole)) ?? fraction
        } else {
            needed = Fraction(quorum.number ?? 0)
            comparison = amount(part) < needed ? -1 : amount(part) == needed ? 0 : 1
        }
        isReached = quorum.reached == .atLeast ? comparison >= 0 : comparison > 0
        numbers = [
            "of": .string(quorum.of.rawValue), "part": amount(part).value, "whole": amount(whole).value,
            "needed": needed.value, "atLeast": .flag(quorum.reached == .atLeast),
        ]
        text = Self.words(quorum, amount(part), amount(whole), needed, isReached)
    }

    private static func shares(
        _ quorum: Rule.Quorum, _ count: Count, _ there: [Bool]
    ) throws(Refusal) -> (part: Int, whole: Int, denominator: Int) {
        let body = count.file.body
        let voters = body.voters(in: nil)
        switch quorum.of {
        case .seats: return (voters.count { there[$0] }, voters.count, 1)
        case .weight:
            guard let measure = Measure(count.file, count.votes, byWeight: true) else {
                throw .invalid([.large(at: ["seats"])])
            }
            if quorum.countsPresent {
                return (
                    voters.reduce(0) { $0 + (there[$1] ? measure.seats[$1] : 0) }, measure.total, measure.denominator
                )
            }
            return (measure.votes.reduce(0, +), measure.total, measure.denominator)
        case .groups:
            let groups = body.groups.indices.map { body.voters(in: $0) }.filter { !$0.isEmpty }
            let part = groups.count { group in
                let present = group.count { there[$0] }
                return quorum.within.map { $0.compare(present, of: group.count) >= 0 } ?? (present > 0)
            }
            return (part, groups.count, 1)
        }
    }

    private static func words(
        _ quorum: Rule.Quorum, _ part: Fraction, _ whole: Fraction, _ needed: Fraction, _ isReached: Bool
    ) -> Text {
        let of =
            switch quorum.of {
            case .seats: Text("zetels", "seats")
            case .weight: Text("gewicht", "weight")
            case .groups: Text("groepen", "groups")
            }
        let least = quorum.reached == .atLeast ? Text("minstens", "at least") : Text("meer dan", "more than")
        let share = quorum.fraction.map { fraction in
            fraction == Fraction(1)
                ? Text(" (alle)", " (all)")
                : Text(" (\(fraction) van \(whole.inWords))", " (\(fraction) of \(whole.inWords))")
        }
        let shown = share ?? Text()
        let there = quorum.countsPresent ? Text("aanwezig", "present") : Text("gestemd", "voted")
        let end = isReached ? Text("gehaald", "reached") : Text("niet gehaald", "not reached")
        return Text(
            "Quorum: \(least.nl) \(needed.inWords)\(shown.nl) \(of.nl); \(there.nl) \(part.inWords): \(end.nl).",
            "Quorum: \(least.en) \(needed.inWords)\(shown.en) \(of.en); \(there.en) \(part.inWords): \(end.en).")
    }
}
