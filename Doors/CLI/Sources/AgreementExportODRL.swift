import Agreements
import ArgumentParser
import Ecosystems
import Kernel

/// An agreement for machines of others.
struct AgreementExportODRL: Telling {
    static let configuration = CommandConfiguration(
        commandName: "odrl", abstract: "Write the norms of a version as an ODRL 2.2 policy (JSON-LD).",
        discussion: """
            The policy goes to standard output; what ODRL cannot say goes to standard error with the reason. With --json
            one object with both: policy and missing.
            """)

    @OptionGroup var place: AgreementArguments
    @Option(help: "Number of the version; the one in force when left out, or else the last one.") var number: Int?
    @Flag(help: "Print a JSON object with the policy and what is missing.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let situation = try House.open().agreement(place).situation
        let standing = AgreementStanding(AgreementFacts(ID(place.id), in: situation.state), on: situation.today)
        let fixed =
            if let number { standing.facts.versions.first { $0.version.number == number } } else {
                standing.current ?? standing.facts.versions.last
            }
        guard let fixed else { throw Problem.noVersion(number, of: place.id) }
        let export = AgreementODRL(fixed.text)
        if json {
            return Console.out(json: [
                "policy": export.policy, "missing": .list(export.missing.map { $0.json(language) }),
            ])
        }
        Console.out(json: export.policy)
        for norm in export.missing { Console.err("\(norm.norm): \(norm.reason.shown(language))".onOneLine) }
    }
}

extension AgreementODRL.Missing {
    fileprivate func json(_ language: Language) -> Value {
        [
            "norm": .string(norm), "name": .string(name.shown(language)), "reason": .string(reason.shown(language)),
        ]
    }
}

extension Problem {
    fileprivate static func noVersion(_ number: Int?, of agreement: String) -> Problem {
        let which = number.map { " \($0)" } ?? ""
        return Problem(
            "agreement.version",
            Text(
                "De afspraak “\(agreement.inShort)” heeft geen versie\(which).",
                "The agreement “\(agreement.inShort)” has no version\(which)."),
            mend: Text("Leg eerst een versie vast, of noem een ander nummer.", "Fix a version first, or name another."))
    }
}
