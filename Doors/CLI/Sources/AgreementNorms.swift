import Agreements
import ArgumentParser
import Ecosystems
import Kernel
import MethodLibrary

/// How the norms of an agreement are kept.
struct AgreementNorms: Telling {
    static let configuration = CommandConfiguration(
        commandName: "norms", abstract: "Show how each party keeps the norms of an agreement, on a day.",
        discussion: """
            Only what had happened by that day counts, so any day can be asked for. With --json an array of objects with
            norm, bearer, status (kept, due, at-risk, breached, not-yet-checkable), due and explanation, and what it
            rests on.
            """)

    @OptionGroup var place: AgreementArguments
    @Option(help: "The day to look at, as yyyy-mm-dd; today when left out.") var at: Day?
    @Flag(help: "Print a JSON array instead of a table.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let house = try House.open()
        let situation = try house.agreement(place).situation
        let norms = NormsInForce(situation.state, on: at ?? situation.today, agreement: ID(place.id))
        let statuses = NormWatch.statuses(of: norms, in: situation)
        if json { return Console.out(json: .list(statuses.map { $0.json(language) })) }
        Console.out(
            rows: statuses.map {
                [
                    $0.state.label.shown(language), $0.due?.description ?? "-", $0.bearer.id, $0.norm.id,
                    $0.explanation.shown(language).onOneLine,
                ]
            })
    }
}

extension NormStatus {
    func json(_ language: Language) -> Value {
        [
            "norm": .string(norm.id), "name": .string(norm.rule.name.shown(language)),
            "agreement": .string(norm.agreement), "version": .whole(norm.version), "clause": .string(norm.clause),
            "form": .string(norm.rule.form.rawValue), "bearer": .string(bearer.id),
            "bearerKind": .string(bearer.sort.rawValue), "status": .string(state.rawValue),
            "due": Value(due?.description), "explanation": .string(explanation.shown(language)),
            "consequence": .string(consequence.shown(language)),
            "evidence": .list(evidence.map { ["kind": .string($0.kind), "id": .string($0.id)] }),
        ]
    }
}
