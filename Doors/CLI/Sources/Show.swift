import ArgumentParser
import Ecosystems
import Kernel

/// Shows one ecosystem in short.
package struct Show: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what an ecosystem holds and what deserves attention.",
        usage: """
            stelsel show PATH [--json] [--lang nl|en]
            stelsel show --store FILE ECOSYSTEM [--json] [--lang nl|en]
            """)

    @OptionGroup var place: PlaceArguments
    @Flag(help: "Print a JSON object instead of a summary.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let house = try House.open()
        let situation: Situation
        if let store = place.store {
            situation = try house.situation(house.state(of: place.path, in: store))
        } else {
            situation = try house.sound(place.path, language)
        }
        let summary = Summary(situation, catalogue: house.catalogue)
        if json { Console.out(json: summary.json(language)) } else { summary.tell(language) }
    }
}

extension House {
    /// The situation that a folder describes. When it has errors they are told, and the command exits with 1.
    func sound(_ path: String, _ language: Language) throws -> Situation { try judged(path, language).situation }

    /// The same, with what was read.
    func judged(
        _ path: String, _ language: Language
    ) throws -> (content: FolderContent, situation: Situation) {
        let check = check(path)
        guard let situation = check.situation, !check.hasErrors else {
            check.messages.complain(language)
            throw ExitCode.failure
        }
        return (check.content, situation)
    }
}
