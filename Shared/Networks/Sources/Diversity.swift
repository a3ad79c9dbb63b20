/// How mixed a group is by an attribute, such as sector, role or size.
package struct Diversity: Sendable, Equatable {
    /// How often each value occurs, in the order of the bytes of the values; who has no known value is left out.
    package let counts: [Count]
    package let unknown: Int
    /// Shannon's entropy in nats: 0 when all are equal, at most the logarithm of the number of values.
    package let shannon: Double
    /// Shannon's entropy as a share of the most it could be with so many values; nil with fewer than two.
    package let evenness: Double?
    /// Gini and Simpson's chance that two, drawn with putting back, differ: 0 when all are equal.
    package let simpson: Double
    /// As many values, all equally frequent, would be as mixed (1 divided by the chance that two are equal); 0 when no value is known.
    package let effective: Double

    package struct Count: Sendable, Equatable {
        package let value: String
        package let count: Int
    }

    /// `values` holds one for every member, nil where it is not known.
    package init(of values: [String?]) {
        let attribute = Attribute(values)
        var tally = [Int](repeating: 0, count: attribute.values.count)
        for case let number? in attribute.ofEach { tally[number] += 1 }
        counts = zip(attribute.values, tally).map { Count(value: $0, count: $1) }
        let known = tally.reduce(0, +)
        unknown = values.count - known
        var (entropy, equal) = (0.0, 0.0)
        for count in tally {
            let share = Double(count) / Double(known)
            entropy -= share * NaturalLogarithm.of(share)
            equal += share * share
        }
        shannon = max(0, entropy)
        evenness = tally.count > 1 ? entropy / NaturalLogarithm.of(Double(tally.count)) : nil
        simpson = known == 0 ? 0 : 1 - equal
        effective = known == 0 ? 0 : 1 / equal
    }
}
