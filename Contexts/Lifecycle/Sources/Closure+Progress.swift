import Ecosystems
import Kernel
import MethodLibrary
import Parties

extension Closure {
    /// A step of the checklist with what was agreed and done about it.
    struct StepProgress: Sendable {
        let item: ChecklistMethod.Item
        let due: Day?
        let done: Day?
        let by: ID<Person>?
        let isLate: Bool
    }

    /// Every step of the closing checklist, in its order; none without a checklist.
    func progress(_ situation: Situation) -> [StepProgress] {
        guard let checklist = situation.library.checklist(checklist) else { return [] }
        let own = Dictionary(steps.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
        return checklist.items.map { item in
            let step = own[item.id]
            let due = step?.due ?? item.days.flatMap { days in decided.map { $0 + days } }
            return StepProgress(
                item: item, due: due, done: step?.done, by: step?.by,
                isLate: step?.done == nil && due.map { $0 < situation.today } ?? false)
        }
    }

    /// By the day of the decision, those without a day first.
    static func precedes(_ one: Closure, _ other: Closure) -> Bool {
        (one.decided?.number ?? .min, one.id) < (other.decided?.number ?? .min, other.id)
    }
}
