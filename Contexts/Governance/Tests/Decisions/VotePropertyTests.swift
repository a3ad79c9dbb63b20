import Counting
import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("What always holds of votes")
struct VotePropertyTests {
    /// SplitMix64: the same numbers for the same seed, everywhere.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(
        "The order in which votes come changes nothing, and the totals add up to the weight of the body",
        arguments: 0..<12)
    func order(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let weights = (0..<6).map { ("o\($0)", Int.random(in: 1...4, using: &dice)) }
        let casts = weights.map { ($0.0, BallotPaper.Cast.allCases.randomElement(using: &dice)) }
        func decided(_ order: [(String, BallotPaper.Cast?)]) throws -> Decision {
            var sample = try VotingSample(weights)
            let ballot = try sample.open(try sample.propose(), ["method": "majority", "abstentions": "counted"])
            for (seat, cast) in order { if let cast { try sample.vote(ballot, seat, cast) } }
            return try sample.finish(ballot)
        }
        let one = try decided(casts)
        let other = try decided(casts.shuffled(using: &dice))
        #expect(one == other)
        let counts = try Count(try BallotFile.read(Array(one.file.utf8))).outcome().counts
        let parts = ["for", "against", "abstain", "blank", "notVoted"].compactMap { counts[$0]?.whole }
        #expect(parts.count == 5 && parts.reduce(0, +) == weights.reduce(0) { $0 + $1.1 })
    }

    @Test("More votes for never turn an adopted proposal into a rejected one", arguments: 0..<12)
    func support(seed: Int) throws {
        var dice = Dice(state: UInt64(seed + 100))
        let casts = (0..<6).map { ("o\($0)", BallotPaper.Cast.allCases.randomElement(using: &dice) ?? .blank) }
        func result(_ casts: [(String, BallotPaper.Cast)]) throws -> Decision.Result {
            var sample = try VotingSample(casts.map { ($0.0, 1) })
            let ballot = try sample.open(try sample.propose(), ["method": "qualified", "threshold": "2/3"])
            for (seat, cast) in casts { try sample.vote(ballot, seat, cast) }
            return try sample.finish(ballot).result
        }
        guard try result(casts) == .adopted, let turned = casts.firstIndex(where: { $0.1 != .yes }) else { return }
        var more = casts
        more[turned].1 = .yes
        #expect(try result(more) == .adopted)
    }
}
