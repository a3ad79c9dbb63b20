import Access
import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// A subcommand that tells an expected refusal in plain words and exits with 1. Bad usage exits with 64 before it runs.
package protocol Telling: AsyncParsableCommand {
    var words: WordsOption { get }
    func carryOut() async throws
}

extension Telling {
    var language: Language { words.lang }

    package func run() async throws {
        do { try await carryOut() } catch {
            guard let lines = Told.lines(error, words.lang) else { throw error }
            for line in lines { Console.err("stelsel: \(line)") }
            throw ExitCode.failure
        }
    }
}

/// The one place where errors become words at the command line.
package enum Told {
    /// Nil for an error that nobody expected, and for an exit that has been told already.
    package static func lines(_ error: any Error, _ language: Language) -> [String]? {
        switch error {
        case let refusal as Refusal: refusal.problems.map { line($0, language) }
        case let problem as Problem: [line(problem, language)]
        case let refusal as LedgerRefusal: ["\(refusal.rule) \(refusal)"]
        case let error as LibraryError: error.problems.map { $0.described(in: language) }
        case let refusal as AccessRefusal: [line(refusal, language)]
        case let error as CocoaError: [line(.file(error), language)]
        default: nil
        }
    }

    package static func line(_ problem: Problem, _ language: Language) -> String {
        let place = problem.path.isEmpty ? "" : problem.path.joined(separator: ".") + ": "
        let mend = problem.mend.shown(language)
        let line = "\(place)\(problem.rule) \(problem.message.shown(language))" + (mend.isEmpty ? "" : " \(mend)")
        return line.onOneLine
    }

    private static func line(_ refusal: AccessRefusal, _ language: Language) -> String {
        let (message, remedy) =
            language == .nl
            ? (refusal.messages.nl, refusal.remedy.nl) : (refusal.messages.en, refusal.remedy.en)
        let detail = refusal.detail.map { " (\($0))" } ?? ""
        return "\(refusal.rule.rawValue) \(message)\(detail) \(remedy)"
    }
}

extension Problem {
    fileprivate static func file(_ error: CocoaError) -> Problem {
        let path = error.filePath ?? error.userInfo[NSFilePathErrorKey] as? String ?? ""
        return Problem(
            "file.failed", at: path.isEmpty ? [] : [path],
            Text("Dit is niet te lezen of te schrijven.", "This cannot be read or written."),
            mend: Text(
                "Kijk of het pad klopt en of u er rechten toe hebt.",
                "See whether the path is right and you may use it."))
    }
}
