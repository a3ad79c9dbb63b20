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
            """)

    @Argument(help: "Id of the ecosystem.") var ecosystem: String
    @OptionGroup var source: StoreOption
    @Option(name: .customLong("out"), help: "Folder to write to.") var folder: String
    @Option(help: "A day (2024-11-26) or the number of an event.") var asOf: Moment?
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let house = try House.open()
        let sequence = try asOf.map { try $0.sequence(of: ecosystem, in: source.store) }
        let state = try house.state(of: ecosystem, in: source.store, through: sequence)
        try refuseStrangeFolder(house)
        let changed = try FolderWriter.write(
            FolderWriter.files(state, catalogue: house.catalogue), to: folder)
        for name in changed { Console.out(name) }
        if changed.isEmpty {
            Console.out(language == .nl ? "Alles stond er al zo." : "Everything was there already.")
        }
    }

    /// An export removes YAML files that no longer belong, so it only writes where this ecosystem lives or nothing does.
    private func refuseStrangeFolder(_ house: House) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard names.contains(where: { $0.hasSuffix(".yaml") }) else { return }
        let found = FolderReader.read(folder, catalogue: house.catalogue).id
        guard found != ecosystem else { return }
        throw Problem(
            "export.folder",
            Text(
                "In \(folder) staan YAML-bestanden die niet van “\(ecosystem)” zijn.",
                "\(folder) holds YAML files that are not those of “\(ecosystem)”."),
            mend: Text("Kies een lege map.", "Choose an empty folder."))
    }
}

/// A point in a history: the end of a day, or an event.
enum Moment: ExpressibleByArgument {
    case day(Day)
    case event(Int)

    init?(argument: String) {
        if let day = Day(argument) {
            self = .day(day)
        } else if let sequence = Int(argument), sequence > 0 {
            self = .event(sequence)
        } else {
            return nil
        }
    }

    /// The last event up to this point; refuses when there is none.
    func sequence(of id: String, in store: String) throws -> Int {
        guard case .day(let day) = self else {
            if case .event(let sequence) = self { return sequence }
            return 0
        }
        let ledger = try LedgerStore.open(path: store, readOnly: true)
        defer { try? ledger.close() }
        let sequence = try ledger.lastSequence(of: id, atOrBefore: Self.end(of: day))
        guard sequence > 0 else {
            throw Problem(
                "history.before",
                Text("Op \(day) was er van “\(id)” nog niets.", "On \(day) there was nothing of “\(id)” yet."),
                mend: Text("Kies een latere dag.", "Choose a later day."))
        }
        return sequence
    }

    /// The last millisecond of a Dutch day.
    private static func end(of day: Day) -> Int64 {
        let next = Int64((day + 1).number) * 86_400_000
        let offsets: [Int64] = [7_200_000, 3_600_000]
        let start = offsets.map { next - $0 }.first { Clock.day(of: $0) == day + 1 && Clock.day(of: $0 - 1) == day }
        return (start ?? next - 3_600_000) - 1
    }
}
