import Agreements
import ArgumentParser
import Foundation
import Kernel

/// Verifies a bundle, without a store or a network.
struct AgreementVerify: Telling {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Recompute everything in a bundle.",
        discussion: """
            Exits with 0 and a summary in words, or with 1 and the first thing that does not fit: the file, the check and
            why. Needs nothing but the file. The key of the log is the one in the bundle, unless --log-key names the one
            that must have signed: `stelsel key show` prints it where the store is.
            """)

    @Argument(help: "The bundle.") var file: String
    @Option(help: "The public key of the log that must have signed.") var logKey: String?
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        do throws(Problem) {
            let report = try BundleCheck.report(on: bytes, logKey: logKey)
            if json { return Console.out(json: report.value) }
            for line in report.lines(language) { Console.out(line) }
        } catch {
            guard json else { throw error }
            Console.out(json: [
                "ok": false, "file": .string(error.path.joined(separator: "/")), "check": .string(error.rule),
                "message": error.message.json,
            ])
            throw ExitCode.failure
        }
    }
}
