import Counting
import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("From a question to what changes")
struct CourseTests {
    @Test(
        "An objection changes the text, the new text gets consent, and the decision changes a record and says so both ways"
    )
    func consent() throws {
        var sample = try VotingSample()
        let renamed = Effect(.change, "organisations", "a", ["name": "A warm"])
        let proposal = try sample.propose(effects: [renamed])
        try sample.put(
            "advices", "adv",
            [
                "proposal": .string(proposal), "organisation": "b", "stance": "conditional",
                "reasons": "Let op het geld.", "on": "2026-06-01",
            ])
        try sample.put(
            "soundings", "peil",
            ["proposal": .string(proposal), "organisation": "c", "warmth": "doubt", "on": "2026-06-01"])
        let first = try sample.open(proposal, ["method": "consent"])
        try sample.vote(first, "a", .yes)
        try sample.vote(first, "b", .no, "Te duur voor bewoners", objects: true)
        let objection = try #require(sample.state.votes(in: ID(first)).first { $0.objection == .open })
        #expect(
            sample.broken(by: ReviseProposal(proposal, text: Text(same: "x"), reason: Text(same: "y"))) == [
                "proposal.under-vote"
            ])
        try sample.carryOut(CancelBallot(first, reason: Text(same: "De tekst verandert na een bezwaar.")))
        try sample.carryOut(
            ReviseProposal(
                proposal, text: Text("Wij doen het met een plafond.", "We do it with a cap."),
                reason: Text("Bezwaar over de kosten", "Objection about costs"), objection: objection.id))
        let revised = try #require(sample.state[Proposal.self][ID(proposal)])
        #expect(revised.number == 2 && revised.earlier.map(\.text.nl) == ["Wij doen Aanleggen."])
        #expect(revised.earlier.first?.objection == objection.id)

        let second = try sample.open(proposal, ["method": "consent"])
        for seat in ["a", "b", "c", "d"] { try sample.vote(second, seat, .yes) }
        let decision = try sample.finish(second)
        #expect(decision.result == .adopted && decision.number == 2)
        #expect(decision.explanation.nl.contains("Geen open bezwaar"))
        #expect(sample.broken(by: CarryOutDecision("geen")) == ["decision.unknown"])
        let events = try sample.carryOut(CarryOutDecision(decision.id.rawValue))
        #expect(sample.state.table("organisations")?.title(of: "a")?.nl == "A warm")
        #expect(sample.state[Decision.self][decision.id]?.changed == ["organisations/a"])
        #expect(events.first?.payload["reason"].string.flatMap(Decision.told) == decision.id.rawValue)
        #expect(sample.broken(by: CarryOutDecision(decision.id.rawValue)) == ["decision.carried-out"])
        #expect(sample.broken(by: OpenBallot(proposal)) == ["matter.settled"])

        let course = try #require(MatterCourse.of("warmte", sample.reader("p-a")))
        #expect(course.state == .carriedOut)
        #expect(
            course.steps.map(\.sort) == [
                .matter, .proposal, .advice, .sounding, .ballot, .ballot, .decision, .effect,
            ])
    }

    @Test("A recorded objection no longer blocks, and stands in the decision as a minority view with what became of it")
    func minority() throws {
        var sample = try VotingSample()
        let ballot = try sample.open(try sample.propose(), ["method": "consent"])
        try sample.vote(ballot, "a", .yes)
        try sample.vote(ballot, "b", .no, "Het kan later", objects: true)
        let vote = try #require(sample.state.votes(in: ID(ballot)).last)
        #expect(
            sample.broken(by: SettleObjection(vote.id.rawValue, .recorded, resolution: Text())) == ["decision.reason"])
        try sample.carryOut(
            SettleObjection(
                vote.id.rawValue, .recorded, resolution: Text("Over een jaar bezien", "Look again in a year")))
        let decision = try sample.finish(ballot)
        #expect(decision.result == .adopted)
        #expect(decision.minority.map(\.reason.nl) == ["Het kan later"])
        #expect(decision.minority.first?.objection == .recorded)
        #expect(decision.minority.first?.resolution.en == "Look again in a year")
    }

    @Test("The file of a decision counts to the same outcome again, and its hash is that of the bytes")
    func recomputed() throws {
        var sample = try VotingSample([("a", 3), ("b", 2), ("c", 1)])
        let ballot = try sample.open(
            try sample.propose(),
            ["method": "qualified", "threshold": "2/3", "quorum": ["of": "weight", "fraction": "1/2"]])
        try sample.vote(ballot, "a", .yes, "Nu")
        try sample.vote(ballot, "b", .no)
        try sample.vote(ballot, "c", .yes)
        let decision = try sample.finish(ballot)
        let outcome = try Count(try BallotFile.read(Array(decision.file.utf8))).outcome()
        #expect(decision.result == .adopted && outcome.result == .adopted)
        #expect(outcome.counts["for"] == 4 && outcome.counts["against"] == 2)
        #expect(outcome.explanation == decision.explanation)
        #expect(Digest.hex(of: decision.file) == decision.hash)
        for (field, value) in [("result", "rejected"), ("hash", String(repeating: "0", count: 64)), ("file", "{}")] {
            var forged = decision.values
            forged[field] = .string(value)
            let change = ChangeRecords([RecordChange("decisions", "vals", .add(forged))], process: true)
            #expect(sample.broken(by: change).isEmpty == false, "\(field)")
            let patch = ChangeRecords(
                [RecordChange("decisions", decision.id.rawValue, .patch([field: .string(value)]))], process: true)
            #expect(sample.broken(by: patch) == ["decision.fixed"], "\(field)")
        }
    }

    @Test("Without a quorum, or undecided, the matter stays open for another ballot")
    func open() throws {
        var sample = try VotingSample()
        let proposal = try sample.propose()
        let quorum = try sample.open(proposal, ["method": "majority", "quorum": ["of": "seats", "fraction": "1/2"]])
        try sample.vote(quorum, "a", .yes)
        #expect(try sample.finish(quorum).result == .noQuorum)
        let tie = try sample.open(proposal)
        try sample.vote(tie, "a", .yes)
        try sample.vote(tie, "b", .no)
        #expect(try sample.finish(tie).result == .tie)
        let last = try sample.open(proposal)
        try sample.vote(last, "a", .no)
        #expect(try sample.finish(last).result == .rejected)
        #expect(sample.broken(by: OpenBallot(proposal)) == ["matter.settled"])
    }

    @Test("An election gives the seat to who was chosen: only the effects of the winner happen")
    func election() throws {
        var sample = try VotingSample()
        let effects = ["a", "b"].map { winner in
            Effect(.change, "bodies", "council", ["lead": .string(winner)], option: winner)
        }
        let proposal = try sample.propose("Wie trekt de raad", options: ["a", "b"], effects: effects)
        let ballot = try sample.open(proposal, ["method": "irv"])
        for (seat, order) in [("a", ["a", "b"]), ("b", ["b", "a"]), ("c", ["b"])] {
            var paper = BallotPaper()
            paper.ranking = order.map { Rank([$0]) }
            try sample.carryOut(CastVote(ballot, seat: ID("s-\(seat)"), [paper]))
        }
        let decision = try sample.finish(ballot)
        #expect(decision.result == .elected && decision.winners == ["b"])
        try sample.carryOut(CarryOutDecision(decision.id.rawValue))
        #expect(sample.state[Body.self][ID("council")]?.lead == ID("b"))
    }

    @Test("An emergency decision names why and asks to be ratified; another body that overrides owes the reasons")
    func urgent() throws {
        var sample = try VotingSample()
        try sample.put("bodies", "board", ["name": "Bestuur", "sort": "board"])
        let proposal = try sample.propose()
        #expect(sample.broken(by: DecideUrgently(proposal, reason: Text())) == ["decision.reason"])
        try sample.carryOut(DecideUrgently(proposal, reason: Text("De dijk breekt", "The dike breaks")))
        let urgent = try #require(sample.state[Decision.self].sorted.first)
        #expect(urgent.urgent && urgent.result == .adopted)
        #expect(VotingSample.catalogue.findings(sample.situation).contains { $0.rule == "decision.not-ratified" })
        try sample.put("matters", "achteraf", ["question": "Bekrachtigen we dit?", "body": "council"])
        let after = try sample.propose("Bekrachtigen", on: "achteraf")
        let ballot = try sample.open(after)
        try sample.vote(ballot, "a", .yes)
        let ratifying = try sample.finish(ballot)
        #expect(sample.broken(by: RatifyDecision(urgent.id.rawValue, by: urgent.id)) == ["ratify.decision"])
        try sample.carryOut(RatifyDecision(urgent.id.rawValue, by: ratifying.id))
        #expect(sample.state[Decision.self][urgent.id]?.ratification == ratifying.id)
        let override = { (reason: Text, body: String) in
            OverrideDecision(ratifying.id.rawValue, by: ID(body), reason: reason)
        }
        #expect(sample.broken(by: override(Text(), "board")) == ["decision.reason"])
        #expect(sample.broken(by: override(Text(same: "x"), "council")) == ["override.own"])
        try sample.carryOut(override(Text(same: "Strijdig met de wet"), "board"))
        #expect(sample.state.standing(on: ID("achteraf")) == nil)
    }

    @Test("A closed decision is reopened with reasons and the leave of the body, and not without")
    func reopened() throws {
        var sample = try VotingSample()
        let proposal = try sample.propose()
        let ballot = try sample.open(proposal)
        try sample.vote(ballot, "a", .yes)
        let decision = try sample.finish(ballot)
        #expect(
            Set(sample.broken(by: ReopenDecision(decision.id.rawValue, leave: decision.id, reason: Text())))
                == ["decision.reason", "reopen.leave"])
        try sample.put(
            "matters", "opnieuw",
            ["question": "Mag dit opnieuw?", "body": "council", "reopens": .string(decision.id.rawValue)])
        let leaveBallot = try sample.open(try sample.propose("Heropenen", on: "opnieuw"))
        try sample.vote(leaveBallot, "b", .yes)
        let leave = try sample.finish(leaveBallot)
        try sample.carryOut(ReopenDecision(decision.id.rawValue, leave: leave.id, reason: Text(same: "Nieuwe cijfers")))
        #expect(sample.state.standing(on: ID("warmte")) == nil)
        let again = try sample.open(proposal)
        try sample.vote(again, "a", .no)
        #expect(try sample.finish(again).result == .rejected)
        #expect(
            sample.broken(by: ReopenDecision(decision.id.rawValue, leave: leave.id, reason: Text(same: "x"))) == [
                "decision.gone"
            ])
    }
}
