import ArgumentParser
import Foundation
import Kernel
import Ledger

/// Proves a store.
package struct Verify: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Recompute a store and prove that nothing was altered.",
        discussion: """
            Reads every entry, recomputes the tree and compares it with what was signed. Exits with 0 and a summary, or
            with 1 and the first entry that fails and why. A checkpoint that was kept elsewhere is the strongest proof:
            it also shows that the store was not rolled back. What a repeated command gets as its answer is kept beside
            the log and is not part of the proof.
            """)

    @OptionGroup var source: StoreOption
    @Option(help: "File with a signed checkpoint that was kept elsewhere.") var checkpoint: String?
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let report = LedgerVerifier.verify(path: source.store, checkpoint: try saved())
        if json {
            Console.out(json: report.json)
        } else {
            report.tell(language, hasKey: FileManager.default.fileExists(atPath: source.store + ".key"))
        }
        if report.failure != nil { throw ExitCode.failure }
    }

    private func saved() throws -> String? {
        guard let checkpoint else { return nil }
        guard let bytes = FileManager.default.contents(atPath: checkpoint),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw LedgerRefusal.checkpointUnreadable(path: checkpoint, why: "it cannot be read as text") }
        return text
    }
}

extension VerificationReport {
    fileprivate var json: Value {
        [
            "ok": .flag(failure == nil), "entries": .whole(entries), "ecosystems": .whole(ecosystems),
            "erased": .whole(erased), "size": .whole(size), "root": .string(root.hex),
            "signedSize": Value(signedSize), "unfitSnapshots": .list(unfitSnapshots.map(Value.string)),
            "failure": failure.map { failure in
                [
                    "kind": .string(failure.kind.rawValue), "entry": Value(failure.leaf),
                    "ecosystem": Value(failure.ecosystem), "sequence": Value(failure.sequence),
                    "message": .string(failure.message),
                ]
            } ?? .null,
        ]
    }
}
