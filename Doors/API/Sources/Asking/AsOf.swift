import Ecosystems
import Foundation
import Kernel

extension HistoryPoint {
    /// Reads `asOf`: a sequence (`42`), a day (`2026-11-27`: the end of it in the Netherlands) or a moment with its zone (RFC 3339).
    init(asOf text: String) throws(Refusal) {
        if let day = Day(text) {
            self = .day(day)
        } else if let sequence = Int(text), sequence >= 0 {
            self = .event(sequence)
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
}

/// A moment in milliseconds since 1970, as RFC 3339 in UTC.
func stamp(_ moment: Int64) -> Value {
    let date = Date(timeIntervalSince1970: Double(moment) / 1000)
    return .string(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
}
