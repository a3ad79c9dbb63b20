import Ecosystems
import Kernel
import MethodLibrary

extension Assessment {
    static let guardian = ChangeGuard(Assessment.self) { _, new, situation in new.misnamed(in: situation) }

    /// The problem that the checklist has no such item.
    func misnamed(in situation: Situation) -> [Problem] {
        guard let checklist = situation.library.checklist(checklist) else { return [] }
        let known = checklist.items.map(\.id)
        guard !known.contains(item) else { return [] }
        return [
            Problem(
                "item.unknown", at: ["item"],
                Text("“\(item)” is geen punt van deze lijst.", "“\(item)” is not an item of this checklist."),
                mend: .oneOf(known))
        ]
    }
}
