import ArgumentParser
import Counting
import Foundation
import Kernel

/// Counts a file of ballots, without a store or a network.
struct BallotCount: Telling {
    static let configuration = CommandConfiguration(
        commandName: "count", abstract: "Count the ballots in a file.",
        discussion: """
            Prints the outcome, every number on the way and the sentence that explains it. Exits with 0 when it was
            counted, whatever came out, and with 1 and what is wrong when the file cannot be counted. The same file
            always gives the same answer. The form of the file and each rule stand in docs/ballots.
            """)

    @Argument(help: "The file with rule, options, seats and ballots, as JSON.") var file: String
    @Flag(help: "Print a JSON object instead of sentences.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        do {
            let outcome = try Count(try BallotFile.read(bytes())).outcome()
            if json { Console.out(json: outcome.value(in: language)) } else { tell(outcome) }
        } catch let refusal as Refusal {
            if json { Console.out(json: refusal.value(language)) }
            throw refusal
        }
    }

    /// The size is looked at first, so that a file that does not fit is not read.
    private func bytes() throws -> Data {
        let url = URL(fileURLWithPath: file)
        let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int ?? 0
        guard size <= BallotFile.mostBytes else { throw Refusal.invalid([.tooLarge(size, file)]) }
        return try Data(contentsOf: url, options: .mappedIfSafe)
    }

    private func tell(_ outcome: Outcome) {
        Console.out(
            "\(outcome.result.inWords.shown(language))\(outcome.winners.isEmpty ? "" : ": " + outcome.winners.joined(separator: ", "))"
                .onOneLine)
        for step in outcome.steps { Console.out("  " + step.text.shown(language).onOneLine) }
    }
}

extension Outcome.Result {
    fileprivate var inWords: Text {
        switch self {
        case .adopted: Text("Aangenomen", "Adopted")
        case .rejected: Text("Niet aangenomen", "Not adopted")
        case .noQuorum: Text("Geen quorum", "No quorum")
        case .tie: Text("Onbeslist", "Undecided")
        case .elected: Text("Gekozen", "Elected")
        }
    }
}

extension Refusal {
    /// The problems for a machine; the words are on standard error too.
    fileprivate func value(_ language: Language) -> Value {
        [
            "problems": .list(
                problems.map { problem in
                    [
                        "rule": .string(problem.rule), "path": .list(problem.path.map(Value.string)),
                        "message": .string(problem.message.shown(language)),
                        "mend": .string(problem.mend.shown(language)),
                    ]
                })
        ]
    }
}

extension Problem {
    fileprivate static func tooLarge(_ size: Int, _ file: String) -> Problem {
        Problem(
            "file.large", at: [file],
            Text(
                "Het bestand is \(size) bytes; er passen er \(BallotFile.mostBytes).",
                "The file is \(size) bytes; \(BallotFile.mostBytes) fit."),
            mend: Text("Laat toelichtingen weg of verdeel de stemming.", "Leave out remarks or divide the ballot."))
    }
}
