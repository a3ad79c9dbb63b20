import Kernel

extension Day {
    /// The same day so many months later; the last day of the month when that month is shorter.
    func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + (month - 1) + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        for last in stride(from: day, through: 1, by: -1) {
            if let found = Day(year: newYear, month: newMonth, day: last) { return found }
        }
        return self
    }

    /// Which one of its weekday it is in the month, from 1; “the second Tuesday” is 2.
    var place: Int { (parts.day - 1) / 7 + 1 }

    /// The weekday of this day, as the so-manieth of the month so many months later; the last one when there are fewer.
    func sameWeekday(afterMonths months: Int) -> Day {
        let (year, month, _) = parts
        let count = year * 12 + (month - 1) + months
        guard let first = Day(year: count / 12, month: count % 12 + 1, day: 1) else { return self }
        let start = first + ((weekday - first.weekday + 7) % 7)
        let wished = start + 7 * (place - 1)
        return wished.parts.month == start.parts.month ? wished : wished + -7
    }
}
