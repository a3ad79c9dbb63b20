import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("Proxies and presence")
struct ProxyTests {
    private func give(_ from: String, _ to: String, ballot: String? = nil) -> GiveProxy {
        GiveProxy(from: ID("s-\(from)"), to: ID("s-\(to)"), ballot: ballot.map { ID($0) })
    }

    private func vote(_ ballot: String, for seat: String, by: String, _ cast: BallotPaper.Cast = .yes) -> CastVote {
        var command = CastVote(ballot, seat: ID("s-\(seat)"), [BallotPaper(cast)])
        command.by = ID("s-\(by)")
        return command
    }

    @Test("A seat votes for another that gave it a proxy, and the count says so")
    func proxy() throws {
        var sample = try VotingSample()
        let ballot = try sample.open(try sample.propose())
        #expect(sample.broken(by: vote(ballot, for: "b", by: "a")) == ["proxy.none"])
        try sample.carryOut(give("b", "a"))
        try sample.vote(ballot, "a", .yes)
        try sample.carryOut(vote(ballot, for: "b", by: "a"))
        #expect(sample.state.votes(in: ID(ballot)).last?.by == ID("s-a"))
        let decision = try sample.finish(ballot)
        #expect(decision.file.contains("\"by\":\"s-a\""))
    }

    @Test("Chains, loops, a second proxy, another body and oneself are refused")
    func refused() throws {
        var sample = try VotingSample()
        try sample.put("bodies", "board", ["name": "Bestuur", "sort": "board"])
        try sample.put("seats", "s-x", ["body": "board", "organisation": "d"])
        try sample.carryOut(give("a", "b"))
        #expect(sample.broken(by: give("b", "c")) == ["proxy.chain"])
        #expect(sample.broken(by: give("c", "a")) == ["proxy.chain"])
        #expect(sample.broken(by: give("b", "a")) == ["proxy.loop"])
        #expect(sample.broken(by: give("a", "c")) == ["proxy.two"])
        #expect(sample.broken(by: give("c", "c")).contains("proxy.self"))
        #expect(sample.broken(by: give("c", "x")) == ["proxy.other-body"])
        #expect(sample.broken(by: give("c", "b")).isEmpty, "Several may choose the same proxy.")
        let proxy = try #require(sample.state[Proxy.self].sorted.first)
        try sample.carryOut(RevokeProxy(proxy.id.rawValue))
        #expect(sample.broken(by: give("b", "c")).isEmpty, "What was revoked is no chain.")
    }

    @Test("A seat votes for no more others than the rule allows")
    func most() throws {
        var sample = try VotingSample()
        let ballot = try sample.open(try sample.propose(), ["method": "majority", "proxies": ["most": 1]])
        try sample.carryOut(give("b", "a"))
        try sample.carryOut(give("c", "a"))
        try sample.carryOut(vote(ballot, for: "b", by: "a"))
        #expect(sample.broken(by: vote(ballot, for: "c", by: "a")) == ["proxy.many"])
    }

    @Test("Where a ballot follows proxies, who has no vote of its own votes as its proxy did")
    func follows() throws {
        var sample = try VotingSample()
        let ballot = try sample.open(try sample.propose(), follows: true)
        try sample.carryOut(give("b", "a"))
        try sample.carryOut(give("c", "a"))
        try sample.vote(ballot, "a", .yes)
        try sample.vote(ballot, "c", .no)
        try sample.vote(ballot, "d", .no)
        #expect(try sample.finish(ballot).result == .tie, "Two for, one of them for another; two against.")
    }

    @Test("With presence known, a quorum counts who is there")
    func presence() throws {
        var sample = try VotingSample()
        let proposal = try sample.propose()
        var command = OpenBallot(proposal)
        command.rule = ["method": "majority", "quorum": ["of": "seats", "fraction": "3/4", "counts": "present"]]
        #expect(sample.broken(by: command) == ["quorum.presence"])
        command.present = [ID("s-a"), ID("s-b"), ID("s-c")]
        try sample.carryOut(command)
        let ballot = try #require(sample.state.ballots(on: ID(proposal)).last).id.rawValue
        try sample.vote(ballot, "a", .yes)
        #expect(try sample.finish(ballot).result == .adopted)
    }
}
