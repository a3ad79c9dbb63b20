import Kernel

/// A moment with its offset from UTC, as RFC 3339 writes it: `2026-03-01T12:00:00+01:00`.
package struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Seconds since 1970 in UTC, and nanoseconds after that.
    let seconds: Int
    let nanoseconds: Int
    package let description: String

    /// Nil for anything that is not a whole moment: a day alone, or a time without offset.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let day = Day(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Moment.pair(bytes, 11, below: 24), let minute = Moment.pair(bytes, 14, below: 60),
            let second = Moment.pair(bytes, 17, below: 60)
        else { return nil }
        var at = 19
        var fraction = 0
        if bytes[at] == UInt8(ascii: ".") {
            let digits = bytes[(at + 1)...].prefix { (48...57).contains($0) }
            guard (1...9).contains(digits.count) else { return nil }
            fraction = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
            for _ in digits.count..<9 { fraction *= 10 }
            at += 1 + digits.count
        }
        guard let offset = Moment.offset(bytes[at...]) else { return nil }
        seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second - offset
        nanoseconds = fraction
        description = text
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(nanoseconds)
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = pair(bytes, 1, below: 24),
            let minutes = pair(bytes, 4, below: 60)
        else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
        default: return nil
        }
    }

    private static func pair(_ bytes: [UInt8], _ at: Int, below limit: Int) -> Int? {
        guard at + 1 < bytes.count, (48...57).contains(bytes[at]), (48...57).contains(bytes[at + 1]) else { return nil }
        let number = Int(bytes[at] - 48) * 10 + Int(bytes[at + 1] - 48)
        return number < limit ? number : nil
    }
}
