/// An exact number: a whole number over a whole number, in lowest terms. Counting never rounds.
package struct Fraction: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Numerator; carries the sign.
    package let top: Int
    /// Denominator, at least 1.
    package let bottom: Int

    package init(_ whole: Int) {
        top = whole
        bottom = 1
    }

    /// Nil when the denominator is 0, or a part is the one number that has no opposite.
    package init?(_ top: Int, over bottom: Int) {
        guard bottom != 0, top != .min, bottom != .min else { return nil }
        let common = Fraction.common(top.magnitude, bottom.magnitude)
        let sign = bottom < 0 ? -1 : 1
        self.top = sign * top / Int(common)
        self.bottom = sign * bottom / Int(common)
    }

    /// Reads `2/3`, `0.55`, `66.7%` and `4`, exactly as written. Nil for anything else, and beyond twelve digits before or
    /// nine after the point.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let top = Fraction.whole(parts[0]), let bottom = Fraction.whole(parts[1]), bottom > 0 else {
                return nil
            }
            self.init(top, over: bottom)
        } else if text.hasSuffix("%") {
            guard let number = Fraction.decimal(text.dropLast()) else { return nil }
            self.init(number.top, over: number.bottom * 100)
        } else {
            guard let number = Fraction.decimal(text[...]) else { return nil }
            self = number
        }
    }

    package var isWhole: Bool { bottom == 1 }

    /// `6`, `2/3`; an improper one as `20/3`.
    package var description: String { isWhole ? String(top) : "\(top)/\(bottom)" }

    /// For reading: `6 2/3` instead of `20/3`.
    package var inWords: String {
        guard !isWhole, top.magnitude > bottom.magnitude else { return description }
        return "\(top / bottom) \(Int(top.magnitude) % bottom)/\(bottom)"
    }

    package static func < (left: Self, right: Self) -> Bool {
        Int128(left.top) * Int128(right.bottom) < Int128(right.top) * Int128(left.bottom)
    }

    /// How a part compares with this fraction of a whole: below it, exactly it, or above. The whole is not negative.
    func compare(_ part: Int, of whole: Int) -> Int {
        let (held, needed) = (Int128(part) * Int128(bottom), Int128(top) * Int128(whole))
        return held < needed ? -1 : held == needed ? 0 : 1
    }

    /// This fraction of a number, exact; nil when that does not fit.
    func times(_ other: Fraction) -> Fraction? {
        let (above, below) = (Int128(top) * Int128(other.top), Int128(bottom) * Int128(other.bottom))
        let common = Int128(Fraction.common(above.magnitude, below.magnitude))
        guard let top = Int(exactly: above / common), let bottom = Int(exactly: below / common) else { return nil }
        return Fraction(top, over: bottom)
    }

    /// The exact sum; nil when that does not fit.
    func plus(_ other: Fraction) -> Fraction? {
        let above = Int128(top) * Int128(other.bottom) + Int128(other.top) * Int128(bottom)
        let below = Int128(bottom) * Int128(other.bottom)
        let common = Int128(Fraction.common(above.magnitude, below.magnitude))
        guard let top = Int(exactly: above / common), let bottom = Int(exactly: below / common) else { return nil }
        return Fraction(top, over: bottom)
    }

    static func common<Number: BinaryInteger>(_ left: Number, _ right: Number) -> Number {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left == 0 ? 1 : left
    }

    /// The smallest number that both divide; nil when it is too large.
    static func multiple(_ left: Int, _ right: Int) -> Int? {
        let product = (left / common(left, right)).multipliedReportingOverflow(by: right)
        return product.overflow ? nil : product.partialValue
    }

    private static func whole(_ text: Substring) -> Int? {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func decimal(_ text: Substring) -> Fraction? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let whole = whole(first) else { return nil }
        let sign = isNegative ? -1 : 1
        guard parts.count == 2 else { return Fraction(sign * whole) }
        guard parts[1].utf8.count <= 6 || parts[1].utf8.count <= 9 && whole < 1_000_000_000,
            let digits = Self.whole(parts[1])
        else { return nil }
        let scale = (0..<parts[1].utf8.count).reduce(1) { power, _ in power * 10 }
        return Fraction(sign * (whole * scale + digits), over: scale)
    }
}
