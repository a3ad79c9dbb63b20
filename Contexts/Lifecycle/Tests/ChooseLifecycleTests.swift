import Ecosystems
import Kernel
import Testing

@testable import Lifecycle

@Suite("Choosing a lifecycle")
struct ChooseLifecycleTests {
    private func choose(_ phase: String, _ on: String = "2026-05-01", method: String = "steps") -> ChooseLifecycle {
        ChooseLifecycle(lifecycle: "second", method: method, phase: phase, on: LifecycleSample.day(on))
    }

    @Test("with a phase, the lifecycle is in it at once; halfway, nobody says when it began")
    func halfway() throws {
        var sample = try LifecycleSample()

        let events = try sample.carryOut(choose("work"))

        #expect(events.map(\.kind) == ["lifecycle.added", "passage.added"])
        let state = try #require(CourseState.of("second", sample.reader()))
        #expect(state.current?.id == "work")
        #expect(state.current?.entered == LifecycleSample.day("2026-05-01"))
        #expect(state.started == nil)
    }

    @Test("in its first phase it began on that day; without a phase it has not begun")
    func beginning() throws {
        var sample = try LifecycleSample()
        try sample.carryOut(choose("start"))
        #expect(CourseState.of("second", sample.reader())?.started == LifecycleSample.day("2026-05-01"))

        var other = try LifecycleSample()
        #expect(try other.carryOut(choose("")).map(\.kind) == ["lifecycle.added"])
        #expect(CourseState.of("second", other.reader())?.started == nil)
    }

    @Test("what makes no sense is refused, each with its rule")
    func refusals() throws {
        let sample = try LifecycleSample()
        #expect(sample.refusal(choose("nowhere", "2026-06-02")) == ["phase.unknown", "phase.future"])
        #expect(sample.refusal(choose("", method: "none")) == ["method.missing"])
        #expect(choose("").requirement(in: sample.situation, catalogue: LifecycleSample.catalogue) == .orchestrate)
    }
}
