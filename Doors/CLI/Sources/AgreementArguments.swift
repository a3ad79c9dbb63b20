import Agreements
import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Ledger

/// An agreement in a store.
struct AgreementArguments: ParsableArguments {
    @Argument(help: "Id of the agreement; ECOSYSTEM/ID where several ecosystems of the store have one of that name.")
    var id: String
    @OptionGroup var store: StoreOption
}

/// An agreement that was found, with everything that is recorded around it.
struct FoundAgreement {
    let agreement: Agreement
    let situation: Situation
    /// As the person at the machine, who sees everything.
    let reader: Reader

    /// The text of a version; refuses a number that is not there, and a text that cannot be read.
    func version(_ number: Int) throws -> (version: AgreementVersion, text: AgreementDocument) {
        let versions = situation.state.versions(of: agreement.id)
        guard let version = versions.first(where: { $0.number == number }), let text = version.text else {
            throw Problem.noVersion(number, known: versions.map(\.number))
        }
        return (version, text)
    }

    /// The text as it would be fixed now.
    func draft() throws -> AgreementDocument {
        let last = situation.state.versions(of: agreement.id).last?.number
        guard let draft = AgreementDraft(agreement.id.rawValue, in: situation) else {
            throw Problem.noSuchAgreement(agreement.id.rawValue)
        }
        return draft.document(number: (last ?? 0) + 1, replaces: last)
    }

    /// What to show when nobody says: the version in force, or else the last one; nil while there is none.
    var current: Int? {
        let standing = AgreementStanding(AgreementFacts(agreement.id, in: situation.state), on: situation.today)
        return standing.current?.version.number ?? standing.facts.versions.last?.version.number
    }
}

extension House {
    /// Finds an agreement by its id, or by `ecosystem/id`. Refuses one that is not there, and an id of several.
    func agreement(_ arguments: AgreementArguments) throws -> FoundAgreement {
        let parts = arguments.id.split(separator: "/", maxSplits: 1).map(String.init)
        let id = ID<Agreement>(parts.last ?? "")
        let ledger = try proved(arguments.store.store)
        defer { try? ledger.close() }
        let replay = Replay(ledger: ledger, catalogue: catalogue)
        let names = try ledger.ecosystems().map(\.ecosystem).filter { parts.count < 2 || $0 == parts[0] }
        let found = try names.sorted().compactMap { name in
            let state = try replay.state(of: name)
            return state[Agreement.self][id].map { (state, $0) }
        }
        guard let (state, agreement) = found.first else { throw Problem.noSuchAgreement(arguments.id) }
        guard found.count == 1 else { throw Problem.severalAgreements(id.rawValue, found.map(\.0.id)) }
        let situation = try situation(state)
        let rights = catalogue.rights(.atTheMachine, situation)
        return FoundAgreement(
            agreement: agreement, situation: situation,
            reader: Reader(situation: situation, rights: rights, catalogue: catalogue))
    }
}

extension Problem {
    fileprivate static func noVersion(_ number: Int, known: [Int]) -> Problem {
        let list = known.map(String.init).joined(separator: ", ")
        return Problem(
            "version.unknown", Text("Er is geen versie \(number).", "There is no version \(number)."),
            mend: known.isEmpty
                ? Text("Er is nog geen tekst vastgelegd; neem --draft.", "No text has been fixed yet; take --draft.")
                : Text("Er zijn: \(list).", "There are: \(list)."))
    }

    fileprivate static func severalAgreements(_ id: String, _ ecosystems: [String]) -> Problem {
        let list = ecosystems.map { "\($0)/\(id)" }.joined(separator: ", ")
        return Problem(
            "agreement.several",
            Text(
                "Meer dan één ecosysteem heeft een afspraak “\(id)”.", "Several ecosystems have an agreement “\(id)”."),
            mend: Text("Kies uit: \(list).", "Choose from: \(list)."))
    }
}
