import Kernel

/// A day on which the Netherlands does not work, as the law on terms lists them.
package enum Holiday: String, CaseIterable, Sendable {
    case newYear
    case goodFriday
    case easterMonday
    case kingsDay
    case liberationDay
    case ascension
    case whitMonday
    case christmas
    case secondChristmasDay

    package var name: Text {
        switch self {
        case .newYear: Text("Nieuwjaarsdag", "New Year's Day")
        case .goodFriday: Text("Goede Vrijdag", "Good Friday")
        case .easterMonday: Text("Tweede paasdag", "Easter Monday")
        case .kingsDay: Text("Koningsdag", "King's Day")
        case .liberationDay: Text("Bevrijdingsdag", "Liberation Day")
        case .ascension: Text("Hemelvaartsdag", "Ascension Day")
        case .whitMonday: Text("Tweede pinksterdag", "Whit Monday")
        case .christmas: Text("Eerste kerstdag", "Christmas Day")
        case .secondChristmasDay: Text("Tweede kerstdag", "Boxing Day")
        }
    }

    /// The day on which it falls in a year; nil for a year outside 1…9999.
    package func day(in year: Int) -> Day? {
        switch self {
        case .newYear: Day(year: year, month: 1, day: 1)
        case .goodFriday: Self.easter(in: year).map { $0 + -2 }
        case .easterMonday: Self.easter(in: year).map { $0 + 1 }
        case .kingsDay: Self.kingsDay(in: year)
        case .liberationDay: Day(year: year, month: 5, day: 5)
        case .ascension: Self.easter(in: year).map { $0 + 39 }
        case .whitMonday: Self.easter(in: year).map { $0 + 50 }
        case .christmas: Day(year: year, month: 12, day: 25)
        case .secondChristmasDay: Day(year: year, month: 12, day: 26)
        }
    }

    /// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
    package static func easter(in year: Int) -> Day? {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let march = epact + weekday - 7 * shift + 114
        return Day(year: year, month: march / 31, day: march % 31 + 1)
    }

    /// The king's birthday is kept the day before when it falls on a Sunday.
    private static func kingsDay(in year: Int) -> Day? {
        guard let birthday = Day(year: year, month: 4, day: 27) else { return nil }
        return birthday.weekday == 7 ? birthday + -1 : birthday
    }

    /// The holidays of a year, the first first.
    package static func all(in year: Int) -> [(day: Day, holiday: Holiday)] {
        allCases.compactMap { holiday in holiday.day(in: year).map { ($0, holiday) } }.sorted { $0.day < $1.day }
    }
}
