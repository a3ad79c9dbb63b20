import Agreements
import ArgumentParser
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger

/// Writes the proof of a signed version as a zip.
struct AgreementBundle: Telling {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "Write a signed agreement with all its proof as a zip.",
        discussion: """
            Takes the version in force, or else the last. The zip can be verified without a store and without a network:
            `stelsel agreement verify FILE.zip`, or docs/verify/verify.py. As long as nothing is recorded, it is the same
            file byte for byte.
            """)

    @OptionGroup var place: AgreementArguments
    @Option(help: "Number of the version.") var version: Int?
    @Option(help: "File to write.") var out: String
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        let house = try House.open()
        let reader = try house.agreement(place).reader
        try await house.using(place.store) { installation in
            let bundle = try await ProofBundle.complete(
                of: place.id, version: version, reader: reader, ledger: installation.ledger)
            let bytes = try bundle.archive().encoded
            try DurableFile.replace(out, bytes, mode: 0o644)
            Console.out("\(out) \(bytes.count) \(bundle.version.hash)")
        }
    }
}
