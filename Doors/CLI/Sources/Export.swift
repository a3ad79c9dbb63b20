import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Ledger

/// Writes an ecosystem of a store as text.
package struct Export: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write an ecosystem of a store as a folder of text.",
        discussion: """
            Gives the canonical text: a folder that was formatted and applied comes back byte for byte. With --as-of the
            ecosystem as it stood at the end of a day (Dutch time), or after an event of its history.
            What is confidential, such as disputes, is left out unless asked for; applying a folder without it leaves it as it is.
            """)

    @Argument(help: "Id of the ecosystem.") var ecosystem: String
    @OptionGroup var source: StoreOption
    @Option(name: .customLong("out"), help: "Folder to write to.") var folder: String
    @Flag(help: "Also write what is confidential, such as disputes.") var withConfidences = false
    @Option(help: "A day (2024-11-26) or the number of an event.") var asOf: HistoryPoint?
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let house = try House.open()
        let through = try asOf.map { try sequence(at: $0, house.clock) }
        let state = try house.state(of: ecosystem, in: source.store, through: through)
        try refuseStrangeFolder(house)
        let changed = try FolderWriter.write(
            FolderWriter.files(state, catalogue: house.catalogue, confidences: withConfidences), to: folder)
        for name in changed { Console.out(name) }
        if changed.isEmpty {
            Console.out(language == .nl ? "Alles stond er al zo." : "Everything was there already.")
        }
    }

    private func sequence(at point: HistoryPoint, _ clock: Clock) throws -> Int {
        let ledger = try LedgerStore.open(path: source.store, readOnly: true)
        defer { try? ledger.close() }
        guard try ledger.lastSequence(of: ecosystem) > 0 else {
            throw House.unknown(ecosystem, among: try ledger.ecosystems().map(\.ecosystem))
        }
        return try point.sequence(of: ecosystem, in: ledger, clock: clock)
    }

    /// An export removes YAML files that no longer belong, so it only writes where this ecosystem lives or nothing does.
    private func refuseStrangeFolder(_ house: House) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard names.contains(where: { $0.hasSuffix(".yaml") }) else { return }
        let found = FolderReader.read(folder, catalogue: house.catalogue)
        guard found.id != ecosystem else { return found.tellLostComments(language) }
        throw Problem(
            "export.folder",
            Text(
                "In \(folder) staan YAML-bestanden die niet van “\(ecosystem)” zijn.",
                "\(folder) holds YAML files that are not those of “\(ecosystem)”."),
            mend: Text("Kies een lege map.", "Choose an empty folder."))
    }
}

extension HistoryPoint: ExpressibleByArgument {
    package init?(argument: String) {
        if let day = Day(argument) {
            self = .day(day)
        } else if let sequence = Int(argument) {
            self = .event(sequence)
        } else {
            return nil
        }
    }
}
