import Counting
import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("Lots")
struct LotTests {
    private let rule: [String: Value] = ["method": "majority", "tie": "lot"]

    @Test("A lot waits for its seed: the log at the closing, named at the opening")
    func closing() throws {
        var sample = try VotingSample()
        let ballot = try sample.open(try sample.propose(), rule)
        #expect(sample.state[Ballot.self][ID(ballot)]?.seed == .closing)
        try sample.vote(ballot, "a", .yes)
        try sample.vote(ballot, "b", .no)
        #expect(sample.broken(by: DeclareOutcome(ballot)) == ["ballot.state"])
        try sample.carryOut(CloseBallot(ballot))
        #expect(sample.broken(by: DeclareOutcome(ballot)) == ["lot.early"])
        try sample.carryOut(DeclareOutcome(ballot, seed: LotSeed(size: 42, root: "wortel")))
        let decision = try #require(sample.state[Decision.self].sorted.last)
        let expected = Lot(seed: "wortel", options: ["for", "against"]).order[0].option
        #expect(decision.result == (expected == "for" ? .adopted : .rejected))
        #expect(decision.file.contains("Root of the log with 42 entries."))
        #expect(
            try Count(try BallotFile.read(Array(decision.file.utf8))).outcome().result.rawValue
                == decision.result.rawValue)
    }

    @Test("A given seed is fixed at the opening, and another at the count changes nothing")
    func given() throws {
        var sample = try VotingSample()
        let proposal = try sample.propose()
        var command = OpenBallot(proposal)
        command.rule = rule
        command.seed = LotSeed(size: 7, root: "eerder")
        try sample.carryOut(command)
        let ballot = try #require(sample.state.ballots(on: ID(proposal)).last).id.rawValue
        try sample.vote(ballot, "a", .yes)
        try sample.vote(ballot, "b", .no)
        let decision = try sample.finish(ballot, seed: LotSeed(size: 9, root: "later"))
        #expect(decision.file.contains("\"seed\":\"eerder\""))
        let patch = ChangeRecords([RecordChange("ballots", ballot, .patch(["seedRoot": "anders"]))], process: true)
        #expect(sample.broken(by: patch) == ["ballot.fixed"])
    }
}
