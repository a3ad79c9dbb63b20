import Ecosystems
import Kernel
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
