import Kernel
import MethodLibrary
import Testing

@testable import Lifecycle

@Suite("Pages about lifecycles")
struct PageTests {
    private func started() throws -> LifecycleSample {
        var sample = try LifecycleSample()
        try sample.enter("start", "2026-01-01")
        try sample.add(
            "answers", "b",
            [
                "lifecycle": "main", "phase": "start", "question": "why", "answer": "Samen meer",
                "organisation": "town",
                "person": "clerk", "on": "2026-02-03",
            ])
        try sample.add("answers", "a", ["lifecycle": "main", "phase": "work", "question": "how", "answer": "Zo"])
        return sample
    }

    @Test("a phase shows its questions, with who answered when, and those that are open")
    func phasePage() throws {
        let page = try #require(PhasePage.of("main", try started().reader()))
        #expect(page.phase.id == "start")
        #expect(page.open.map(\.id) == ["who"])
        #expect(page.sentence.en == "1 of 2 questions answered.")
        let answer = try #require(page.questions.first?.answers.first)
        #expect(answer.organisation?.title == Text(same: "Stad"))
        #expect(answer.person?.title == Text(same: "Griffier"))
        #expect(answer.on == LifecycleSample.day("2026-02-03"))
        #expect(page.leader?.role == "crew/director")
        #expect(page.leader?.name.en == "director en")
        #expect(PhasePage.of("main", phase: "nowhere", try started().reader()) == nil)
    }

    @Test("who may not read answers sees that there are some, and the gate counts them")
    func hiddenAnswers() throws {
        let page = try #require(PhasePage.of("main", try started().reader(participates: false)))
        #expect(page.questions.map(\.hidden) == [1, 0])
        #expect(page.questions.allSatisfy { $0.answers.isEmpty })
        #expect(page.open.map(\.id) == ["who"])
        #expect(page.gate.answered == 1)
    }

    @Test("the gate says what is ready and what is missing, and answers count per phase")
    func gate() throws {
        let gate = try #require(GateReport.of("main", in: try started().situation))
        #expect(gate.ready.map(\.id) == ["answers"])
        #expect(gate.missing.map(\.id) == ["parties"])
        #expect(gate.sentence.en == "1 of 2 is ready. Not yet: Three parties (1 of 3).")
        let empty = try #require(GateReport.of("main", phase: "harvest", in: try started().situation))
        #expect(empty.isReady)
    }

    @Test("an ending shows every step of its checklist with the day it is due")
    func ending() throws {
        var sample = try started()
        try sample.add(
            "closures", "c",
            [
                "lifecycle": "main", "choice": "handOver", "reason": "klaar", "decided": "2026-05-01",
                "checklist": "ends", "steps": [["step": "party", "done": "2026-05-20", "by": "clerk"]],
            ])

        let page = try #require(EndingPage.of("main", sample.reader()))

        let decision = try #require(page.closures.first)
        #expect(decision.choice == .handOver)
        #expect(
            decision.steps.map(\.due) == [LifecycleSample.day("2026-05-15"), LifecycleSample.day("2026-06-30"), nil])
        #expect(decision.late.map(\.id) == ["decide"])
        #expect(decision.sentence.en == "1 of 3 steps done, 1 late.")
        #expect(page.checklists.map(\.id) == ["ends"])
        #expect(EndingPage.of("main", sample.reader(participates: false))?.closures.first?.steps == [])
    }

    @Test("an assessment counts without a score, and the latest verdict counts")
    func assessment() throws {
        var sample = try LifecycleSample()
        for (id, item, verdict, on) in [
            ("a", "goal", "no", "2026-01-01"), ("b", "goal", "yes", "2026-02-01"), ("c", "fight", "yes", "2026-01-01"),
            ("d", "money", "partly", "2026-01-01"), ("e", "time", "unknown", "2026-01-01"),
        ] {
            try sample.add(
                "assessments", id,
                ["checklist": "factors", "item": .string(item), "verdict": .string(verdict), "on": .string(on)])
        }

        let page = try #require(AssessmentPage.all(sample.reader()).first)

        #expect(page.items.map(\.health) == [.healthy, .unhealthy, .partly, .open])
        #expect(page.items.first?.earlier.map(\.verdict) == [.no])
        #expect(page.sentence.nl == "1 gezond, 1 deels, 1 ongezond, 1 nog open.")
        #expect(AssessmentPage.of("ends", sample.reader()) == nil)
        let outside = try #require(AssessmentPage.of("factors", sample.reader(participates: false)))
        #expect(outside.count(.open) == 4)
    }

    @Test("answers lead to types by the rules of the typology")
    func advice() throws {
        let library = try LifecycleSample().library
        let advice = try TypologyAdvice.of("corners", answers: ["size": "many"], library)
        #expect(advice.types.map(\.id) == ["corners/large"])
        #expect(advice.open.isEmpty)
        #expect(try TypologyAdvice.of("corners", answers: [:], library).sentence.en == "Answer one more question.")
        #expect(TypologyAdvice.all(library).map(\.typology) == ["corners"])
        #expect(throws: Refusal.self) { try TypologyAdvice.of("steps", answers: [:], library) }
        #expect(throws: Refusal.self) { try TypologyAdvice.of("corners", answers: ["size": "tiny"], library) }
    }
}
