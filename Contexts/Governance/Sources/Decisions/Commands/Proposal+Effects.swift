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
    /// Whether a decision may change records of this kind: not what comes about in a process of its own, and not what only its owners write.
    package static func mayChange(_ kind: Kind) -> Bool { !kind.isProcess && !kind.isOwnersAlone }

    /// Tries what would change after these other effects, as if it were adopted today; records nothing.
    ///
    /// Refuses what a record, field or value refuses, with the record and the field in the path.
    package func check(after others: [Effect], in situation: Situation, catalogue: Catalogue) throws(Refusal) {
        try Self.refuse([self], catalogue)
        var changes: [RecordChange] = []
        do throws(Problem) {
            for effect in others where effect.option.isEmpty || effect.option == option {
                changes.append(try effect.change())
            }
            changes.append(try change())
        } catch { throw .invalid([error]) }
        _ = try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }

    /// The fields by name: what is set, `.null` for what is cleared; nil when they are no JSON object.
    package var entries: [String: Value]? {
        guard action != .remove else { return [:] }
        do throws(Problem) { return try JSONReader.read(Array(fields.utf8)).map } catch { return nil }
    }

    /// What no decision changes: what comes about in a process of its own, and what only its owners write.
    static func refuse(_ effects: [Effect], _ catalogue: Catalogue) throws(Refusal) {
        let problems = effects.enumerated().compactMap { position, effect -> Problem? in
            let path = ["effects", String(position), "kind"]
            guard let kind = catalogue.kind(effect.kind) else {
                return .noSuch(Text("soort", "kind"), effect.kind, "effect.kind").at(path)
            }
            if mayChange(kind) { return nil }
            return (kind.isProcess ? Problem.byProcess(kind) : Problem.ownersOnly(kind)).at(path)
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
