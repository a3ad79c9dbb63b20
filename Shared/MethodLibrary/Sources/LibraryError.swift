import Kernel
import Notation

/// One thing that is wrong with a method file, and where.
package struct LibraryProblem: Sendable, Hashable {
    package let file: String
    /// Line and column, from 1.
    package let place: Located.Place
    package let problem: Problem

    /// The problem with its line and column in the message, for who has the text of the file before them.
    package var told: Problem {
        var told = problem
        let (line, column) = (place.line, place.column)
        told.message = Text(
            "Regel \(line), kolom \(column): \(problem.message.shown(.nl))",
            "Line \(line), column \(column): \(problem.message.shown(.en))")
        return told
    }

    /// `file:line: rule message`, with how to mend it when that is known.
    package func described(in language: Language) -> String {
        "\(file.onOneLine):\(place.line): \(problem.rule) \(problem.described(at: place, in: language))"
    }
}

/// Everything that is wrong with the files of a library, sorted by file and line.
package struct LibraryError: Error, Sendable, Hashable, CustomStringConvertible {
    package let problems: [LibraryProblem]

    init(_ problems: [LibraryProblem]) {
        self.problems = problems.sorted { left, right in
            (left.file, left.place.line, left.place.column, left.problem.rule)
                < (right.file, right.place.line, right.place.column, right.problem.rule)
        }
    }

    /// In English, one line for each problem.
    package var description: String { problems.map { $0.described(in: .en) }.joined(separator: "\n") }
}
