import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("A sense check belongs to the text that it was about")
struct SenseCheckTests {
    private func sounded(
        _ sample: inout VotingSample, _ proposal: String, _ who: String, _ warmth: String, _ number: Int?
    )
        throws
    {
        var values: [String: Value] = [
            "proposal": .string(proposal), "organisation": .string(who), "warmth": .string(warmth), "on": "2026-06-01",
        ]
        if let number { values["number"] = .whole(number) }
        try sample.put("soundings", "\(who)-\(number ?? 0)-\(warmth)", values)
    }

    private func course(_ sample: VotingSample) throws -> ProposalCourse {
        try #require(MatterCourse.of("warmte", sample.reader("p-a"))?.proposals.first)
    }

    @Test(
        "After a change the earlier answers stay with the earlier text, and who gave them is asked again until they do")
    func changed() throws {
        var sample = try VotingSample()
        // Without somebody who orchestrates, nobody acts for an organisation.
        try sample.put(
            "assignments", "regie", ["role": "handbook-roles/orchestrator", "organisation": "d", "person": "p-d"])
        let proposal = try sample.propose()
        try sounded(&sample, proposal, "a", "support", 1)
        try sounded(&sample, proposal, "b", "doubt", nil)
        #expect(try course(sample).senseCheck?.words.nl == "1× ik steun het, 1× ik twijfel")
        #expect(try course(sample).toSoundAgain.isEmpty)

        try sample.carryOut(
            ReviseProposal(proposal, text: Text(same: "Wij doen het later."), reason: Text(same: "Te vroeg")))
        let after = try course(sample)
        #expect(after.senseCheck == nil && after.senseChecks.map(\.number) == [1])
        #expect(after.senseChecks.first?.warmth.map(\.count) == [0, 1, 1, 0, 0])
        #expect(after.toSoundAgain.map(\.rawValue) == ["a", "b"])
        let tasks = DecisionTasks.forCaller(sample.reader("p-a"))
        #expect(tasks.map(\.title.dutch) == ["Zeg hoe u tegenover de nieuwe tekst van “Aanleggen” staat"])
        let step = try #require(MatterCourse.of("warmte", sample.reader("p-a"))?.steps.first { $0.sort == .sounding })
        #expect(step.what.nl == "1× ik steun het, 1× ik twijfel (tekst 1)")

        try sounded(&sample, proposal, "a", "wholehearted", 2)
        #expect(try course(sample).senseCheck?.soundings.count == 1)
        #expect(try course(sample).toSoundAgain.map(\.rawValue) == ["b"])
        #expect(DecisionTasks.forCaller(sample.reader("p-a")).isEmpty)
    }
}

@Suite("Where a matter is in its chain")
struct CourseHereTests {
    private func here(_ sample: VotingSample) throws -> CourseStep? {
        let steps = try #require(MatterCourse.of("warmte", sample.reader("p-a"))).steps
        #expect(steps.count { $0.isHere } <= 1 && steps.allSatisfy { !$0.record.isEmpty })
        return steps.first(where: \.isHere)
    }

    @Test("It is at what runs, else at what comes next; every step leads to a record, and at the end it is nowhere")
    func here() throws {
        var sample = try VotingSample()
        #expect(try here(sample)?.sort == .proposal)
        let rename = Effect(.change, "organisations", "a", ["name": "A warm"])
        let proposal = try sample.propose(effects: [rename])
        #expect(try here(sample)?.sort == .ballot)
        #expect(try here(sample)?.record == proposal)
        let ballot = try sample.open(proposal)
        #expect(try here(sample)?.record == ballot)
        try sample.vote(ballot, "a", .yes)
        let decision = try sample.finish(ballot)
        #expect(try here(sample)?.sort == .effect)
        try sample.carryOut(CarryOutDecision(decision.id.rawValue))
        #expect(try here(sample) == nil)
    }

    @Test("An effect is told as it was and as it becomes, one after the other, and without what the reader may not see")
    func effects() throws {
        let sample = try VotingSample()
        let effects = [
            Effect(.change, "organisations", "a", ["name": "Eerst"]),
            Effect(.change, "organisations", "a", ["name": "Daarna", "sector": .null]),
            Effect(.add, "terms", "nieuw", ["term": "Warmte", "definition": "Wat warm is"]),
            Effect(.remove, "organisations", "b"),
        ]
        let views = EffectView.all(effects, sample.reader("p-a"))
        #expect(views[0].before?["name"] == sample.state.table("organisations")?.values(of: "a")?["name"])
        #expect(views[1].before?["name"] == "Eerst" && views[1].after?["name"] == "Daarna")
        #expect(views[1].after?["sector"] == nil && views[1].fields.map(\.name) == ["name", "sector"])
        #expect(views[2].kind == nil)
        #expect(views[3].after == nil && views[3].fields.map(\.name).contains("name"))
        let nobody = Reader(
            situation: sample.situation, rights: Rights(), catalogue: VotingSample.catalogue)
        let secret = EffectView.all([Effect(.change, "mandates", "m-a", ["scope": "Alles"])], nobody)
        #expect(secret[0].isHidden && secret[0].fields.isEmpty && secret[0].title.nl == "m-a")
    }
}
