import Agreements
import ArgumentParser
import Ecosystems
import Kernel

/// Lists the agreements of a store with where they stand today.
struct AgreementList: Telling {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List agreements: kind, state, version and parties.")

    @OptionGroup var place: StoredEcosystem
    @Flag(help: "Print a JSON array instead of lines.") var json = false
    @OptionGroup var words: WordsOption

    func carryOut() throws {
        let house = try House.open()
        let rows = try place.situations(of: house).flatMap { situation in
            situation.state[Agreement.self].sorted.map { Row($0, in: situation.state, on: situation.today) }
        }
        if json { return Console.out(json: .list(rows.map(\.value))) }
        Console.out(rows: rows.map { $0.cells(language) })
    }

    private struct Row {
        let ecosystem: String
        let agreement: Agreement
        let state: VersionState
        /// Of what is in force, or else the last one; nil before the first.
        let version: AgreementFacts.Fixed?

        init(_ agreement: Agreement, in state: EcosystemState, on day: Day) {
            let standing = AgreementStanding(AgreementFacts(agreement.id, in: state), on: day)
            ecosystem = state.id
            self.agreement = agreement
            self.state = standing.state
            version = standing.current ?? standing.facts.versions.last
        }

        /// The parties of the text that counts, or of the draft.
        private var parties: [String] {
            version?.text.parties.map(\.id) ?? agreement.parties.map(\.organisation.rawValue)
        }

        var value: Value {
            [
                "id": .string(agreement.id.rawValue), "ecosystem": .string(ecosystem),
                "kind": .string(agreement.kind.rawValue), "state": .string(state.rawValue),
                "version": Value(version?.version.number), "parties": .list(parties.map(Value.string)),
            ]
        }

        func cells(_ language: Language) -> [String] {
            [
                agreement.id.rawValue, agreement.kind.label.shown(language), state.label.shown(language),
                version.map { "v\($0.version.number)" } ?? "", parties.joined(separator: ", "),
            ]
        }
    }
}
