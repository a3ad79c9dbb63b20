/// A number as people write it, `€ 2.500,50` in Dutch and `2,500.50` in English, read as a plain decimal: `2500.50`.
/// A mark that may stand for thousands as well as for decimals is not guessed at.
package enum WrittenNumber {
    /// Refuses (`number.ambiguous`, `number.unreadable`) with what was typed and how to write it.
    /// - Parameter decimals: how many digits may follow the decimal mark, as with money; nil for any number.
    package static func plain(_ typed: String, in language: Language, decimals: Int? = nil) throws(Problem) -> String {
        let bare = stripped(typed)
        let isNegative = bare.hasPrefix("-")
        let digits = isNegative ? bare.dropFirst() : bare[...]
        guard let marks = Marks(digits) else { throw unreadable(typed, language) }
        guard let decimal = try decimalMark(marks, typed, language, decimals) else {
            guard let whole = ungrouped(digits) else { throw unreadable(typed, language) }
            return (isNegative ? "-" : "") + whole
        }
        guard let place = digits.lastIndex(of: decimal) else { throw unreadable(typed, language) }
        let fraction = digits[digits.index(after: place)...]
        guard let whole = ungrouped(digits[..<place]), !fraction.isEmpty, fraction.allSatisfy(isDigit),
            decimals.map({ fraction.count <= $0 }) ?? true
        else { throw unreadable(typed, language) }
        return (isNegative ? "-" : "") + whole + "." + fraction
    }

    /// A plain decimal in the marks of a language, for an input: `2500,50` in Dutch.
    package static func shown(_ plain: String, in language: Language) -> String {
        language == .nl ? String(plain.map { $0 == "." ? "," : $0 }) : plain
    }

    /// The marks between the digits; nil when there is anything but digits and marks.
    private struct Marks {
        let dots: Int
        let commas: Int
        let last: Character?
        /// How many digits stand before the first mark and after the last.
        let before: Int
        let after: Int
        let startsWithZero: Bool

        init?(_ text: Substring) {
            guard let first = text.first, isDigit(first), let end = text.last, isDigit(end),
                text.allSatisfy({ isDigit($0) || ".,' ".contains($0) })
            else { return nil }
            dots = text.filter { $0 == "." }.count
            commas = text.filter { $0 == "," }.count
            last = text.last { $0 == "." || $0 == "," }
            before = text.prefix { $0 != "." && $0 != "," }.count
            after = text.reversed().prefix { $0 != "." && $0 != "," }.count
            startsWithZero = first == "0"
        }
    }

    /// Which mark stands before the decimals; nil for none.
    private static func decimalMark(
        _ marks: Marks, _ typed: String, _ language: Language, _ decimals: Int?
    ) throws(Problem) -> Character? {
        guard let last = marks.last, marks.dots + marks.commas > 0 else { return nil }
        if marks.dots > 0, marks.commas > 0 { return last }
        if marks.dots + marks.commas > 1 { return nil }
        guard marks.after == 3, marks.before <= 3, !marks.startsWithZero else { return last }
        if last == (language == .nl ? "." : ",") { return nil }
        guard decimals == nil else { throw ambiguous(typed, last) }
        return last
    }

    /// The digits without marks between thousands; nil when the marks do not stand at thousands or differ.
    private static func ungrouped(_ text: Substring) -> String? {
        guard let mark = text.first(where: { !isDigit($0) }) else { return text.isEmpty ? nil : String(text) }
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.allSatisfy({ $0.allSatisfy(isDigit) }),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }

    /// Without currency and the dash that stands for no cents; a minus sign as a hyphen.
    private static func stripped(_ typed: String) -> String {
        var text = String(typed.map { $0 == "−" ? "-" : $0.isWhitespace ? " " : $0 })
        for mark in ["€", "EUR", "eur"] { text = without(mark, text) }
        for tail in [",-", ",–", ",—", ".-", ".–", ",=", ".="] where text.hasSuffix(tail) {
            text = String(text.dropLast(tail.count))
        }
        if text.hasPrefix("- ") { text = "-" + text.dropFirst(2) }
        return trimmed(text)
    }

    /// Without a mark at the start, after a minus sign, or at the end.
    private static func without(_ mark: String, _ text: String) -> String {
        let text = trimmed(text)
        if text.hasPrefix(mark) { return trimmed(String(text.dropFirst(mark.count))) }
        if text.hasPrefix("-" + mark) { return "-" + trimmed(String(text.dropFirst(mark.count + 1))) }
        return text.hasSuffix(mark) ? trimmed(String(text.dropLast(mark.count))) : text
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension WrittenNumber {
    private static func unreadable(_ typed: String, _ language: Language) -> Problem {
        Problem(
            "number.unreadable", Text("“\(typed)” is geen getal.", "“\(typed)” is not a number."),
            mend: Text("Schrijf bijvoorbeeld 2500 of 2.500,50.", "Write for example 2500 or 2,500.50."))
    }

    private static func ambiguous(_ typed: String, _ mark: Character) -> Problem {
        let digits = typed.filter { isDigit($0) }
        return Problem(
            "number.ambiguous",
            Text(
                "“\(typed)” kan twee dingen betekenen: \(digits), of een bedrag met drie cijfers achter de komma.",
                "“\(typed)” may mean two things: \(digits), or an amount with three decimals."),
            mend: Text("Schrijf \(digits) of \(digits),00.", "Write \(digits) or \(digits).00."))
    }
}
