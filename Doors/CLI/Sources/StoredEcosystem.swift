import Agreements
import ArgumentParser
import Ecosystems
import Kernel
import Ledger

/// An ecosystem in a store. It need not be named when it is clear which one is meant.
struct StoredEcosystem: ParsableArguments {
    @Option(help: "File of the store.") var store: String
    @Option(help: "Id of the ecosystem; needed only when the store holds several that may be meant.")
    var ecosystem: String?

    /// The ecosystem that holds an agreement; refuses when none does, or several.
    func situation(holding agreement: String, of house: House) throws -> Situation {
        let found = try situations(of: house).filter { $0.state[Agreement.self][ID(agreement)] != nil }
        guard let first = found.first else { throw Problem.noSuchAgreement(agreement) }
        return try only(first, of: found)
    }

    /// The one ecosystem; refuses when there are several and none is named.
    func situation(of house: House) throws -> Situation {
        let found = try situations(of: house)
        guard let first = found.first else { throw House.unknown(ecosystem ?? "", among: []) }
        return try only(first, of: found)
    }

    private func only(_ first: Situation, of found: [Situation]) throws -> Situation {
        guard found.count == 1 else {
            let list = found.map(\.state.id).joined(separator: ", ")
            throw Problem(
                "ecosystem.several", at: ["--ecosystem"],
                Text("Er zijn er meer in deze store: \(list).", "There are several in this store: \(list)."),
                mend: Text("Noem er een met --ecosystem.", "Name one with --ecosystem."))
        }
        return first
    }

    /// Every ecosystem of the store, or the one that is named.
    func situations(of house: House) throws -> [Situation] {
        let ledger = try house.proved(store)
        defer { try? ledger.close() }
        let known = try ledger.ecosystems().map(\.ecosystem)
        let wanted = try ecosystem.map { id in
            guard known.contains(id) else { throw House.unknown(id, among: known) }
            return [id]
        }
        return try (wanted ?? known).map { id in
            try house.situation(Replay(ledger: ledger, catalogue: house.catalogue).state(of: id))
        }
    }
}

extension Day: ExpressibleByArgument {
    /// Reads `yyyy-mm-dd`.
    package init?(argument: String) { self.init(argument) }
}
