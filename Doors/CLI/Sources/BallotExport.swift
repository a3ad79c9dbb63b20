import ArgumentParser
import Ecosystems
import Foundation
import Governance
import Kernel
import Ledger

/// Writes the file of a counted ballot, byte for byte as it was counted.
struct BallotExport: Telling {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the file of a counted ballot, which anyone can count again.",
        discussion: """
            `stelsel ballot count FILE.json` gives the outcome that stands in the decision. Of a secret ballot the file holds papers
            without names. A ballot that is not counted yet has no file.
            """)

    @Argument(help: "Id of the ecosystem.") var ecosystem: String
    @Argument(help: "Id of the ballot.") var ballot: String
    @Option(help: "File of the store.") var store: String
    @Option(help: "File to write; standard output unless given.") var out: String?
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let state = try House.open().state(of: ecosystem, in: store)
        guard let found = state[Ballot.self][ID(ballot)] else { throw Problem.noSuchBallot(ballot) }
        guard let decision = state[Decision.self].sorted.last(where: { $0.ballot == found.id }), !decision.file.isEmpty
        else {
            throw Problem.notCounted(found)
        }
        guard let out else { return Console.out(decision.file) }
        try DurableFile.replace(out, Data(decision.file.utf8), mode: 0o644)
        Console.out("\(out) \(decision.hash)")
    }
}

extension Problem {
    fileprivate static func notCounted(_ ballot: Ballot) -> Problem {
        Problem(
            "ballot.not-counted",
            Text(
                "Deze stemming is nog niet geteld: \(ballot.state.label.nl).",
                "This ballot is not counted yet: \(ballot.state.label.en)."),
            mend: Text("Sluit en tel haar eerst.", "Close and count it first."))
    }
}
