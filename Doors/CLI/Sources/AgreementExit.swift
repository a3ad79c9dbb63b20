import Agreements
import ArgumentParser
import Ecosystems
import Kernel

/// What would follow when a party left.
struct AgreementExit: Telling {
    static let configuration = CommandConfiguration(
        commandName: "exit", abstract: "Show what follows when a party gives notice today; records nothing.",
        discussion: """
            The day on which it ends, what is to be settled, which clauses go on, what is still owed and who stays bound.
            Exits with 1 when the party is not bound or the day is within the notice. To give notice, use the page or the API.
            """)

    @OptionGroup var place: AgreementArguments
    @Option(help: "Id of the party that leaves.") var party: String
    @Option(help: "The day on which it ends, as yyyy-mm-dd; as soon as the notice allows when left out.")
    var effective: Day?
    @Flag(help: "Print a JSON object instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let found = try House.open().agreement(place)
        let outlook = try ExitOutlook.of(place.id, party: party, effective: effective, found.reader)
        guard outlook.problems.isEmpty else { throw Refusal.invalid(outlook.problems) }
        if json { return Console.out(json: outlook.json(language)) }
        Console.out(rows: outlook.rows(language))
    }
}

extension ExitOutlook {
    fileprivate func rows(_ language: Language) -> [[String]] {
        func row(_ nl: String, _ en: String, _ value: String) -> [String] {
            [language == .nl ? nl : en, value.onOneLine]
        }
        return [
            row("eindigt op", "ends on", effective.description),
            row("opzegtermijn in maanden", "months of notice", String(terms.notice)),
        ]
            + settlement.map { row("af te wikkelen", "to settle", $0.what.shown(language)) }
            + terms.surviving.map { row("blijft gelden", "goes on", "\($0.number) \($0.heading.shown(language))") }
            + owed.map { row("nog te doen", "still owed", $0.norm.rule.name.shown(language)) }
            + staying.map { row("blijft gebonden", "stays bound", $0.party) }
    }

    fileprivate func json(_ language: Language) -> Value {
        [
            "party": .string(terms.party.rawValue), "version": .whole(terms.bond.version),
            "notice": .whole(terms.notice), "earliest": .string(terms.earliest.description),
            "effective": .string(effective.description),
            "settlement": .list(settlement.map { .string($0.what.shown(language)) }),
            "surviving": .list(terms.surviving.map { .string($0.id) }),
            "owed": .list(owed.map { .string($0.norm.id) }), "staying": .list(staying.map { .string($0.party) }),
        ]
    }
}
