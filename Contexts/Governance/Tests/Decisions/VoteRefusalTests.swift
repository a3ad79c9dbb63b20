import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("Votes and ballots that are refused")
struct VoteRefusalTests {
    private func opened(_ rule: [String: Value] = ["method": "majority"], options: [String] = []) throws -> (
        VotingSample, String
    ) {
        var sample = try VotingSample([("a", 3), ("b", 1), ("c", 1), ("d", 1)])
        let ballot = try sample.open(try sample.propose(options: options), rule, closes: "2026-06-10")
        return (sample, ballot)
    }

    private func vote(
        _ ballot: String, _ seat: String, _ papers: [BallotPaper] = [BallotPaper(.yes)], by: String? = nil
    )
        -> CastVote
    {
        var command = CastVote(ballot, seat: ID("s-\(seat)"), papers)
        command.by = by.map { ID("s-\($0)") }
        return command
    }

    @Test("A vote without a seat, twice, after closing, or on a ballot that is not there")
    func once() throws {
        let (begun, ballot) = try opened()
        var sample = begun
        #expect(sample.broken(by: vote(ballot, "x")) == ["vote.no-seat"])
        #expect(sample.broken(by: vote("geen", "a")) == ["ballot.unknown"])
        try sample.carryOut(vote(ballot, "a"))
        #expect(sample.broken(by: vote(ballot, "a")) == ["vote.twice"])
        sample.today = sample.today + 10
        #expect(sample.broken(by: vote(ballot, "b")) == ["ballot.shut"])
        sample.today = sample.today + -10
        try sample.carryOut(CloseBallot(ballot))
        #expect(sample.broken(by: vote(ballot, "b")) == ["ballot.shut"])
        #expect(sample.broken(by: CloseBallot(ballot)) == ["ballot.state"])
        let byHand = ChangeRecords(
            [
                RecordChange(
                    "votes", Vote.id(ID(ballot), ID("s-b")),
                    .add([
                        "ballot": .string(ballot), "seat": "s-b", "papers": [["cast": "for"]], "on": "2026-06-01",
                    ]))
            ], process: true)
        #expect(sample.broken(by: byHand) == ["ballot.shut"], "The guard says so too, through whatever door.")
    }

    @Test(
        "An unknown option, more weight than is held, parts that do not say their weight, and a choice that the method does not know"
    )
    func content() throws {
        let (sample, ballot) = try opened(["method": "approval"], options: ["x", "y"])
        func choosing(_ keys: [String], _ weight: String = "") -> BallotPaper {
            var paper = BallotPaper()
            paper.choices = keys
            paper.weight = weight
            return paper
        }
        #expect(sample.broken(by: vote(ballot, "a", [choosing(["z"])])) == ["option.unknown"])
        #expect(sample.broken(by: vote(ballot, "a", [choosing(["x"], "4")])).isEmpty == false)
        #expect(sample.broken(by: vote(ballot, "a", [choosing(["x"], "2"), choosing(["y"], "2")])).isEmpty == false)
        #expect(sample.broken(by: vote(ballot, "a", [choosing(["x"], "2"), choosing(["y"])])) == ["vote.parts"])
        #expect(sample.broken(by: vote(ballot, "a", [choosing(["x"], "2"), choosing(["y"], "1")])).isEmpty)
        #expect(
            sample.broken(by: vote(ballot, "a", [])).contains("vote.empty")
                || sample.broken(by: vote(ballot, "a", [])) == ["field.required"])
        var ranked = BallotPaper()
        ranked.ranking = [Rank(["x"])]
        #expect(sample.broken(by: vote(ballot, "a", [ranked])).isEmpty == false)
    }

    @Test("A rule that can never pass, a quorum larger than the body, and a body without members")
    func rule() throws {
        var sample = try VotingSample()
        let proposal = try sample.propose()
        func opening(_ rule: [String: Value]) -> [String] {
            var command = OpenBallot(proposal)
            command.rule = rule
            return sample.broken(by: command)
        }
        #expect(opening(["method": "qualified", "threshold": "3/2"]) == ["rule.impossible"])
        #expect(opening(["method": "majority", "threshold": "1", "reached": "moreThan"]) == ["rule.impossible"])
        #expect(opening(["method": "majority", "quorum": ["of": "seats", "number": 5]]) == ["quorum.large"])
        #expect(opening(["method": "meest"]).isEmpty == false)
        try sample.put("bodies", "leeg", ["name": "Leeg", "sort": "board"])
        try sample.put("matters", "m", ["question": "Wat?", "body": "leeg"])
        let other = try sample.propose("Iets", on: "m")
        #expect(sample.broken(by: OpenBallot(other)) == ["ballot.no-members"])
        _ = try sample.open(proposal)
        #expect(opening(["method": "majority"]) == ["ballot.twice"])
    }

    @Test("A seat whose holder lost the mandate has no voter; the weight is that of the opening")
    func fixed() throws {
        let (begun, ballot) = try opened()
        var sample = begun
        #expect(vote(ballot, "a").requirement(in: sample.situation, catalogue: VotingSample.catalogue) == .be(["p-a"]))
        try sample.patch("seats", "s-a", ["weight": 5])
        try sample.vote(ballot, "a", .yes)
        try sample.patch("mandates", "m-b", ["state": "revoked"])
        #expect(vote(ballot, "b").requirement(in: sample.situation, catalogue: VotingSample.catalogue) == .be([]))
        try sample.put("seats", "s-new", ["body": "council", "function": "Lid", "person": "p-b"])
        #expect(sample.broken(by: CastVote(ballot, seat: ID("s-new"), [BallotPaper(.yes)])) == ["vote.no-seat"])
        let decision = try sample.finish(ballot)
        #expect(decision.explanation.nl.contains("3"))
        #expect(decision.result == .adopted)
    }

    @Test("Nobody votes from another's seat, an administrator neither")
    func others() throws {
        let (sample, ballot) = try opened()
        let wanted = vote(ballot, "a").requirement(in: sample.situation, catalogue: VotingSample.catalogue)
        let rights = { (caller: Caller) in VotingSample.catalogue.rights(caller, sample.situation) }
        #expect(throws: Never.self) { try wanted.check(rights(Caller(account: "x", persons: ["p-a"]))) }
        for caller in [Caller.atTheMachine, Caller(account: "x", persons: ["p-b"]), Caller.anyone] {
            #expect(throws: Refusal.self) { try wanted.check(rights(caller)) }
        }
    }

    @Test("A vote is changed until closing when the rule says so; then the last one counts")
    func changed() throws {
        let (begun, ballot) = try opened(["method": "majority", "changeable": true])
        var sample = begun
        try sample.vote(ballot, "a", .yes)
        try sample.vote(ballot, "a", .no)
        try sample.vote(ballot, "b", .yes)
        #expect(sample.state.votes(in: ID(ballot)).count == 2)
        #expect(try sample.finish(ballot).result == .rejected)
    }

    @Test("A ballot runs longer with a reason and a later day")
    func longer() throws {
        let (begun, ballot) = try opened()
        var sample = begun
        func extend(_ day: String, _ reason: String = "Vakantie") throws -> ExtendBallot {
            ExtendBallot(ballot, until: try #require(Day(day)), reason: Text(same: reason))
        }
        #expect(sample.broken(by: try extend("2026-06-09")) == ["ballot.closes"])
        #expect(sample.broken(by: try extend("2026-06-20", "")) == ["decision.reason"])
        sample.today = sample.today + 12
        try sample.carryOut(try extend("2026-06-20"))
        #expect(sample.broken(by: vote(ballot, "b")).isEmpty)
        #expect(sample.state[Ballot.self][ID(ballot)]?.extensions.count == 1)
    }
}
