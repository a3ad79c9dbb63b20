import Ecosystems
import Kernel
import Networks
import Parties

/// How a network grew: the same numbers for one day after another.
package struct NetworkTimeline: Sendable {
    /// At the end of each year or quarter, and the last day that was asked for.
    package let days: [Day]
    /// One for each day.
    package let analyses: [NetworkAnalysis]

    /// How far apart the days are.
    package enum Step: String, Sendable, CaseIterable {
        case year, quarter

        fileprivate var months: Int { self == .year ? 12 : 3 }
    }

    /// More days than this would make a page too heavy; a longer past begins later.
    package static let mostDays = 40

    /// Refuses what the scope refuses.
    package init(
        _ reader: Reader, _ scope: NetworkScope, from: Day, until: Day, _ step: Step, _ inquiry: NetworkInquiry
    ) throws(Refusal) {
        days = Self.days(from, until, step)
        var analyses: [NetworkAnalysis] = []
        for day in days {
            var scope = scope
            scope.day = day
            let graph = try scope.graph(reader)
            analyses.append(NetworkAnalysis(of: graph, try inquiry.question(for: graph)))
        }
        self.analyses = analyses
    }

    /// The ends of years or quarters from the first that is not before `from`, and `until`; the last `mostDays` of them.
    package static func days(_ from: Day, _ until: Day, _ step: Step) -> [Day] {
        guard from <= until else { return [until] }
        var days: [Day] = []
        var (year, month) = (from.parts.year, (from.parts.month - 1) / step.months * step.months + 1)
        while let next = Day(
            year: month + step.months > 12 ? year + 1 : year, month: (month + step.months - 1) % 12 + 1, day: 1)
        {
            let end = next + -1
            guard end < until else { break }
            days.append(end)
            (year, month) = (next.parts.year, next.parts.month)
        }
        return Array((days + [until]).suffix(mostDays))
    }

    /// From the first day on which something began or ended until today. Nil when nothing that has been has a day: no participation says since
    /// when, and no tie has a period.
    package static func span(_ reader: Reader, _ network: EcosystemNetwork) -> (first: Day, last: Day)? {
        var days = network.ties.flatMap { [$0.period.from, $0.period.until].compactMap { $0 } }
        reader.scan(Participation.self) { if let since = $0.since { days.append(since) } }
        guard let first = days.min(), first <= reader.today else { return nil }
        return (first, reader.today)
    }

    /// The step that fits: quarters while there are no more than four years, else years.
    package static func step(from: Day, until: Day) -> Step { until - from <= 4 * 366 ? .quarter : .year }
}
