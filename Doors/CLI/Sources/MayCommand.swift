import Agreements
import ArgumentParser
import Ecosystems
import Ensemble
import Governance
import Kernel

/// Whether an actor may do something, and by which clause.
package struct MayCommand: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "may",
        abstract: "Ask whether decision rights and agreements allow something, and by which right or clause.",
        discussion: """
            About a subject of the matrix of decision rights the matrix decides, by body, amount and circumstances. A clause that
            forbids wins over a right and over a permission, and what nothing allows is not allowed. Limits and conditions are told
            and not judged. Exits with 0 when it is allowed, with 1 and the reason when it is not.
            """)

    @Argument(help: "Id of an organisation, body or person, or a role as method/role.") var actor: String
    @Argument(help: "A kind of act; see `stelsel methods act`.") var action: String
    @Argument(help: "What it is about: a word, a record as kind/id, or the id of a decision right.") var object: String
    @OptionGroup var place: StoredEcosystem
    @Option(help: "The day, as yyyy-mm-dd; today when left out.") var at: Day?
    @Option(help: "What it is about in euros, for rights with a limit.") var amount: String?
    @Flag(help: "Ask what counts in an emergency.") var emergency = false
    @Flag(help: "Print a JSON object instead of a sentence.") var json = false
    @OptionGroup package var words: WordsOption

    package init() {}

    package func carryOut() throws {
        let situation = try place.situation(of: House.open())
        let day = at ?? situation.today
        let book = RuleBook(NormsInForce(situation.state, on: day))
        let question = MayQuestion(actor, action, object, amount: try money, mode: emergency ? .emergency : .ordinary)
        guard let answer = try question.answer(book, in: situation, on: day) else { throw ExitCode.failure }
        if json { Console.out(json: answer.json(language)) } else { Console.out(answer.explanation.shown(language)) }
        if !answer.isAllowed { throw ExitCode.failure }
    }

    private var money: Money? {
        get throws(Refusal) {
            guard let amount else { return nil }
            guard let cents = Money.cents(amount) else {
                throw .invalid([
                    Problem(
                        "money.amount", at: ["amount"],
                        Text("“\(amount)” is geen bedrag.", "“\(amount)” is not an amount."),
                        mend: Text("Schrijf bijvoorbeeld 2500 of 2500.50.", "Write for example 2500 or 2500.50."))
                ])
            }
            return Money(cents: cents)
        }
    }
}

extension MayReply {
    fileprivate func json(_ language: Language) -> Value {
        [
            "allowed": .flag(isAllowed), "explanation": .string(explanation.shown(language)),
            "clauses": .list(clauses.map { $0.json(language) }), "limits": .list(limits.map { $0.json(language) }),
            "rights": rightValues,
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
