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
        let date = Date(timeIntervalSince1970: Double(moment) / 1000)
        let offset = amsterdam?.secondsFromGMT(for: date) ?? 3600
        let seconds = Int((Double(moment) / 1000).rounded(.down)) + offset
        return Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }

    private static let amsterdam = TimeZone(identifier: "Europe/Amsterdam")
}
