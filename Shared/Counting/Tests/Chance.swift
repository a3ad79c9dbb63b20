import Kernel

@testable import Counting

/// Chance that is the same every time (SplitMix64), and files made with it.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        return bits ^ bits >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    mutating func maybe(_ percent: Int) -> Bool { below(100) < percent }
}

/// A file in parts, so that a test can change one.
struct Sample {
    var rule: [String: Value]
    var options: [String]
    var seats: [Value]
    var ballots: [Value]

    var value: Value {
        [
            "rule": .map(rule), "options": .list(options.map(Value.string)), "seats": .list(seats),
            "ballots": .list(ballots),
        ]
    }

    func outcome() throws(Refusal) -> Outcome { try Counted.outcome(value) }

    /// Seats of any weight and group, of which some do not vote.
    static func random(_ method: String, _ chance: inout Chance, rule: [String: Value] = [:]) -> Sample {
        let options = (0..<(2 + chance.below(4))).map { "o\($0)" }
        var sample = Sample(rule: rule, options: options, seats: [], ballots: [])
        sample.rule["method"] = .string(method)
        for index in 0..<(1 + chance.below(12)) {
            let weights: [Value] = [1, 2, 3, "1/2", "2/3", "0.25"]
            sample.seats.append([
                "id": .string("s\(index)"), "weight": weights[chance.below(weights.count)],
                "group": .string("g\(chance.below(3))"),
            ])
            guard chance.maybe(80) else { continue }
            sample.ballots.append(sample.ballot("s\(index)", method, &chance))
        }
        return sample
    }

    private func ballot(_ seat: String, _ method: String, _ chance: inout Chance) -> Value {
        let neutral = chance.below(10)
        if neutral < 2 { return ["seat": .string(seat), "cast": neutral == 0 ? "abstain" : "blank"] }
        switch method {
        case "irv", "schulze", "stv":
            let shuffled = options.shuffled(using: &chance)
            let named = shuffled.prefix(1 + chance.below(shuffled.count)).map(Value.string)
            return ["seat": .string(seat), "ranking": .list(Array(named))]
        case "score":
            let scores = options.map { ($0, Value.whole(chance.below(6))) }
            return ["seat": .string(seat), "scores": .map(Dictionary(scores, uniquingKeysWith: { $1 }))]
        case "choice": return ["seat": .string(seat), "choice": .string(options[chance.below(options.count)])]
        default: return ["seat": .string(seat), "cast": chance.maybe(55) ? "for" : "against"]
        }
    }
}
