import Kernel
import Notation

/// One thing to say about a text folder: where, how bad, which rule, what.
package struct FolderMessage: Sendable, Hashable {
    package let file: String
    package let line: Int
    package let column: Int
    package let severity: Finding.Severity
    package let problem: Problem

    /// `file:line: severity rule message`, on one line.
    package func described(in language: Language) -> String {
        let words = problem.described(at: .init(line: line, column: column), in: language)
        return "\(file.onOneLine):\(line): \(severity.rawValue) \(problem.rule) \(words)"
    }
}

/// An ecosystem as a folder of text, read but not yet judged: what each file says and where.
package struct FolderContent: Sendable {
    package struct Entry: Sendable {
        let kind: Kind
        let id: String
        let values: [String: Value]
        let file: String
        let located: Located
    }

    /// The ecosystem's id; "" when `ecosystem.yaml` does not give one.
    package internal(set) var id = ""
    package internal(set) var entries: [Entry] = []
    package internal(set) var messages: [FolderMessage] = []
    /// What could not be read, so that nobody is blamed for naming it.
    var gaps = FolderGaps()
    /// The files with comments, which are not kept when the folder is written anew.
    package internal(set) var commented: [String] = []

    /// The changes that make an empty ecosystem equal to this folder.
    package var changes: [RecordChange] { entries.map { RecordChange($0.kind.plural, $0.id, .put($0.values)) } }

    /// Where a problem of a change points at. Its path starts with `kind/id`.
    package func message(_ problem: Problem, _ severity: Finding.Severity = .error) -> FolderMessage {
        let key = problem.path.first ?? ""
        let entry = places[key].map { entries[$0] }
        let place = entry?.located.place(at: problem.path.dropFirst()) ?? Located.Place(line: 1, column: 1)
        return FolderMessage(
            file: entry?.file ?? "ecosystem.yaml", line: place.line, column: place.column, severity: severity,
            problem: problem)
    }

    var places: [String: Int] = [:]
}

/// What a folder may hold besides what could be read of it.
struct FolderGaps: Sendable {
    /// Kinds of which some records could not be read.
    var kinds: Set<String> = []
    /// Whether some methods could not be read.
    var methods = false

    var isEmpty: Bool { kinds.isEmpty && !methods }
}

extension FolderContent {
    /// The methods that the folder brings along.
    var methodCopies: [(id: String, yaml: String)] {
        entries.filter { $0.kind.plural == AdaptedMethod.naming.plural }.map {
            ($0.id, $0.values["yaml"]?.string ?? "")
        }
    }

    /// The situation that this folder describes, judged as a whole and not as steps from what was there before.
    func judged(
        from empty: Situation, catalogue: Catalogue, gaps: FolderGaps = FolderGaps()
    ) throws(Refusal) -> Situation {
        var draft = ChangeDraft(situation: empty, catalogue: catalogue, gaps: gaps)
        for change in changes { try draft.take(change, reason: "") }
        try draft.check()
        return Situation(state: draft.after, library: empty.library, standard: empty.standard, today: empty.today)
    }

    /// The changes that make a state equal to this folder: what differs is put, what is not in the folder is removed.
    /// Does the folder say nothing about this kind? An export leaves out what is confidential, so that its absence means nothing.
    package func leavesAlone(_ kind: Kind) -> Bool {
        kind.isConfidential && !entries.contains { $0.kind.plural == kind.plural }
    }

    package func changes(from state: EcosystemState, catalogue: Catalogue) -> [RecordChange] {
        var changes: [RecordChange] = []
        for entry in entries { changes.append(RecordChange(entry.kind.plural, entry.id, .put(entry.values))) }
        for kind in catalogue.kinds where !leavesAlone(kind) {
            for id in state.table(kind.plural)?.ids ?? [] where places["\(kind.plural)/\(id)"] == nil {
                changes.append(RecordChange(kind.plural, id, .remove))
            }
        }
        return changes
    }
}
