import Agreements
import ArgumentParser
import Ecosystems
import Ensemble
import Foundation
import Kernel

/// Hands in a signed declaration.
struct AgreementAnswer: Telling {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "Record a signed declaration.",
        discussion: "Takes what `stelsel sign` wrote. All checks are made again, at this moment.")

    @Argument(help: "File with the signed declaration.") var file: String
    @OptionGroup var target: StoreOption
    @OptionGroup var words: WordsOption

    func carryOut() async throws {
        let signed = try SignedDeclaration(try JSONFile.read(file))
        let house = try House.open()
        try await house.using(target.store) { installation in
            let declaration = signed.declaration
            let ecosystem = try await installation.host.ecosystem(declaration.ecosystem)
            let answer = AnswerVersion(
                declaration: declaration, proof: signed.proof, now: house.clock.now(), persons: nil)
            let outcome = try await ecosystem.perform(answer, by: .atTheMachine)
            Console.out(outcome.touched.joined(separator: " "))
        }
    }
}

/// JSON that people bring along.
enum JSONFile {
    /// Refuses a file that is larger than 1 MB or no JSON.
    static func read(_ path: String) throws -> Value {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        guard bytes.count <= 1 << 20 else {
            throw Problem(
                "file.large", at: [path], Text("Het bestand is groter dan 1 MB.", "The file is larger than 1 MB."))
        }
        do throws(Problem) { return try JSONReader.read(bytes) } catch { throw error.under(path) }
    }
}
