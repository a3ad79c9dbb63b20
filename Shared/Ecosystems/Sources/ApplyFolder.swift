import Kernel
import MethodLibrary

/// Makes an ecosystem equal to a text folder: what differs is changed, what is not in the folder goes. All or nothing.
/// The folder has the last word: it is judged as a whole, as `FolderCheck` does, and not as steps from what was there;
/// and no reaction adds to it, so that a second time changes nothing. Only what a process made, such as a signature, it neither
/// removes nor changes.
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
        let wanted = try content.judged(from: foreseen(catalogue.emptyState(content.id)), catalogue: catalogue)
        let problems = changes.flatMap { fixed($0, in: situation.state, wanted, catalogue) }
        guard problems.isEmpty else { throw .invalid(problems) }
        var draft = ChangeDraft(situation: foreseen(situation.state), catalogue: catalogue)
        for change in changes { try draft.take(change, reason: reason) }
        return draft.events
    }

    /// What stands against a change of a record of a process: a kind with a rule of its own for removal is judged by that.
    private func fixed(
        _ change: RecordChange, in state: EcosystemState, _ wanted: Situation, _ catalogue: Catalogue
    ) -> [Problem] {
        guard let kind = catalogue.kind(change.kind), kind.isProcess,
            let old = state.table(change.kind)?.values(of: change.id)
        else { return [] }
        let problems: [Problem]
        if case .remove = change.action {
            let rules = catalogue.removals[change.kind] ?? []
            problems =
                rules.isEmpty
                ? [.processMissing(kind, change.id)] : rules.flatMap { $0.problems(change.id, state, wanted) }
        } else if old != wanted.state.table(change.kind)?.values(of: change.id) {
            problems = (catalogue.guards[change.kind] ?? []).flatMap { $0.problems(change.id, state, wanted) }
        } else {
            problems = []
        }
        return problems.map { $0.under(change.place) }
    }
}

extension Problem {
    fileprivate static func processMissing(_ kind: Kind, _ id: String) -> Problem {
        let (one, many) = (kind.naming.label, kind.naming.pluralLabel)
        return Problem(
            "folder.process-missing",
            Text(
                "\(one.nl) “\(id)” ontbreekt in de map. \(many.nl) ontstaan in een proces; een map haalt ze niet weg.",
                "\(one.en) “\(id)” is not in the folder. \(many.en) come about in a process; a folder does not remove them."
            ),
            mend: Text(
                "Is de map een oudere export? Exporteer opnieuw, breng uw wijzigingen daarin aan en pas die map toe.",
                "Is the folder an older export? Export anew, make your changes there and apply that folder."))
    }
}
