import Foundation

/// Where the time comes from; fixed in tests.
package struct Clock: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let now: @Sendable () -> Int64

    package init(now: @escaping @Sendable () -> Int64) { self.now = now }

    package static let system = Clock { Int64(Date().timeIntervalSince1970 * 1000) }

    package static func fixed(_ moment: Int64) -> Clock { Clock { moment } }

    /// Today in the Netherlands, where the agreements live.
    package var today: Day { Clock.day(of: now()) }

    /// The Dutch calendar day of a moment in milliseconds.
    package static func day(of moment: Int64) -> Day {
        let seconds = dutchSeconds(moment)
        return Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }

    /// The last moment of a Dutch calendar day, in milliseconds.
    package static func end(of day: Day) -> Int64 {
        let winter = Int64(day.number + 1) * 86_400_000 - 3_600_001
        return Clock.day(of: winter) == day ? winter : winter - 3_600_000
    }

    /// The minutes since midnight in the Netherlands.
    package static func minutes(of moment: Int64) -> Int {
        let seconds = dutchSeconds(moment) % 86_400
        return (seconds >= 0 ? seconds : seconds + 86_400) / 60
    }

    /// Seconds since 1970 on the Dutch clock.
    private static func dutchSeconds(_ moment: Int64) -> Int {
        let date = Date(timeIntervalSince1970: Double(moment) / 1000)
        let offset = amsterdam?.secondsFromGMT(for: date) ?? 3600
        return Int((Double(moment) / 1000).rounded(.down)) + offset
    }

    private static let amsterdam = TimeZone(identifier: "Europe/Amsterdam")
}
