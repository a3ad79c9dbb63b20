import Kernel
import MethodLibrary
import Testing

@testable import Lifecycle

@Suite("Names of a method in records")
struct NamesTests {
    @Test("a phase, question, step or item that the method lacks is refused")
    func guards() throws {
        let sample = try LifecycleSample()
        #expect(
            sample.refusal("passages", "p", ["lifecycle": "main", "phase": "nowhere", "entered": "2026-01-01"])
                == ["phase.unknown"])
        #expect(
            sample.refusal("answers", "a", ["lifecycle": "main", "phase": "start", "question": "how", "answer": "x"])
                == ["question.unknown"])
        #expect(
            sample.refusal("answers", "a", ["lifecycle": "main", "phase": "start", "question": "who", "answer": "x"])
                == [])
        #expect(
            sample.refusal("assessments", "a", ["checklist": "factors", "item": "luck", "verdict": "yes"])
                == ["item.unknown"])
        let closure: [String: Value] = ["lifecycle": "main", "choice": "stop", "reason": "klaar"]
        func closed(_ checklist: Value, _ steps: Value) -> [String] {
            sample.refusal("closures", "c", closure.merging(["checklist": checklist, "steps": steps]) { $1 })
        }
        #expect(closed("ends", [["step": "dance"]]) == ["closure.step-unknown"])
        #expect(closed("ends", [["step": "party"], ["step": "party"]]) == ["closure.step-twice"])
        #expect(closed("factors", []) == ["closure.checklist"])
        #expect(closed(.null, [["step": "party"]]) == ["closure.checklist"])
        #expect(closed("ends", [["step": "party", "by": "clerk"]]) == [])
    }

    @Test("what a record may name is offered by name, of the lifecycle and phase that it names itself")
    func offers() throws {
        let situation = try LifecycleSample().situation
        func offered(_ kind: String, _ path: String..., values: [String: Value]) -> [MethodChoice]? {
            LifecycleSample.catalogue.offer(kind, path)?.choices(for: values, in: situation)
        }
        let phases = try #require(offered("passages", "phase", values: ["lifecycle": "main"]))
        #expect(phases.contains { $0.id == "start" && !$0.label.isEmpty })
        let questions = try #require(offered("answers", "question", values: ["lifecycle": "main", "phase": "start"]))
        #expect(questions.map(\.id).contains("who"))
        #expect(offered("answers", "question", values: [:])?.count ?? 0 >= questions.count)
        #expect(offered("assessments", "item", values: ["checklist": "factors"])?.isEmpty == false)
        #expect(offered("closures", "steps", "step", values: [:])?.map(\.id).contains("party") == true)
        #expect(offered("answers", "source", values: [:]) == nil)
    }

    @Test("what came in together with its lifecycle is found afterwards")
    func findings() throws {
        var sample = try LifecycleSample()
        try sample.add("passages", "p", ["lifecycle": "main", "phase": "nowhere", "entered": "2026-01-01"])
        let found = try #require(sample.findings("phase.unknown").first)
        #expect(found.severity == .error)
        #expect(found.record == "p")
        #expect(found.field == "phase")
        #expect(CourseState.of("main", sample.reader())?.current == nil)
    }

    @Test("a method that does not know the phases of the history cannot take over")
    func otherMethod() throws {
        var sample = try LifecycleSample()
        try sample.add("passages", "p", ["lifecycle": "main", "phase": "nowhere", "entered": "2026-01-01"])
        #expect(sample.refusal("lifecycles", "main", ["method": "factors"]).contains("method.missing"))
    }
}
