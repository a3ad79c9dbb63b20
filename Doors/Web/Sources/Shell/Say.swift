import Kernel
import Markup

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
        let (first, last) = (from.month(language), "\(until.month(language)) \(end.year)")
        guard begin.year == end.year else { return "\(first) \(begin.year) – \(last)" }
        return begin.month == end.month ? last : "\(first) – \(last)"
    }

    /// `vr 27 nov`, with the year when it is not this year: `vr 27 nov 2024`.
    package func day(_ day: Day, today: Day? = nil) -> String {
        day.shown(language, today: today)
    }

    /// `za 21 nov 2026, 6:38`, in Dutch time.
    package func moment(_ milliseconds: Int64) -> String {
        "\(day(Clock.day(of: milliseconds))), \(clock(milliseconds))"
    }

    /// `6:38`, in Dutch time.
    package func clock(_ milliseconds: Int64) -> String {
        let minutes = Clock.minutes(of: milliseconds)
        return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }

    /// How long from today: `vandaag`, `morgen`, `nog 4 dagen`, `3 dagen te laat`; beyond a month the day itself.
    package func until(_ day: Day, today: Day) -> String {
        switch day - today {
        case 0: return self("vandaag", "today")
        case 1: return self("morgen", "tomorrow")
        case 2...30: return self("nog \(day - today) dagen", "\(day - today) days left")
        case ..<0: return late(day, today: today)
        default: return self.day(day, today: today)
        }
    }

    /// How far past its day something is: `3 dagen te laat`; beyond two months the day itself.
    package func late(_ day: Day, today: Day) -> String {
        switch today - day {
        case 1: self("1 dag te laat", "1 day late")
        case 2...60: self("\(today - day) dagen te laat", "\(today - day) days late")
        default: self("te laat sinds \(self.day(day, today: today))", "late since \(self.day(day, today: today))")
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
    package func money(_ money: Money) -> String { money.shown(language) }

    /// `1 organisatie`, `3 organisaties`.
    package func count(_ number: Int, _ one: Text, _ many: Text) -> String {
        "\(number) " + (number == 1 ? self(one) : self(many)).lowercasedFirst
    }
}

extension String {
    /// With a small first letter, unless it is an abbreviation.
    var lowercasedFirst: String {
        guard let first, !(dropFirst().first?.isUppercase ?? false) else { return self }
        return first.lowercased() + dropFirst()
    }
}
