import Ecosystems
import Kernel
import MethodLibrary

extension Closure {
    static let guardian = ChangeGuard(Closure.self) { _, new, situation in new.misnamed(in: situation) }

    package func problems() -> [Problem] {
        if checklist.isEmpty, !steps.isEmpty {
            return [
                Problem(
                    "closure.checklist", at: ["checklist"],
                    Text("Bij stappen hoort een lijst.", "Steps need a checklist."),
                    mend: Text("Kies de lijst waar de stappen in staan.", "Choose the checklist that has these steps."))
            ]
        }
        var seen: Set<String> = []
        return steps.enumerated().filter { !seen.insert($1.step).inserted }.map { index, step in
            Problem(
                "closure.step-twice", at: ["steps", String(index), "step"],
                Text("De stap “\(step.step)” staat er twee keer.", "The step “\(step.step)” is there twice."),
                mend: Text("Haal er één weg.", "Remove one of them."))
        }
    }

    /// The problems that the checklist is not for closing, or does not have a step.
    func misnamed(in situation: Situation) -> [Problem] {
        guard let checklist = situation.library.checklist(checklist) else { return [] }
        guard checklist.use == .closing else {
            let closing = situation.library.methods(of: .checklists).filter { $0.checklist?.use == .closing }
            return [
                Problem(
                    "closure.checklist", at: ["checklist"],
                    Text("Deze lijst is niet om af te sluiten.", "This checklist is not for closing."),
                    mend: .oneOf(closing.map(\.id)))
            ]
        }
        let known = checklist.items.map(\.id)
        return steps.enumerated().filter { !known.contains($1.step) }.map { index, step in
            Problem(
                "closure.step-unknown", at: ["steps", String(index), "step"],
                Text("“\(step.step)” is geen stap van deze lijst.", "“\(step.step)” is not a step of this checklist."),
                mend: .oneOf(known))
        }
    }
}
