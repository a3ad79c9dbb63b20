import Agreements
import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Ledger

/// Draws up what a party is to sign.
struct AgreementDeclaration: Telling {
    static let configuration = CommandConfiguration(
        commandName: "declaration", abstract: "Draw up the declaration that a party is to sign.",
        discussion: """
            Checks everything but the signature: whether the version is offered, whether the mandate covers it, and so on.
            Take the file to where the key is, sign it with `stelsel sign`, and bring it back with `stelsel agreement answer`
            within a day.
            """)

    @OptionGroup var place: AgreementArguments
    @Option(help: "Id of the organisation that declares.") var party: String
    @Option(help: "accept, accede, reject or revoke.") var answer: Signature.Answer
    @Option(help: "Id of the person who signs.") var person: String
    @Option(help: "Id of the mandate under which that is done.") var mandate: String?
    @Option(help: "Number of the version; as a rule the one that is offered.") var version: Int?
    @Option(parsing: .singleValue, help: "Id of an optional clause to leave out; may be repeated.") var except:
        [String] = []
    @Option(help: "Why, when rejecting.") var reason = ""
    @Option(help: "File to write to; standard output unless given.") var out: String?
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let house = try House.open()
        let situation = try house.agreement(place).situation
        let wish = AnswerWish(
            agreement: place.id, version: version, answer: answer, party: party, person: person,
            mandate: mandate, except: except, reason: Text(same: reason))
        let declaration = try wish.declaration(in: situation, now: house.clock.now())
        let text = situation.state.versions(of: ID(place.id)).first { $0.number == declaration.version }?.text
        for line in declaration.lines(language, text: text) { Console.err(line) }
        try Console.out(json: declaration.value, to: out)
    }
}

extension Signature.Answer: ExpressibleByArgument {}

extension Console {
    /// A JSON value on standard output, or in a file when one is named.
    static func out(json value: Value, to file: String?) throws {
        guard let file else { return out(json: value) }
        try DurableFile.replace(file, Data(CanonicalJSON.bytes(value)) + [0x0A], mode: 0o644)
    }
}
