import Kernel
import Testing

@testable import Counting

@Suite("What always holds") struct PropertyTests {
    static let methods = [
        "majority", "absolute", "weighted", "unanimity", "doubleMajority", "consensus", "consent", "irv", "schulze",
        "score", "stv",
    ]

    @Test("the order of ballots and of seats changes nothing but the order", arguments: methods)
    func permutation(method: String) throws {
        var chance = Chance(11)
        for _ in 0..<60 {
            let sample = Sample.random(method, &chance, rule: ["quorum": ["of": "weight", "fraction": "1/3"]])
            var shuffled = sample
            shuffled.ballots.shuffle(using: &chance)
            shuffled.seats.shuffle(using: &chance)
            let (first, second) = (try sample.outcome(), try shuffled.outcome())
            #expect(first.result == second.result)
            #expect(first.winners == second.winners)
            #expect(first.counts == second.counts)
            #expect(first.explanation == second.explanation)
        }
    }

    @Test("for, against, abstentions, blank and not voted are together the whole weight", arguments: methods)
    func sums(method: String) throws {
        var chance = Chance(12)
        for _ in 0..<60 {
            let count = try Count(try BallotFile.read(Sample.random(method, &chance).value))
            let tally = count.tally
            #expect(tally.yes + tally.no + tally.abstain + tally.blank + tally.options + tally.notVoted == tally.total)
            #expect(tally.total == count.measure.total)
        }
    }

    @Test("in every round of a runoff all votes are somewhere")
    func rounds() throws {
        var chance = Chance(13)
        for _ in 0..<80 {
            let sample = Sample.random("irv", &chance)
            let count = try Count(try BallotFile.read(sample.value))
            for round in try count.outcome().details["rounds"]?.list ?? [] {
                let shares =
                    (round["counts"].map ?? [:]).values.compactMap(Fraction.init(told:)) + [
                        Fraction(told: round["exhausted"]) ?? Fraction(0)
                    ]
                let sum = shares.reduce(Fraction(0)) { $0.plus($1) ?? $0 }
                #expect(sum == count.measure.amount(count.tally.options))
            }
        }
    }

    @Test(
        "a ballot more for an adopted proposal never stops it",
        arguments: ["majority", "absolute", "weighted", "consensus", "consent"])
    func supportForProposals(method: String) throws {
        var chance = Chance(14)
        var adopted = 0
        for _ in 0..<150 {
            var sample = Sample.random(method, &chance)
            guard try sample.outcome().result == .adopted else { continue }
            adopted += 1
            guard let against = sample.ballots.firstIndex(where: { $0["cast"] != "for" }) else { continue }
            sample.ballots[against] = ["seat": sample.ballots[against]["seat"], "cast": "for"]
            #expect(try sample.outcome().result == .adopted)
        }
        #expect(adopted > 20)
    }

    @Test(
        "raising the winner on a ballot keeps it the winner: most votes, scores and Schulze",
        arguments: ["choice", "score", "schulze"])
    func supportForOptions(method: String) throws {
        var chance = Chance(15)
        var tried = 0
        for _ in 0..<300 {
            var sample = Sample.random(method, &chance)
            if method == "choice" { sample.rule["method"] = "majority" }
            guard let winner = try sample.outcome().winners.first, !sample.ballots.isEmpty else { continue }
            let index = chance.below(sample.ballots.count)
            guard sample.ballots[index]["cast"].isNull else { continue }
            sample.ballots[index] = Self.raised(winner, sample.ballots[index])
            tried += 1
            #expect(try sample.outcome().winners == [winner])
        }
        #expect(tried > 100)
    }

    @Test("instant runoff does not promise that: the vectors hold a winner that lost by winning support")
    func runoffIsNotMonotone() throws {
        let before = try #require(Vector.all.first { $0.name == "irv-not-monotone-before" })
        let after = try #require(Vector.all.first { $0.name == "irv-not-monotone-after" })
        #expect(try Counted.outcome(before.input).winners == ["A"])
        #expect(try Counted.outcome(after.input).winners == ["C"])
    }

    @Test("who beats each other option wins by Schulze")
    func condorcet() throws {
        var chance = Chance(16)
        var found = 0
        for _ in 0..<200 {
            let sample = Sample.random("schulze", &chance)
            let outcome = try sample.outcome()
            let pairs = outcome.details["pairwise"] ?? .null
            let beats = { (one: String, other: String) -> Bool in
                let (mine, its) = (Fraction(told: pairs[one][other]), Fraction(told: pairs[other][one]))
                return (mine ?? Fraction(0)) > (its ?? Fraction(0))
            }
            let winner = sample.options.first { one in
                !sample.options.contains { other in other != one && !beats(one, other) }
            }
            guard let winner else { continue }
            found += 1
            #expect(outcome.winners == [winner])
        }
        #expect(found > 100)
    }

    @Test(
        "a seat of weight three counts as three seats of weight one",
        arguments: ["majority", "irv", "schulze", "score"])
    func weights(method: String) throws {
        var chance = Chance(17)
        for _ in 0..<40 {
            let sample = Sample.random(method, &chance)
            var heavy = sample
            heavy.seats = sample.seats.map { ["id": $0["id"], "weight": 3] }
            var many = Sample(rule: sample.rule, options: sample.options, seats: [], ballots: [])
            for copy in 0..<3 {
                let renamed = { (value: Value, key: String) in Value.string((value[key].string ?? "") + "-\(copy)") }
                many.seats += sample.seats.map { ["id": renamed($0, "id")] }
                for ballot in sample.ballots {
                    var entries = ballot.map ?? [:]
                    entries["seat"] = renamed(ballot, "seat")
                    many.ballots.append(.map(entries))
                }
            }
            let (one, other) = (try heavy.outcome(), try many.outcome())
            #expect(one.result == other.result)
            #expect(one.winners == other.winners)
            #expect(one.counts == other.counts)
        }
    }

    private static func raised(_ winner: String, _ ballot: Value) -> Value {
        var entries = ballot.map ?? [:]
        if entries["choice"] != nil { entries["choice"] = .string(winner) }
        if let scores = entries["scores"]?.map { entries["scores"] = .map(scores.merging([winner: 6]) { $1 }) }
        if let ranking = entries["ranking"]?.list {
            entries["ranking"] = .list([.string(winner)] + ranking.filter { $0 != .string(winner) })
        }
        return .map(entries)
    }
}
