import Kernel
import MethodLibrary

/// Makes an ecosystem equal to a text folder: what differs is changed, what is not in the folder goes. All or nothing.
/// The folder has the last word: it is judged as a whole, as `FolderCheck` does, and not as steps from what was there;
/// and no reaction adds to it, so that a second time changes nothing.
package struct ApplyFolder: Command {
    let content: FolderContent
    let reason: String

    package init(_ content: FolderContent, reason: String) {
        self.content = content
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .administer }

    /// Records may name the methods that come with the same folder, so these are in use from the start.
    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let changes = content.changes(from: situation.state, catalogue: catalogue)
        let library: Library
        do throws(LibraryError) {
            library = try situation.standard.adding(copies: content.methodCopies)
        } catch { throw .invalid(error.problems.map(\.problem)) }
        func foreseen(_ state: EcosystemState) -> Situation {
            Situation(state: state, library: library, standard: situation.standard, today: situation.today)
        }
        _ = try content.judged(from: foreseen(catalogue.emptyState(content.id)), catalogue: catalogue)
        var draft = ChangeDraft(situation: foreseen(situation.state), catalogue: catalogue)
        for change in changes { try draft.take(change, reason: reason) }
        return draft.events
    }
}
