import Kernel
import Testing

@testable import Ecosystems
@testable import Lifecycle

@Suite("Findings about lifecycles")
struct FindingTests {
    @Test("an ecosystem without a lifecycle, and a lifecycle without a phase, are noticed")
    func nothingYet() throws {
        let sample = try LifecycleSample()
        let empty = Situation(
            state: LifecycleSample.catalogue.emptyState("x"), library: sample.library, today: LifecycleSample.today)
        #expect(LifecycleSample.catalogue.findings(empty).map(\.rule) == ["lifecycle.none"])
        #expect(LifecycleSample.catalogue.findings(sample.situation).map(\.rule) == ["lifecycle.no-phase"])
    }

    @Test("a phase left unready is named with what is missing, until one goes back to it")
    func notReady() throws {
        var sample = try LifecycleSample()
        try sample.enter("start", "2026-01-01")
        #expect(sample.findings("phase.not-ready").isEmpty)
        try sample.enter("work", "2026-02-01")

        let found = try #require(sample.findings("phase.not-ready").first)
        #expect(
            found.message.en
                == "Phase “start en” was left while this was not ready: Three parties (1 of 3); One answer (0 of 1).")
        #expect(found.record == "main-2-work")
        #expect(found.severity == .warning)

        try sample.enter("start", "2026-03-01", "te vroeg")
        #expect(sample.findings("phase.not-ready").isEmpty)
    }

    @Test("open questions of the current phase are one notice")
    func openQuestions() throws {
        var sample = try LifecycleSample()
        try sample.enter("start", "2026-01-01")
        #expect(
            sample.findings("phase.questions-open").map(\.message.en)
                == ["Phase “start en”: 2 of 2 questions still open."])
        for question in ["why", "who"] {
            try sample.add(
                "answers", question,
                ["lifecycle": "main", "phase": "start", "question": .string(question), "answer": "x"])
        }
        #expect(sample.findings("phase.questions-open").isEmpty)
    }

    @Test("an end without a decision is a warning, and so are closing steps that are late, together")
    func ending() throws {
        var sample = try LifecycleSample()
        try sample.enter("start", "2026-01-01")
        try sample.enter("end", "2026-02-01", "Klaar")
        #expect(sample.findings("lifecycle.ended-without-closure").count == 1)

        try sample.add(
            "closures", "c",
            ["lifecycle": "main", "choice": "stop", "reason": "klaar", "decided": "2026-02-01", "checklist": "ends"])

        #expect(sample.findings("lifecycle.ended-without-closure").isEmpty)
        let late = try #require(sample.findings("closing.step-late").first)
        #expect(late.message.en == "Closing “steps en”: 2 of 3 steps late.")
        #expect(late.due == LifecycleSample.day("2026-02-15"))
    }
}
