import Ecosystems
import Kernel

/// Phases, questions, items and steps that a method does not have (any more): it may have been adapted after they were recorded, or they
/// came in together with their lifecycle.
enum NamesFindings {
    static let passages = rule(Passage.self) { $0.misnamed(in: $1) }
    static let answers = rule(Answer.self) { $0.misnamed(in: $1) }
    static let closures = rule(Closure.self) { $0.misnamed(in: $1) }
    static let assessments = rule(Assessment.self) { $0.misnamed(in: $1) }

    private static func rule<R: Record>(
        _ type: R.Type, _ problems: @escaping @Sendable (R, Situation) -> [Problem]
    ) -> FindingRule {
        FindingRule { situation in
            situation.state[type].records.flatMap { record in
                problems(record, situation).map { problem in
                    Finding(
                        problem.rule, .error, problem.message, why: why(problem), kind: R.naming.plural,
                        record: record.id.rawValue, field: problem.path.first ?? "")
                }
            }
        }
    }

    private static func why(_ problem: Problem) -> Text {
        Text(
            "Wat de methode niet kent, komt op geen pagina terug. \(problem.mend.nl)",
            "What the method does not know, comes back on no page. \(problem.mend.en)")
    }
}
