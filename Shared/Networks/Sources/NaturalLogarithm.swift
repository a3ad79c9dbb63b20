/// The natural logarithm from additions, multiplications and divisions only. Those are exact to the last bit by the standard, while the
/// logarithm of a system's library is not: this gives the same bits everywhere, and is right to about 16 digits.
enum NaturalLogarithm {
    /// Of a number above 0 that is no infinity; of anything else, not a number.
    static func of(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return .nan }
        var (significand, exponent) = (value.significand, Double(value.exponent))
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        // ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1), which is at most 0.172: 11 terms reach the last bit.
        let s = (significand - 1) / (significand + 1)
        let square = s * s
        var sum = 0.0
        var term = 23.0
        while term >= 1 {
            sum = sum * square + 1 / term
            term -= 2
        }
        // ln 2 in two parts: the first has zeros at its end, so that its product with an exponent is exact.
        return exponent * 0x1.62e42fee00000p-1 + (exponent * 0x1.a39ef35793c76p-33 + 2 * s * sum)
    }
}
