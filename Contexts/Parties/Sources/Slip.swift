/// A long name, ready to be compared with another for a slip of the pen.
struct Slip {
    /// Shorter names differ in meaning by one letter.
    static let shortest = 8

    private let letters: [UInt8]
    /// In order: “Platform 31” is never a slip of the pen for “Platform 32”.
    private let digits: [UInt8]
    /// One bit for each letter that occurs, and another for each that occurs again: far apart means far apart.
    private let occurring: UInt64

    /// `letters` are lower-case ASCII letters and digits.
    init(_ letters: [UInt8]) {
        self.letters = letters
        digits = letters.filter { $0 < 58 }
        occurring = letters.reduce(0) { seen, letter in
            guard letter >= 97 else { return seen }
            let bit = UInt64(1) << UInt64(letter - 97)
            return seen & bit == 0 ? seen | bit : seen | bit << 26
        }
    }

    /// One letter apart, or two in a name of at least eleven letters.
    func isSlip(of other: Slip) -> Bool {
        let shorter = min(letters.count, other.letters.count)
        let limit = shorter >= 11 ? 2 : 1
        guard shorter >= Self.shortest, abs(letters.count - other.letters.count) <= limit,
            (occurring ^ other.occurring).nonzeroBitCount <= 2 * limit, digits == other.digits
        else { return false }
        return Self.isWithin(limit, letters, other.letters)
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
