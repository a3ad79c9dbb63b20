import Kernel

/// Schulze: who beats each other option along the strongest path of pairwise wins.
struct Schulze {
    private let count: Count
    private let size: Int
    /// In row i, column j: how much prefers option i to option j.
    private let preferred: [Int]

    init(_ count: Count) {
        self.count = count
        size = count.file.options.count
        preferred = Self.pairs(count, size)
    }

    /// Options that a ballot does not name are below those it names, and equal among each other.
    private static func pairs(_ count: Count, _ size: Int) -> [Int] {
        var pairs = [Int](repeating: 0, count: size * size)
        var ranks = [Int32](repeating: 0, count: size)
        let box = count.file.box
        for (index, ballot) in count.votes.ballots.enumerated() {
            let mark = box.marks[Int(ballot)]
            guard mark == .ranking || mark == .choices else { continue }
            let range = box.range(Int(ballot))
            for option in 0..<size { ranks[option] = .max }
            var rank: Int32 = 0
            for place in range {
                if box.content[place] & BallotBox.newRank != 0 { rank += 1 }
                ranks[Int(box.content[place] & ~BallotBox.newRank)] = rank
            }
            let weight = count.measure.votes[index]
            for place in range {
                let option = Int(box.content[place] & ~BallotBox.newRank)
                let mine = ranks[option]
                let row = option * size
                for other in 0..<size where mine < ranks[other] { pairs[row + other] += weight }
            }
        }
        return pairs
    }

    func decide(_ outcome: inout Outcome) {
        let strengths = strengths()
        let beats = { (i: Int, j: Int) in strengths[i * size + j] > strengths[j * size + i] }
        tell(strengths, beats, &outcome)
        guard preferred.contains(where: { $0 > 0 }) else {
            return outcome.end(
                .rejected, Text("Niemand verkiest een optie boven een andere.", "Nobody prefers an option to another."))
        }
        var left = Array(0..<size)
        var sure: [Int] = []
        let places = count.file.rule.places
        while sure.count < places, !left.isEmpty {
            let unbeaten = left.filter { option in !left.contains { beats($0, option) } }
            guard sure.count + unbeaten.count <= places else {
                return Filling(count, places).end(sure, tied: unbeaten, &outcome)
            }
            sure += unbeaten
            left.removeAll { unbeaten.contains($0) }
        }
        count.elect(sure, &outcome)
    }

    /// The strongest path from each option to each other; as strong as its weakest win, a win as strong as its votes.
    private func strengths() -> [Int] {
        var paths = [Int](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in 0..<size where preferred[i * size + j] > preferred[j * size + i] {
                paths[i * size + j] = preferred[i * size + j]
            }
        }
        for k in 0..<size {
            for i in 0..<size where i != k {
                let first = paths[i * size + k]
                if first == 0 { continue }
                for j in 0..<size where j != i && j != k {
                    paths[i * size + j] = max(paths[i * size + j], min(first, paths[k * size + j]))
                }
            }
        }
        return paths
    }

    private func tell(_ strengths: [Int], _ beats: (Int, Int) -> Bool, _ outcome: inout Outcome) {
        outcome.details["pairwise"] = matrix(preferred)
        outcome.details["strengths"] = matrix(strengths)
        var list: [Text] = []
        var numbers: [String: Value] = [:]
        for i in 0..<size {
            let beaten = (0..<size).filter { beats(i, $0) }
            let id = count.file.options[i].id
            outcome.counts[id] = .whole(beaten.count)
            numbers[id] = .list(beaten.map { .string(count.file.options[$0].id) })
            let name = count.name(i)
            let names = count.names(beaten)
            list.append(
                beaten.isEmpty
                    ? Text("\(name.nl) van niemand", "\(name.en) beats nobody")
                    : Text("\(name.nl) van \(names.nl)", "\(name.en) beats \(names.en)"))
        }
        outcome.tell(
            "pairs", [:],
            Text(
                "Per paar is geteld hoeveel de één boven de ander verkiest (“pairwise”).",
                "For each pair it was counted how much prefers one to the other (“pairwise”)."))
        let told = Text(
            list.map(\.nl).joined(separator: "; "), list.map(\.en).joined(separator: "; "))
        outcome.tell(
            "paths", numbers, Text("Langs de sterkste paden wint \(told.nl).", "Along the strongest paths: \(told.en).")
        )
    }

    private func matrix(_ numbers: [Int]) -> Value {
        let ids = count.file.options.map(\.id)
        return .map(
            Dictionary(
                ids.indices.map { i in
                    let row = ids.indices.filter { $0 != i }.map { (ids[$0], count.value(numbers[i * size + $0])) }
                    return (ids[i], Value.map(Dictionary(row, uniquingKeysWith: { first, _ in first })))
                }, uniquingKeysWith: { first, _ in first }))
    }
}
