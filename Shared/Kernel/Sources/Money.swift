/// An amount in whole cents of one currency (ISO 4217, three capitals).
package struct Money: Hashable, Sendable {
    package var cents: Int
    package var currency: String

    package init(cents: Int, currency: String = "EUR") {
        self.cents = cents
        self.currency = currency
    }

    /// Reads `2500`, `2500.5` or `-12.05`; nil for anything else, or when the amount does not fit.
    package static func cents(_ text: some StringProtocol) -> Int? {
        let negative = text.hasPrefix("-")
        let halves = (negative ? text.dropFirst() : text[...]).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, (1...13).contains(whole.count),
            whole.utf8.allSatisfy({ (48...57).contains($0) }),
            let units = Int(whole)
        else { return nil }
        guard halves.count == 2 else { return (negative ? -1 : 1) * units * 100 }
        let fraction = halves[1]
        guard (1...2).contains(fraction.count), fraction.utf8.allSatisfy({ (48...57).contains($0) }),
            let hundredths = Int(fraction.count == 1 ? "\(fraction)0" : "\(fraction)")
        else { return nil }
        return (negative ? -1 : 1) * (units * 100 + hundredths)
    }

    /// The amount as a plain decimal: `2500` or `2500.50`.
    package var amount: String {
        let (units, hundredths) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = cents < 0 ? "-" : ""
        return hundredths == 0 ? "\(sign)\(units)" : "\(sign)\(units).\(hundredths < 10 ? "0" : "")\(hundredths)"
    }
}
