import Ecosystems
import Kernel

extension Proposal {
    /// The effects that follow when these options win.
    package func effects(winning options: [String]) -> [Effect] {
        effects.filter { $0.option.isEmpty || options.contains($0.option) }
    }

    /// Tries what would change, as if it were adopted today, for each option apart; records nothing.
    func tryEffects(in situation: Situation, _ catalogue: Catalogue) throws(Refusal) {
        guard !effects.isEmpty else { return }
        try Effect.refuse(effects, catalogue)
        for winners in Set(effects.map(\.option)).subtracting([""]).sorted().map({ [$0] }) + [[]] {
            let chosen = effects(winning: winners)
            if chosen.isEmpty { continue }
            var changes: [RecordChange] = []
            for effect in chosen {
                do throws(Problem) { changes.append(try effect.change()) } catch {
                    throw .invalid([error.under("effects")])
                }
            }
            _ = try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
        }
    }
}

extension Effect {
    /// What no decision changes: what comes about in a process of its own, and what only its owners write.
    static func refuse(_ effects: [Effect], _ catalogue: Catalogue) throws(Refusal) {
        let problems = effects.enumerated().compactMap { position, effect -> Problem? in
            let path = ["effects", String(position), "kind"]
            guard let kind = catalogue.kind(effect.kind) else {
                return .noSuch(Text("soort", "kind"), effect.kind, "effect.kind").at(path)
            }
            if kind.isProcess { return Problem.byProcess(kind).at(path) }
            return kind.isOwnersAlone ? Problem.ownersOnly(kind).at(path) : nil
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}

extension Problem {
    func at(_ path: [String]) -> Problem {
        var problem = self
        problem.path = path
        return problem
    }

    fileprivate static func ownersOnly(_ kind: Kind) -> Problem {
        let name = kind.naming.pluralLabel
        return Problem(
            "effect.owners",
            Text(
                "\(name.nl) worden alleen door hun eigenaar gewijzigd.",
                "\(name.en) are changed by their owners only."),
            mend: Text("Spreek af dat die het doet.", "Agree that they do it."))
    }
}
