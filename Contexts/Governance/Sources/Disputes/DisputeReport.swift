import Ecosystems
import Kernel

/// The periodic report of who takes no side: per quarter how many disputes, concerns and reports of conduct there were and how long they took.
/// Numbers only: nothing of what they are about or whose they are.
package struct DisputeReport: Sendable, Hashable {
    /// What happened with one sort in one quarter.
    package struct Numbers: Sendable, Hashable {
        package var raised = 0
        package var closed = 0
        /// Open on the last day of the quarter, or today in a quarter that is going on.
        package var open = 0
        /// Of those, past the term of their step on that day.
        package var late = 0
        /// Days from raising to closing, of what was closed in the quarter; sorted.
        package var leadTimes: [Int] = []

        package var median: Int? { leadTimes.lowerMedian }
        package var longest: Int? { leadTimes.last }
        package var isEmpty: Bool { raised == 0 && closed == 0 && open == 0 }
    }

    package struct Quarter: Sendable, Hashable {
        package let year: Int
        /// 1 to 4.
        package let number: Int
        package let from: Day
        /// The last day that counts: of the quarter, or today.
        package let until: Day
        package let sorts: [Dispute.Sort: Numbers]

        package subscript(sort: Dispute.Sort) -> Numbers { sorts[sort] ?? Numbers() }
        /// As `2026-Q2`.
        package var name: String { "\(year)-Q\(number)" }
    }

    /// From the earliest to the present one.
    package let quarters: [Quarter]

    /// - Parameter count: how many quarters, the present one included.
    package init(_ state: EcosystemState, on today: Day, quarters count: Int = 8) {
        let disputes = state[Dispute.self].sorted
        let parts = today.parts
        let present = parts.year * 4 + (parts.month - 1) / 3
        quarters = (0..<max(count, 0)).reversed().compactMap { back in
            let place = present - back
            guard let from = Self.start(place), let next = Self.start(place + 1) else { return nil }
            let until = min(next + -1, today)
            let sorts = Dictionary(grouping: disputes, by: \.sort).mapValues { Self.numbers($0, from, until) }
            return Quarter(year: place / 4, number: place % 4 + 1, from: from, until: until, sorts: sorts)
        }
    }

    /// Whether there was anything in all these quarters.
    package var isEmpty: Bool { quarters.allSatisfy { $0.sorts.values.allSatisfy(\.isEmpty) } }

    private static func start(_ place: Int) -> Day? { Day(year: place / 4, month: place % 4 * 3 + 1, day: 1) }

    private static func numbers(_ disputes: [Dispute], _ from: Day, _ until: Day) -> Numbers {
        var numbers = Numbers()
        for dispute in disputes {
            guard let raised = dispute.raised, raised <= until else { continue }
            if raised >= from { numbers.raised += 1 }
            guard let closed = dispute.closed, closed <= until else {
                numbers.open += 1
                if dispute.wasLate(on: until) { numbers.late += 1 }
                continue
            }
            guard closed >= from else { continue }
            numbers.closed += 1
            numbers.leadTimes.append(closed - raised)
        }
        numbers.leadTimes.sort()
        return numbers
    }
}

extension Dispute {
    /// Whether the term of the step on which it stood that day was over.
    fileprivate func wasLate(on day: Day) -> Bool {
        steps.last { $0.from.map { $0 <= day } ?? false }?.due.map { $0 < day } ?? false
    }
}

extension DisputeReport {
    /// A line for each quarter and sort; numbers only, so that a spreadsheet has nothing to calculate by itself.
    package var csv: String {
        let head = "quarter,from,until,sort,raised,closed,open,late,medianLeadTime,longestLeadTime"
        let lines = quarters.flatMap { quarter in
            Dispute.Sort.allCases.map { sort in
                let numbers = quarter[sort]
                let cells =
                    [quarter.name, "\(quarter.from)", "\(quarter.until)", sort.rawValue]
                    + [numbers.raised, numbers.closed, numbers.open, numbers.late].map(String.init)
                    + [numbers.median, numbers.longest].map { $0.map(String.init) ?? "" }
                return cells.joined(separator: ",")
            }
        }
        return ([head] + lines).map { $0 + "\r\n" }.joined()
    }

    /// The same for programs: an object per quarter, sorts by name.
    package var value: Value {
        .list(
            quarters.map { quarter in
                let sorts = Dispute.Sort.allCases.map { ($0.rawValue, quarter[$0].value) }
                return [
                    "quarter": .string(quarter.name), "from": quarter.from.value, "until": quarter.until.value,
                    "sorts": .map(Dictionary(sorts, uniquingKeysWith: { first, _ in first })),
                ]
            })
    }
}

extension DisputeReport.Numbers {
    fileprivate var value: Value {
        var told: [String: Value] = [
            "raised": .whole(raised), "closed": .whole(closed), "open": .whole(open), "late": .whole(late),
        ]
        if let median { told["medianLeadTime"] = .whole(median) }
        if let longest { told["longestLeadTime"] = .whole(longest) }
        return .map(told)
    }
}
