import Kernel
import MethodLibrary

/// Makes an ecosystem equal to a text folder: what differs is changed, what is not in the folder goes. All or nothing.
/// The folder has the last word: no reaction adds to it, so that a second time changes nothing.
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
        let foreseen = Situation(
            state: situation.state, library: library, standard: situation.standard, today: situation.today)
        var draft = ChangeDraft(situation: foreseen, catalogue: catalogue)
        for change in changes { try draft.take(change, reason: reason) }
        try draft.check()
        return draft.events
    }
}
