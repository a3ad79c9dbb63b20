import Agreements
import ArgumentParser
import Ecosystems
import Kernel

/// Whether an actor may do something, and by which clause.
package struct MayCommand: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "may", abstract: "Ask whether the agreements in force allow something, and by which clause.",
        discussion: """
            A prohibition wins over a permission, and what no clause allows is not allowed. Limits and conditions are told
            and not judged. Exits with 0 when it is allowed, with 1 and the reason when it is not.
            """)

    @Argument(help: "Id of an organisation, body or person, or a role as method/role.") var actor: String
    @Argument(help: "A kind of act; see `stelsel methods act`.") var action: String
    @Argument(help: "What it is about: a word, or a record as kind/id.") var object: String
    @OptionGroup var place: StoredEcosystem
    @Option(help: "The day, as yyyy-mm-dd; today when left out.") var at: Day?
    @Flag(help: "Print a JSON object instead of a sentence.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let situation = try place.situation(of: House.open())
        let book = RuleBook(NormsInForce(situation.state, on: at ?? situation.today))
        let answer = try book.may(actor, action, object, in: situation)
        if json { Console.out(json: answer.json(language)) } else { Console.out(answer.explanation.shown(language)) }
        if !answer.isAllowed { throw ExitCode.failure }
    }
}

extension MayAnswer {
    fileprivate func json(_ language: Language) -> Value {
        [
            "allowed": .flag(isAllowed), "explanation": .string(explanation.shown(language)),
            "clauses": .list(grounds.map { $0.json(language) }), "limits": .list(limits.map { $0.json(language) }),
        ]
    }
}

extension WatchedNorm {
    fileprivate func json(_ language: Language) -> Value {
        [
            "agreement": .string(agreement), "version": .whole(version), "clause": .string(clause),
            "number": .whole(clauseNumber), "heading": .string(heading.shown(language)), "norm": .string(id),
            "name": .string(rule.name.shown(language)), "form": .string(rule.form.rawValue),
        ]
    }
}
