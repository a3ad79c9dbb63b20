import Agreements
import ArgumentParser
import Foundation
import Kernel
import Ledger
import Signing

/// Signs a declaration with a key of the organisation, anywhere: no store, no network.
package struct Sign: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Sign a declaration with a key, or make a key.",
        usage: """
            stelsel sign --new-key FILE [--algorithm ed25519|es256]
            stelsel sign DECLARATION --key FILE [--out FILE]
            """,
        discussion: """
            With --new-key a key is made in a file that only you can read, and its public part is printed, to be registered
            as a record of signingKeys. Otherwise what is declared is shown in words, and the declaration with its proof is
            written, to be handed in with `stelsel agreement answer`.
            """)

    @Argument(help: "File with the declaration.") var declaration: String?
    @Option(help: "File with the secret key.") var key: String?
    @Option(help: "File to make a new key in.") var newKey: String?
    @Option(help: "ed25519 or es256.") var algorithm = SigningAlgorithm.ed25519
    @Option(help: "File to write to; standard output unless given.") var out: String?
    @OptionGroup package var words: WordsOption

    package init() {}

    package func validate() throws {
        let isNew = newKey != nil
        guard isNew == (declaration == nil), isNew == (key == nil), !isNew || out == nil else {
            throw ValidationError("Give a declaration and --key, or --new-key alone.")
        }
    }

    package func carryOut() throws {
        if let newKey { return try make(newKey) }
        guard let declaration, let key else { return }
        let read = try Declaration(reading: try JSONFile.read(declaration))
        let signed = try SignedDeclaration(read, with: try secret(key))
        for line in read.lines(language) { Console.err(line) }
        try Console.out(json: signed.value, to: out)
    }

    /// Makes a file that must not be there yet, for its owner alone.
    private func make(_ file: String) throws {
        let key = SecretKey(algorithm)
        do { try DurableFile.create(file, Data(key.text.utf8), mode: 0o600) } catch let failure as DurableFile.Failure {
            throw Problem(
                "key.file", at: [file],
                Text("De sleutel is niet bewaard: \(failure).", "The key was not kept: \(failure)."),
                mend: Text("Kies een bestand dat er nog niet is.", "Choose a file that is not there yet."))
        }
        Console.out("algorithm: \(algorithm.rawValue)")
        Console.out("publicKey: \(Base64URL.encode(key.publicKey.raw))")
    }

    private func secret(_ file: String) throws -> SecretKey {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        guard bytes.count < 1_000, let text = String(validating: bytes, as: UTF8.self), let key = SecretKey(text: text)
        else {
            throw Problem(
                "key.file", at: [file], Text("Dit is geen sleutel.", "This is not a key."),
                mend: Text("Maak er een: `stelsel sign --new-key`.", "Make one: `stelsel sign --new-key`."))
        }
        return key
    }
}

extension SigningAlgorithm: ExpressibleByArgument {}
