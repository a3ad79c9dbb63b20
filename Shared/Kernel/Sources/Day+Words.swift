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

    /// `1 maart 2026` or `1 March 2026`, as documents write it.
    package func written(_ language: Language) -> String {
        let (year, month, number) = parts
        return "\(number) \((language == .nl ? Self.nl : Self.en).full[month - 1]) \(year)"
    }

    private static let nl = (
        days: ["ma", "di", "wo", "do", "vr", "za", "zo"],
        months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        full: [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december",
        ]
    )
    private static let en = (
        days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        full: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
    )
}
