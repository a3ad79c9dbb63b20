import Ecosystems
import Kernel
import MethodLibrary

/// The phases, questions, items and steps that fields of this context may name; the guards refuse any other.
enum NamesOffers {
    static let all = [
        FieldOffer(Passage.self, "phase") { phases(of: $0["lifecycle"], in: $1) },
        FieldOffer(Answer.self, "phase") { phases(of: $0["lifecycle"], in: $1) },
        FieldOffer(Answer.self, "question") { questions(of: $0["lifecycle"], in: $0["phase"], $1) },
        FieldOffer(Assessment.self, "item") { $1.library.items(of: $0["checklist"], for: [.diagnosis]) },
        FieldOffer(Closure.self, "steps", "step") { $1.library.items(of: $0["checklist"], for: [.closing]) },
    ]

    /// The lifecycle that a field names, or all of them.
    private static func courses(_ named: Value?, in situation: Situation) -> [(title: Text, method: LifecycleMethod)] {
        let course = named?.string.flatMap { situation.state[Course.self][ID($0)] }
        return (course.map { [$0] } ?? situation.state[Course.self].sorted).compactMap { course in
            guard let method = situation.library.lifecycle(course.method) else { return nil }
            let name = situation.library.method(course.method)?.name ?? course.title
            return (course.scope.isEmpty ? name : course.scope, method)
        }
    }

    private static func phases(of lifecycle: Value?, in situation: Situation) -> [MethodChoice] {
        courses(lifecycle, in: situation).flatMap { title, method in
            method.phases.map { MethodChoice(id: $0.id, label: $0.name, group: title) }
        }
    }

    private static func questions(of lifecycle: Value?, in phase: Value?, _ situation: Situation) -> [MethodChoice] {
        courses(lifecycle, in: situation).flatMap { _, method in
            let named = phase?.string.flatMap { method.phase($0) }
            return (named.map { [$0] } ?? method.phases).flatMap { phase in
                phase.questions.map { MethodChoice(id: $0.id, label: $0.text, group: phase.name) }
            }
        }
    }
}
