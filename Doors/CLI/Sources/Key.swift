import ArgumentParser
import Foundation
import Ledger

/// The key with which a store signs its checkpoints.
package struct Key: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Show the key a store signs with, or go on with a new one.",
        subcommands: [KeyShow.self, KeyRenew.self], defaultSubcommand: KeyShow.self)

    package init() {}
}

/// Prints the public key, for who keeps checkpoints.
struct KeyShow: Telling {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the public key with which checkpoints can be checked.")

    @OptionGroup var source: StoreOption
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let ledger = try LedgerStore.open(path: source.store, readOnly: true)
        defer { try? ledger.close() }
        Console.out(ledger.verifierKey)
    }
}

/// Goes on with a new key when the old one is lost, after proving that the store is sound.
struct KeyRenew: Telling {
    static let configuration = CommandConfiguration(
        commandName: "renew", abstract: "Go on with another key, because the old one is lost.",
        discussion: """
            Signs with the key that now lies beside the store (STORE.key), or makes one. Checkpoints that were signed with
            the old key stay valid; the store remembers all keys it has signed with. Whoever keeps checkpoints should hear
            of the new key from you.
            """)

    @OptionGroup var source: StoreOption
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        guard FileManager.default.fileExists(atPath: source.store) else {
            throw LedgerRefusal.notFound(path: source.store)
        }
        let proved = try House.open().proved(source.store)
        let old = proved.verifierKey
        try proved.close()
        let ledger = try LedgerStore.open(path: source.store, acceptNewKey: true)
        defer { try? ledger.close() }
        try ledger.saveCheckpoint()
        guard ledger.verifierKey != old else {
            return Console.out("The key is still \(old); there was nothing to renew.")
        }
        Console.out("The store now signs with \(ledger.verifierKey)")
        Console.out("Tell those who keep checkpoints; before it was \(old)")
    }
}
