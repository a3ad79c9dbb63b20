extension Money {
    /// `€ 2.500` in Dutch, `€ 2,500` in English.
    package func shown(_ language: Language) -> String {
        let (units, cents) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        let (thousands, decimal) = language == .nl ? (".", ",") : (",", ".")
        var digits = String(units)
        var grouped = ""
        while digits.count > 3 {
            grouped = thousands + digits.suffix(3) + grouped
            digits = String(digits.dropLast(3))
        }
        let sign = currency == "EUR" ? "€" : currency
        let tail = cents == 0 ? "" : decimal + (cents < 10 ? "0" : "") + String(cents)
        return "\(self.cents < 0 ? "−" : "")\(sign) \(digits)\(grouped)\(tail)"
    }
}
