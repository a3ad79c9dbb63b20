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
            it also shows that the store was not rolled back.
            """)

    @OptionGroup var source: StoreOption
    @Option(help: "File with a signed checkpoint that was kept elsewhere.") var checkpoint: String?
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let report = LedgerVerifier.verify(path: source.store, checkpoint: try saved())
        if json { Console.out(json: report.json) } else { report.tell(language) }
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

    fileprivate func tell(_ language: Language) {
        let isDutch = language == .nl
        guard let failure else { return tellSummary(isDutch) }
        Console.out("\(isDutch ? "Niet in orde" : "Not in order"): \(failure.described(language))".onOneLine)
        guard failure.kind != .unreadable else { return }
        Console.out(
            isDutch ? "De \(entries) posten ervoor zijn in orde." : "\(entries) entries before it are in order.")
    }

    private func tellSummary(_ isDutch: Bool) {
        Console.out(isDutch ? "Alles staat er zoals het is vastgelegd." : "Everything is as it was recorded.")
        let signed = signedSize.map {
            isDutch ? "getekend voor de eerste \($0) posten" : "signed for the first \($0) entries"
        }
        let unsigned = isDutch ? "geen naast de store" : "none beside the store"
        var rows = [
            [isDutch ? "posten" : "entries", String(entries)],
            [isDutch ? "ecosystemen" : "ecosystems", String(ecosystems)],
            [isDutch ? "gewist" : "erased", String(erased)],
            [isDutch ? "grootte van de boom" : "tree size", String(size)],
            [isDutch ? "wortel" : "root", root.hex], ["checkpoint", signed ?? unsigned],
        ]
        if !unfitSnapshots.isEmpty {
            rows.append(
                [isDutch ? "ongebruikte momentopnamen" : "unused snapshots", unfitSnapshots.joined(separator: "; ")])
        }
        Console.out(rows: rows)
    }
}

extension VerificationReport.Failure {
    /// The same as its description, with a Dutch beginning where asked.
    fileprivate func described(_ language: Language) -> String {
        guard language == .nl else { return description }
        var place: [String] = []
        if let leaf { place.append("post \(leaf)") }
        if let ecosystem { place.append("ecosysteem \(ecosystem)") }
        if let sequence { place.append("gebeurtenis \(sequence)") }
        return kind.dutch + (place.isEmpty ? "" : " bij \(place.joined(separator: ", "))") + ": \(message)"
    }
}

extension VerificationReport.Failure.Kind {
    fileprivate var dutch: String {
        switch self {
        case .changed: "gewijzigd"
        case .missing: "weg"
        case .reordered: "in een andere volgorde"
        case .forked: "een andere geschiedenis dan is getekend"
        case .rolledBack: "teruggezet"
        case .damaged: "beschadigd"
        case .unreadable: "niet te lezen"
        }
    }
}
