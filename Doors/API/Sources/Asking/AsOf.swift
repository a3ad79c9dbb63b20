import Ecosystems
import Foundation
import Kernel

/// A point in the history of an ecosystem, as a caller writes it.
enum AsOf: Sendable, Hashable {
    case sequence(Int)
    /// Milliseconds since 1970; everything recorded up to and including it.
    case moment(Int64)

    /// Reads a sequence (`42`), a day (`2026-11-27`: the end of it in the Netherlands) or a moment with its zone (RFC 3339).
    init(_ text: String) throws(Refusal) {
        if let day = Day(text) {
            self = .moment(Self.end(of: day))
        } else if let sequence = Int(text), sequence >= 0 {
            self = .sequence(sequence)
        } else if let date = Self.date(text.replacing(" ", with: "+")) {
            self = .moment(Int64((date.timeIntervalSince1970 * 1000).rounded(.down)))
        } else {
            throw .invalid([.badAsOf(text)])
        }
    }

    private static func date(_ text: String) -> Date? {
        let styles = [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)]
        for style in styles { if let date = try? style.parse(text) { return date } }
        return nil
    }

    /// The last millisecond of a day; the clock never changes around midnight here.
    private static func end(of day: Day) -> Int64 {
        let midnight = (day.number + 1) * 86_400
        let date = Date(timeIntervalSince1970: Double(midnight))
        let offset = TimeZone(identifier: "Europe/Amsterdam")?.secondsFromGMT(for: date) ?? 3600
        return Int64(midnight - offset) * 1000 - 1
    }
}

/// A moment in milliseconds since 1970, as RFC 3339 in UTC.
func stamp(_ moment: Int64) -> Value {
    let date = Date(timeIntervalSince1970: Double(moment) / 1000)
    return .string(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
}
