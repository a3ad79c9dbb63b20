import Ecosystems
import Kernel
import MethodLibrary
import Testing

@testable import Lifecycle

@Suite("Entering a phase")
struct EnterPhaseTests {
    private func enter(_ phase: String, _ on: String = "2026-05-01", _ reason: String = "") -> EnterPhase {
        EnterPhase(lifecycle: "main", phase: phase, on: LifecycleSample.day(on), reason: Text(same: reason))
    }

    @Test("moving on adds a passage to the history")
    func movesOn() throws {
        var sample = try LifecycleSample()
        try sample.enter("start", "2026-01-01")

        let events = try sample.carryOut(enter("work", "2026-02-01", "klaar"))

        #expect(events.map(\.kind) == ["passage.added"])
        #expect(events.first?.payload["id"] == "main-2-work")
        let state = try #require(CourseState.of("main", sample.reader()))
        #expect(state.history.map(\.phase) == ["start", "work"])
        #expect(state.history.map(\.left) == [LifecycleSample.day("2026-02-01"), nil])
        #expect(state.current?.id == "work")
    }

    @Test("going back asks for a reason, also where the method names the way back")
    func goingBack() throws {
        var sample = try LifecycleSample()
        try sample.enter("start", "2026-01-01")
        try sample.enter("work", "2026-02-01")

        #expect(sample.refusal(enter("start")) == ["phase.reason"])
        try sample.enter("start", "2026-03-01", "Een partij viel weg")

        let state = try #require(CourseState.of("main", sample.reader()))
        #expect(state.history.map(\.isBack) == [false, false, true])
        #expect(state.current?.id == "start")
        #expect(state.next?.id == "work")
    }

    @Test("ending asks for a reason")
    func ending() throws {
        var sample = try LifecycleSample()
        try sample.enter("start", "2026-01-01")

        #expect(sample.refusal(enter("end")) == ["phase.end-reason"])
        #expect(sample.refusal(enter("end", "2026-05-01", "Klaar")) == [])
    }

    @Test("what makes no sense is refused, each with its rule")
    func refusals() throws {
        var sample = try LifecycleSample()
        #expect(sample.refusal(enter("nowhere")) == ["phase.unknown"])
        #expect(sample.refusal(enter("start", "2026-06-02")) == ["phase.future"])
        #expect(
            sample.refusal(EnterPhase(lifecycle: "none", phase: "start", on: LifecycleSample.today)) == [
                "record.unknown"
            ])

        try sample.enter("start", "2026-03-01")
        #expect(sample.refusal(enter("start")) == ["phase.same"])
        #expect(sample.refusal(enter("harvest")) == ["phase.not-next"])
        #expect(sample.refusal(enter("harvest", "2026-02-01")) == ["phase.day", "phase.not-next"])
        #expect(sample.refusal(enter("work", "2026-03-01")) == [])
    }

    @Test("the first phase may be any, and the last passage of a day counts")
    func startsHalfway() throws {
        var sample = try LifecycleSample()
        try sample.enter("work", "2026-03-01")
        try sample.enter("harvest", "2026-03-01")
        for number in 0..<9 {
            try sample.enter(number % 2 == 0 ? "work" : "harvest", "2026-03-01", "heen en weer")
        }

        let state = try #require(CourseState.of("main", sample.reader()))
        #expect(state.history.count == 11)
        #expect(state.current?.id == "work")
        #expect(state.phases.map(\.progress) == [.skipped, .now, .next, .later])
    }

    @Test("only an orchestrator may move a lifecycle")
    func requirement() throws {
        let sample = try LifecycleSample()
        let wanted = enter("start").requirement(in: sample.situation, catalogue: LifecycleSample.catalogue)
        #expect(wanted == .orchestrate)
    }
}

@Suite("What a phase requires")
struct RequirementTests {
    private func requirement(_ records: [[String: Value]], each: [String]) throws
        -> GateReport.Requirement
    {
        var required = LifecycleMethod.RequiredRecords()
        required.kind = "organisations"
        var condition = LifecycleMethod.Condition()
        (condition.field, condition.wanted) = ("sector", "leaving")
        required.matching = [condition]
        required.each = each
        var sample = try LifecycleSample()
        for (index, values) in records.enumerated() {
            try sample.add("organisations", "extra-\(index)", values.merging(["name": "Partij"]) { own, _ in own })
        }
        return GateReport.Requirement(required, sample.state)
    }

    @Test("only records that match count, and each of them must be complete")
    func each() throws {
        let (other, open, done): ([String: Value], [String: Value], [String: Value]) = (
            ["sector": "coming", "website": "x"], ["sector": "leaving"], ["sector": "leaving", "website": "x"]
        )
        let none = try requirement([other], each: ["website"])
        #expect(!none.isMet && none.found == 0 && none.wanted == 1)
        let half = try requirement([other, open, done], each: ["website"])
        #expect(!half.isMet && half.found == 1 && half.wanted == 2)
        #expect(try requirement([other, done], each: ["website"]).isMet)
    }
}
