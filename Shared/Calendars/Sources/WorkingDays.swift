import Kernel

/// Which days count as working days, and counting in them.
package struct WorkingDays: Sendable, Hashable {
    /// Monday to Friday, without the holidays of the law on terms.
    package static let dutch = WorkingDays()

    private let extra: Set<Day>

    /// - Parameter also: further days on which these parties do not work.
    package init(also extra: Set<Day> = []) { self.extra = extra }

    package func contains(_ day: Day) -> Bool {
        day.weekday <= 5 && !Self.isHoliday(day) && (extra.isEmpty || !extra.contains(day))
    }

    /// Terms are counted by the thousands: the holidays of this century are looked up, those of others computed.
    private static func isHoliday(_ day: Day) -> Bool {
        let index = day.number - century.first.number
        return century.holidays.indices.contains(index) ? century.holidays[index] : holiday(on: day) != nil
    }

    private static let century: (first: Day, holidays: [Bool]) = {
        let first = Day(number: 10_957)  // 2000-01-01
        var holidays = [Bool](repeating: false, count: 36_525)
        for (day, _) in (2000..<2100).flatMap(Holiday.all) where holidays.indices.contains(day - first) {
            holidays[day - first] = true
        }
        return (first, holidays)
    }()

    /// The holiday on a day; nil on any other day.
    package static func holiday(on day: Day) -> Holiday? {
        let year = day.parts.year
        return Holiday.allCases.first { $0.day(in: year) == day }
    }

    /// The day on which a term of so many working days ends that begins the day after `day`. Zero: that day itself, or the
    /// first working day after it.
    package func adding(_ count: Int, to day: Day) -> Day {
        var day = day
        var left = count
        while left > 0 {
            day = day + 1
            if contains(day) { left -= 1 }
        }
        while !contains(day) { day = day + 1 }
        return day
    }

    /// The last day on which something can be done that must be done so many working days before `day`.
    package func subtracting(_ count: Int, from day: Day) -> Day {
        var day = day
        var left = count
        while left > 0 {
            day = day + -1
            if contains(day) { left -= 1 }
        }
        while !contains(day) { day = day + -1 }
        return day
    }

    /// How many working days come after `day`, up to and including `end`; 0 when `end` is not later.
    package func count(after day: Day, through end: Day) -> Int {
        guard end > day else { return 0 }
        return ((day.number + 1)...end.number).reduce(0) { $0 + (contains(Day(number: $1)) ? 1 : 0) }
    }
}
