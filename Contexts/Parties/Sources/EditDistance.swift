/// How many letters two names differ.
enum EditDistance {
    /// Shorter names differ in meaning by one letter.
    static let shortest = 8

    /// One letter apart, or two in a name of at least eleven letters.
    static func isSlip(_ one: [UInt8], _ two: [UInt8]) -> Bool {
        let shorter = min(one.count, two.count)
        guard shorter >= shortest else { return false }
        return isWithin(shorter >= 11 ? 2 : 1, one, two)
    }

    /// Whether letters put in, left out or replaced, at most so many, make one of the other.
    static func isWithin(_ limit: Int, _ one: [UInt8], _ two: [UInt8]) -> Bool {
        guard abs(one.count - two.count) <= limit else { return false }
        var previous = Array(0...two.count)
        var current = previous
        for (row, letter) in one.enumerated() {
            current[0] = row + 1
            var best = current[0]
            for (column, other) in two.enumerated() {
                let replaced = previous[column] + (letter == other ? 0 : 1)
                current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1)
                best = min(best, current[column + 1])
            }
            if best > limit { return false }
            swap(&previous, &current)
        }
        return previous[two.count] <= limit
    }
}
