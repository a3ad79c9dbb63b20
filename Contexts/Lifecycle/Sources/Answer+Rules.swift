import Ecosystems
import Kernel
import MethodLibrary

extension Answer {
    static let guardian = ChangeGuard(Answer.self) { _, new, situation in new.misnamed(in: situation) }

    /// The problem that the lifecycle's method has no such phase, or that phase no such question.
    func misnamed(in situation: Situation) -> [Problem] {
        if let problem = Problem.unknownPhase(phase, of: lifecycle, in: situation) { return [problem] }
        guard let course = situation.state[Course.self][lifecycle],
            let phase = situation.library.lifecycle(course.method)?.phase(phase),
            !phase.questions.contains(where: { $0.id == question })
        else { return [] }
        return [
            Problem(
                "question.unknown", at: ["question"],
                Text(
                    "“\(question)” is geen vraag van de fase “\(phase.name.shown(.nl))”.",
                    "“\(question)” is not a question of the phase “\(phase.name.shown(.en))”."),
                mend: .oneOf(phase.questions.map(\.id)))
        ]
    }
}
