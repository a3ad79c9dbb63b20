import Kernel

/// Ranked ballots as they are counted round by round: each vote goes to the highest option that is still in.
struct Rankings {
    private let content: [UInt16]
    private let starts: [Int]
    private let ends: [Int]
    /// In parts of a unit, so that a vote for several equals divides whole.
    private let weights: [Int]
    /// How many parts a unit has.
    let parts: Int
    let options: Int

    var ballots: Int { starts.count }

    /// Nil when the numbers are too large.
    init?(_ count: Count) {
        let box = count.file.box
        options = count.file.options.count
        var (starts, ends, weights) = ([Int](), [Int](), [Int]())
        starts.reserveCapacity(count.votes.count)
        ends.reserveCapacity(count.votes.count)
        weights.reserveCapacity(count.votes.count)
        var widest = 1
        for (index, ballot) in count.votes.ballots.enumerated() {
            let mark = box.marks[Int(ballot)]
            let range = box.range(Int(ballot))
            guard mark == .ranking || mark == .choices, !range.isEmpty else { continue }
            starts.append(range.lowerBound)
            ends.append(range.upperBound)
            weights.append(count.measure.votes[index])
            if mark == .ranking { widest = max(widest, Self.widest(box.content, range)) }
        }
        guard let parts = Self.parts(widest),
            count.measure.total.multipliedReportingOverflow(by: parts).overflow == false
        else { return nil }
        if parts > 1 { weights = weights.map { $0 * parts } }
        (content, self.starts, self.ends, self.weights, self.parts) = (box.content, starts, ends, weights, parts)
    }

    /// How many options share the fullest rank.
    private static func widest(_ content: [UInt16], _ range: Range<Int>) -> Int {
        var (widest, wide) = (0, 0)
        for place in range {
            wide = content[place] & BallotBox.newRank != 0 ? 1 : wide + 1
            widest = max(widest, wide)
        }
        return widest
    }

    /// What all numbers up to this one divide.
    private static func parts(_ widest: Int) -> Int? {
        var parts = 1
        for size in 2..<(max(widest, 1) + 1) where size <= widest {
            guard let next = Fraction.multiple(parts, size), next < 1 << 40 else { return nil }
            parts = next
        }
        return parts
    }

    /// How much each option has when only these are in, and how much no longer counts.
    func count(among isIn: [Bool]) -> (votes: [Int], exhausted: Int) {
        var totals = [Int](repeating: 0, count: options)
        var exhausted = 0
        content.withUnsafeBufferPointer { content in
            isIn.withUnsafeBufferPointer { isIn in
                for ballot in starts.indices {
                    let weight = weights[ballot]
                    if !Self.give(weight, content, starts[ballot], ends[ballot], isIn, &totals) { exhausted += weight }
                }
            }
        }
        return (totals, exhausted)
    }

    /// Gives a vote to the highest that is in, in equal parts when several are; false when none is.
    @inline(__always)
    private static func give(
        _ weight: Int, _ content: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int,
        _ isIn: UnsafeBufferPointer<Bool>,
        _ totals: inout [Int]
    ) -> Bool {
        var place = start
        while place < end {
            let option = Int(content[place] & ~BallotBox.newRank)
            place += 1
            guard isIn[option] else { continue }
            var equals = 1
            var next = place
            while next < end, content[next] & BallotBox.newRank == 0 {
                if isIn[Int(content[next])] { equals += 1 }
                next += 1
            }
            if equals == 1 {
                totals[option] += weight
                return true
            }
            let part = weight / equals
            totals[option] += part
            while place < next {
                let other = Int(content[place])
                if isIn[other] { totals[other] += part }
                place += 1
            }
            return true
        }
        return false
    }
}
