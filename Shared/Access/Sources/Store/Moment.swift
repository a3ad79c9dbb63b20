import Foundation

/// Moments are stored as whole milliseconds since 1970, days as whole days since 1970 (UTC).
extension Date {
    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// Clamped to what a calendar can hold, so that an absurd date is never a crash.
    var milliseconds: Int64 {
        let value = (timeIntervalSince1970 * 1000).rounded()
        return value.isFinite ? Int64(min(max(value, -9e15), 9e15)) : 0
    }
}

extension Duration {
    /// Whole milliseconds, clamped like `Date.milliseconds`.
    var milliseconds: Int64 {
        let seconds = min(max(components.seconds, -9_000_000_000_000), 9_000_000_000_000)
        return seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

let millisecondsPerDay: Int64 = 86_400_000
