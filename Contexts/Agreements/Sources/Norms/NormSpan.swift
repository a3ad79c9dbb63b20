import Kernel
import MethodLibrary

/// The stretch of time over which a norm counts.
package struct NormSpan: Sendable, Hashable {
    package enum Sort: Sendable, Hashable {
        case cycle(NormRule.Cycle)
        /// Up to and including a day.
        case until
        /// As long as the bearer is bound.
        case always
    }

    package let sort: Sort
    /// For a calendar period its first day.
    package let from: Day
    package let until: Day

    var id: String {
        switch sort {
        case .always: "always"
        default: "\(from)_\(until)"
        }
    }

    /// The calendar period in which a day falls; periods follow the calendar year, weeks begin on Monday.
    package init(_ cycle: NormRule.Cycle, containing day: Day) {
        sort = .cycle(cycle)
        let (year, month, _) = day.parts
        let months: Int
        switch cycle {
        case .week:
            from = day + (1 - day.weekday)
            until = day + (7 - day.weekday)
            return
        case .month: months = 1
        case .quarter: months = 3
        case .halfYear: months = 6
        case .year: months = 12
        }
        let first = (month - 1) / months * months + 1
        let start = Day(year: year, month: first, day: 1) ?? day
        from = start
        until = start.adding(months: months) + -1
    }

    init(_ sort: Sort, from: Day, until: Day) {
        self.sort = sort
        self.from = from
        self.until = until
    }

    /// The calendar period after this one.
    func next(_ cycle: NormRule.Cycle) -> NormSpan { NormSpan(cycle, containing: until + 1) }

    /// In words: `de eerste helft van 2026`, `the first half of 2026`.
    package var words: Text {
        let (year, month, _) = from.parts
        switch sort {
        case .always: return Text("tot nu toe", "so far")
        case .until: return Text("tot en met \(until.written(.nl))", "until \(until.written(.en))")
        case .cycle(.week):
            return Text("de week van \(from.written(.nl))", "the week of \(from.written(.en))")
        case .cycle(.month):
            // The name of a month is what is left of its first day without the number.
            return Text(String(from.written(.nl).dropFirst(2)), String(from.written(.en).dropFirst(2)))
        case .cycle(.quarter):
            let (nl, en) = Self.order[(month - 1) / 3]
            return Text("het \(nl) kwartaal van \(year)", "the \(en) quarter of \(year)")
        case .cycle(.halfYear):
            let (nl, en) = Self.order[(month - 1) / 6]
            return Text("de \(nl) helft van \(year)", "the \(en) half of \(year)")
        case .cycle(.year): return Text(same: String(year))
        }
    }

    private static let order = [
        ("eerste", "first"), ("tweede", "second"), ("derde", "third"), ("vierde", "fourth"),
    ]
}
