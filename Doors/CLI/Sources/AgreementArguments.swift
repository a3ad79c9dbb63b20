import Agreements
import ArgumentParser
import Ecosystems
import Foundation
import Kernel
import Ledger

/// An agreement in a store.
struct AgreementArguments: ParsableArguments {
    @Argument(help: "Id of the agreement.") var id: String
    @OptionGroup var place: StoredEcosystem

    var store: String { place.store }
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
    /// Finds an agreement by its id. Refuses one that is not there, and one that several ecosystems have while none is named.
    func agreement(_ arguments: AgreementArguments) throws -> FoundAgreement {
        let situation = try arguments.place.situation(holding: arguments.id, of: self)
        guard let agreement = situation.state[Agreement.self][ID(arguments.id)] else {
            throw Problem.noSuchAgreement(arguments.id)
        }
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
}
