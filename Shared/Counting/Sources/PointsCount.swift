import Kernel

/// Scores or dots: the highest total wins, or the highest mean of those who gave a score.
struct PointsCount {
    private let count: Count
    /// For each option the sum of weight × points, and the weight that gave points.
    private let sums: [Fraction]
    private let givers: [Fraction]

    init(_ count: Count) throws(Refusal) {
        self.count = count
        let box = count.file.box
        var size = 1
        for points in box.points where points.bottom != 1 && size % points.bottom != 0 {
            guard let next = Fraction.multiple(size, points.bottom) else { throw .invalid([.large(at: ["ballots"])]) }
            size = next
        }
        var sums = [Int128](repeating: 0, count: count.file.options.count)
        var givers = [Int](repeating: 0, count: sums.count)
        for (index, ballot) in count.votes.ballots.enumerated() {
            let mark = box.marks[Int(ballot)]
            guard mark == .scores || mark == .dots else { continue }
            let weight = count.measure.votes[index]
            for place in box.range(Int(ballot)) {
                let option = Int(box.content[place])
                let points = box.points[place]
                sums[option] += Int128(weight) * Int128(points.top) * Int128(size / points.bottom)
                givers[option] += weight
            }
        }
        let unit = size.multipliedReportingOverflow(by: count.measure.denominator)
        let fractions = sums.map { sum in
            Int(exactly: sum).flatMap { unit.overflow ? nil : Fraction($0, over: unit.partialValue) }
        }
        let known = fractions.compactMap { $0 }
        guard known.count == sums.count else { throw .invalid([.large(at: ["ballots"])]) }
        self.sums = known
        self.givers = givers.map { count.measure.amount($0) }
    }

    func decide(_ outcome: inout Outcome) throws(Refusal) {
        let isMean = count.file.rule.scoring == .mean && count.file.rule.method == .score
        var results: [Fraction?] = []
        for option in sums.indices {
            guard isMean else {
                results.append(sums[option])
                continue
            }
            let weight = givers[option]
            guard weight.top > 0, let turned = Fraction(weight.bottom, over: weight.top) else {
                results.append(nil)
                continue
            }
            guard let mean = sums[option].times(turned) else { throw .invalid([.large(at: ["ballots"])]) }
            results.append(mean)
        }
        tell(results, isMean, &outcome)
        let isScore = count.file.rule.method == .score
        // Nobody's option fills no place, except where zero is more than somebody's total.
        let isZeroMore = isScore && !isMean && sums.contains { $0 < Fraction(0) }
        let inPlay = sums.indices.filter { option in
            guard results[option] != nil else { return false }
            return isScore ? givers[option].top > 0 || isZeroMore : sums[option].top > 0
        }
        guard !inPlay.isEmpty else {
            return outcome.end(.rejected, Text("Niemand gaf punten.", "Nobody gave points."))
        }
        Filling(count, count.file.rule.places).fill(inPlay, by: { results[$0] ?? Fraction(0) }, &outcome)
    }

    private func tell(_ results: [Fraction?], _ isMean: Bool, _ outcome: inout Outcome) {
        var numbers: [String: Value] = [:]
        var list: [Text] = []
        for (option, result) in results.enumerated() {
            let id = count.file.options[option].id
            numbers[id] = result?.value ?? .null
            let name = count.name(option)
            let shown = result?.inWords ?? "–"
            list.append(Text("\(name.nl) \(shown)", "\(name.en) \(shown)"))
        }
        outcome.counts.merge(numbers) { _, new in new }
        let joined = list.joined()
        outcome.tell(
            "points", numbers,
            isMean
                ? Text(
                    "Gemiddeld, van wie een score gaf: \(joined.nl).", "Mean, of those who gave a score: \(joined.en).")
                : Text("Punten maal gewicht: \(joined.nl).", "Points times weight: \(joined.en)."))
    }
}
