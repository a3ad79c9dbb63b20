extension Day {
    /// `vr 27 nov` or `Fri 27 Nov`, with the year when it is not this year: `vr 27 nov 2024`.
    package func shown(_ language: Language, today: Day? = nil) -> String {
        let (year, month, number) = parts
        let names = language == .nl ? Self.nl : Self.en
        let short = "\(names.days[weekday - 1]) \(number) \(names.months[month - 1])"
        return today?.parts.year == year ? short : "\(short) \(year)"
    }

    /// `nov` or `Nov`.
    package func month(_ language: Language) -> String {
        (language == .nl ? Self.nl : Self.en).months[parts.month - 1]
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
