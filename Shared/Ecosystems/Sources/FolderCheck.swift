import Kernel
import MethodLibrary

/// A text folder judged as a whole: what is wrong, and, if it hangs together, the state it describes with what deserves attention.
package struct FolderCheck: Sendable {
    package let content: FolderContent
    /// Errors first, then by file and line.
    package let messages: [FolderMessage]
    /// Nil when there are errors.
    package let situation: Situation?
    package let findings: [Finding]

    package var hasErrors: Bool { messages.contains { $0.severity == .error } }

    package init(_ path: String, catalogue: Catalogue, methods: Library, today: Day) {
        let content = FolderReader.read(path, catalogue: catalogue)
        let judged = Self.judge(content, catalogue: catalogue, methods: methods, today: today)
        let findings = judged.situation.map { catalogue.findings($0) } ?? []
        let notes = findings.map { finding in
            content.message(
                Problem(finding.rule, at: ["\(finding.kind)/\(finding.record)", finding.field], finding.message),
                finding.severity)
        }
        self.content = content
        self.findings = findings
        situation = judged.situation
        messages = (content.messages + judged.messages + notes).sorted {
            ($0.severity, $0.file, $0.line, $0.problem.rule) < ($1.severity, $1.file, $1.line, $1.problem.rule)
        }
    }

    private static func judge(
        _ content: FolderContent, catalogue: Catalogue, methods: Library, today: Day
    ) -> (situation: Situation?, messages: [FolderMessage]) {
        var messages: [FolderMessage] = []
        var gaps = content.gaps
        var library = methods
        do throws(LibraryError) { library = try methods.adding(copies: content.methodCopies) } catch {
            messages = error.problems.map(FolderMessage.init)
            gaps.methods = true
        }
        do throws(Refusal) {
            let empty = Situation(
                state: catalogue.emptyState(content.id), library: library, standard: methods, today: today)
            let situation = try content.judged(from: empty, catalogue: catalogue, gaps: gaps)
            return (content.messages.isEmpty && messages.isEmpty ? situation : nil, messages)
        } catch { return (nil, messages + error.problems.map { content.message($0) }) }
    }
}

extension FolderMessage {
    /// What is wrong in a method of the folder's own.
    init(_ found: LibraryProblem) {
        self.init(
            file: found.file, line: found.place.line, column: found.place.column, severity: .error,
            problem: found.problem)
    }
}
