import ArgumentParser
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger

/// Brings a store in line with a text folder.
package struct Apply: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Make an ecosystem in a store equal to a folder of text.",
        discussion: """
            Records what differs as events in the history, all of it or nothing; a second run changes nothing. The
            ecosystem, and the store, are made when they do not exist. What is not in the folder is removed from the
            ecosystem; its history stays. Versions and signatures stay too: a folder that lacks one, such as an older
            export, is refused; export anew and make your changes there. A folder with errors is refused with file and line.
            """)

    @Argument(help: "Folder with ecosystem.yaml.") var path: String
    @OptionGroup var target: StoreOption
    @Flag(help: "Only show what would change.") var dryRun = false
    @Option(help: "Why, for the history.") var reason = ""
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() async throws {
        let house = try House.open()
        let check = house.check(path)
        guard let wanted = check.situation, !check.hasErrors else {
            check.messages.complain(language)
            throw ExitCode.failure
        }
        let isNew = !FileManager.default.fileExists(atPath: target.store)
        let old =
            dryRun && isNew
            ? house.catalogue.emptyState(check.content.id)
            : isNew ? nil : try house.stored(check.content.id, in: target.store)
        let differences = Difference.between(
            old ?? house.catalogue.emptyState(check.content.id), wanted.state, catalogue: house.catalogue
        ).told(by: wanted.state, house.catalogue)
        do {
            if dryRun, let old {
                _ = try ApplyFolder(check.content, reason: reason)
                    .decide(in: house.situation(old), catalogue: house.catalogue)
            } else {
                try await house.record(check.content, reason: reason, in: target.store)
            }
        } catch let refusal as Refusal { try tell(refusal, check.content) }
        tell(differences, check.content.id)
    }

    private func tell(_ refusal: Refusal, _ content: FolderContent) throws {
        refusal.problems.map { content.message($0) }.complain(language)
        throw ExitCode.failure
    }

    private func tell(_ differences: [Difference], _ id: String) {
        if differences.isEmpty {
            return Console.out(language == .nl ? "\(id): niets te wijzigen." : "\(id): nothing to change.")
        }
        if dryRun { differences.tell(language) }
        let counts = RecordVerb.allCases.map { verb in "\(differences.count { $0.verb == verb }) \(verb.rawValue)" }
        Console.out("\(id): \(counts.joined(separator: ", "))" + (dryRun ? " (dry run, nothing recorded)" : ""))
    }
}

extension House {
    fileprivate func record(_ content: FolderContent, reason: String, in store: String) async throws {
        let installation = try writable(store)
        let result = await Result { try await installation.apply(content, reason: reason) }
        try await installation.close()
        _ = try result.get()
    }
}

extension Installation {
    /// Makes an ecosystem equal to a text folder, as the person at the machine.
    package func apply(_ content: FolderContent, reason: String) async throws(Refusal) -> Outcome {
        let ecosystem = try await host.begin(content.id)
        return try await ecosystem.perform(ApplyFolder(content, reason: reason), by: .atTheMachine)
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
