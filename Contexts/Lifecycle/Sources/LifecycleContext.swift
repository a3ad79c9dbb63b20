import Ecosystems
import Kernel

/// The phases that an ecosystem goes through: questions and answers, what must be ready, moving on or back, and ending.
package enum LifecycleContext {
    package static let parts = ContextParts(
        id: "lifecycle", name: Text("Levensloop", "Lifecycle"),
        kinds: [
            Kind(Course.self), Kind(Passage.self), Kind(Answer.self), Kind(Closure.self), Kind(Assessment.self),
        ],
        guards: [
            Course.guardian, Passage.guardian, Answer.guardian, Closure.guardian, Assessment.guardian,
        ],
        findings: [
            CourseFindings.none, CourseFindings.noPhase, CourseFindings.endedWithoutClosure, CourseFindings.stepsLate,
            PhaseFindings.notReady, PhaseFindings.questionsOpen,
            NamesFindings.passages, NamesFindings.answers, NamesFindings.closures, NamesFindings.assessments,
        ], findingWords: findingWords, offers: NamesOffers.all)
}
