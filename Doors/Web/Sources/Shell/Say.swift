import Kernel

/// The words of the screens in one language.
package struct Say: Sendable, Hashable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// The Dutch or the English words.
    package func callAsFunction(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

    package func callAsFunction(_ text: Text) -> String { text.shown(language) }

    /// The words of a text, marked with their language when they are only there in the other one.
    package func marked(_ text: Text) -> HTML {
        let isMissing = (language == .nl ? text.nl : text.en).isEmpty
        guard isMissing, !text.isEmpty else { return "\(self(text))" }
        return "<span lang=\"\(language == .nl ? Language.en.rawValue : Language.nl.rawValue)\">\(self(text))</span>"
    }

    /// `jan – dec 2020`, `dec 2020 – jan 2022`: for what is long past.
    package func span(_ from: Day, _ until: Day) -> String {
        let (begin, end) = (from.parts, until.parts)
        let months = (language == .nl ? Self.nl : Self.en).months
        let last = "\(months[end.month - 1]) \(end.year)"
        guard begin.year == end.year else { return "\(months[begin.month - 1]) \(begin.year) – \(last)" }
        return begin.month == end.month ? last : "\(months[begin.month - 1]) – \(last)"
    }

    /// `vr 27 nov`, with the year when it is not this year: `vr 27 nov 2024`.
    package func day(_ day: Day, today: Day? = nil) -> String {
        let (year, month, number) = day.parts
        let names = language == .nl ? Self.nl : Self.en
        let short = "\(names.days[day.weekday - 1]) \(number) \(names.months[month - 1])"
        return today?.parts.year == year ? short : "\(short) \(year)"
    }

    /// How long from today: `vandaag`, `morgen`, `nog 4 dagen`, `3 dagen te laat`; beyond a month the day itself.
    package func until(_ day: Day, today: Day) -> String {
        switch day - today {
        case 0: return self("vandaag", "today")
        case 1: return self("morgen", "tomorrow")
        case -1: return self("1 dag te laat", "1 day late")
        case 2...30: return self("nog \(day - today) dagen", "\(day - today) days left")
        case ..<(-1) where today - day <= 60: return self("\(today - day) dagen te laat", "\(today - day) days late")
        default: return self.day(day, today: today)
        }
    }

    /// How long ago: `vandaag`, `gisteren`, else the day.
    package func since(_ day: Day, today: Day) -> String {
        switch today - day {
        case 0: self("vandaag", "today")
        case 1: self("gisteren", "yesterday")
        default: self.day(day, today: today)
        }
    }

    /// `€ 2.500` in Dutch, `€ 2,500` in English; cents only when there are any.
    package func money(_ money: Money) -> String {
        let (units, cents) = money.cents.magnitude.quotientAndRemainder(dividingBy: 100)
        let (thousands, decimal) = language == .nl ? (".", ",") : (",", ".")
        var digits = String(units)
        var grouped = ""
        while digits.count > 3 {
            grouped = thousands + digits.suffix(3) + grouped
            digits = String(digits.dropLast(3))
        }
        let sign = money.currency == "EUR" ? "€" : money.currency
        let tail = cents == 0 ? "" : decimal + (cents < 10 ? "0" : "") + String(cents)
        return "\(money.cents < 0 ? "−" : "")\(sign) \(digits)\(grouped)\(tail)"
    }

    /// `1 organisatie`, `3 organisaties`.
    package func count(_ number: Int, _ one: Text, _ many: Text) -> String {
        "\(number) " + (number == 1 ? self(one) : self(many)).lowercasedFirst
    }

    private static let nl = (
        days: ["ma", "di", "wo", "do", "vr", "za", "zo"],
        months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    )
    private static let en = (
        days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    )
}

extension String {
    /// With a small first letter, unless it is an abbreviation.
    var lowercasedFirst: String {
        guard let first, !(dropFirst().first?.isUppercase ?? false) else { return self }
        return first.lowercased() + dropFirst()
    }
}
