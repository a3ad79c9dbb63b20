import ArgumentParser
import Foundation
import Ledger

/// Copies a store while it is in use.
package struct Backup: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy a store to a new file, while it stays in use.",
        discussion: """
            The copy holds the store as it is at one moment, with a signed checkpoint beside it. Nothing is overwritten.
            The key (STORE.key) is left out: keep it elsewhere.
            """)

    @OptionGroup var source: StoreOption
    @Option(name: .customLong("out"), help: "File to make.") var destination: String
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        guard FileManager.default.fileExists(atPath: source.store) else {
            throw LedgerRefusal.notFound(path: source.store)
        }
        let proved = try House.open().proved(source.store)
        try proved.close()
        let ledger = try LedgerStore.open(path: source.store)
        defer { try? ledger.close() }
        try ledger.backup(to: destination)
        Console.out(destination)
    }
}
