import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Ledger

/// Compares two folders, or a folder with a store.
package struct Diff: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show how an ecosystem in text differs from another folder or from a store.",
        usage: """
            stelsel diff PATH PATH2 [--json]
            stelsel diff PATH --store FILE [--json]
            """,
        discussion: """
            With two folders: what changed from the first to the second. With --store: what `stelsel apply` would change.
            """)

    @Argument(help: "Folder of the ecosystem.") var path: String
    @Argument(help: "Folder to compare with.") var path2: String?
    @Option(help: "File of the store to compare with.") var store: String?
    @Flag(help: "Print a JSON array instead of lines.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func validate() throws {
        guard (path2 == nil) != (store == nil) else {
            throw ValidationError("Give a second folder or --store FILE, one of the two.")
        }
    }

    package func carryOut() throws {
        let house = try House.open()
        let folder = try house.sound(path, language).state
        let (old, new): (EcosystemState, EcosystemState)
        if let path2 {
            (old, new) = (folder, try house.sound(path2, language).state)
        } else {
            (old, new) = (try house.stored(folder.id, in: store ?? ""), folder)
        }
        let differences = Difference.between(old, new, catalogue: house.catalogue)
            .told(by: new, house.catalogue)
        if json {
            Console.out(json: .list(differences.map { $0.json }))
        } else {
            differences.tell(language)
        }
    }
}

extension House {
    /// An ecosystem as the store has it; empty when it is not in there yet.
    func stored(_ id: String, in store: String) throws -> EcosystemState {
        let ledger = try proved(store)
        defer { try? ledger.close() }
        return try Replay(ledger: ledger, catalogue: catalogue).state(of: id)
    }
}

extension [Difference] {
    /// Without what a folder says nothing about: an export leaves out what is confidential, so that its absence means nothing.
    func told(by folder: EcosystemState, _ catalogue: Catalogue) -> [Difference] {
        let silent = Set(
            catalogue.kinds.filter { $0.isConfidential && folder.table($0.plural)?.count == 0 }.map(\.plural))
        return filter { !silent.contains($0.kind) }
    }

    func tell(_ language: Language) {
        if isEmpty { Console.out(language == .nl ? "Geen verschil." : "No difference.") }
        for difference in self {
            let mark = difference.verb == .added ? "+" : difference.verb == .removed ? "-" : "~"
            let title = difference.title.shown(language).onOneLine
            Console.out("\(mark) \(difference.kind)/\(difference.id)  \(title)")
            guard difference.verb == .changed else { continue }
            for change in difference.fields {
                Console.out("    \(change.field): \(Self.shown(change.before)) → \(Self.shown(change.after))")
            }
        }
    }

    private static func shown(_ value: Value) -> String {
        switch value {
        case .null: "–"
        case .string(let text): text.onOneLine
        default: CanonicalJSON.string(value)
        }
    }
}

extension Difference {
    var json: Value {
        [
            "kind": .string(kind), "id": .string(id), "title": title.json, "change": .string(verb.rawValue),
            "fields": .list(
                fields.map { ["field": .string($0.field), "before": $0.before, "after": $0.after] }),
        ]
    }
}
