import Ecosystems
import Kernel

/// Mandates that somebody should ask for.
extension Tasks {
    static func mandateTasks(_ reader: Reader, _ persons: [Person]) -> [PersonalTask] {
        let ids = Set(persons.map(\.id))
        let mine = reader.state[Mandate.self].sorted.filter {
            ids.contains($0.person) && reader.situation.status(of: $0.organisation)?.isClosed != true
        }
        guard !mine.isEmpty else { return [] }
        let roster = Roster(reader.situation)
        return mine.compactMap { mandate in
            let scope = mandate.scope
            let name = reader.link(mandate.organisation).title
            let asking = asking(reader, mandate.grantor)
            switch roster.trouble(with: mandate) {
            case nil: return nil
            case .reopened:
                return task(
                    mandate,
                    Text(
                        "Vraag uw mandaat opnieuw aan: \(scope.dutch)", "Ask for your mandate again: \(scope.english)"),
                    Text(
                        "De persoon of functie veranderde; \(name.dutch) moet dit mandaat opnieuw geven. \(asking.nl)",
                        "The person or function changed; \(name.english) must grant this mandate anew. \(asking.en)"))
            case .ending(let end), .ended(let end):
                let when = reader.ending(on: end)
                return task(
                    mandate,
                    Text("Laat uw mandaat verlengen: \(scope.dutch)", "Have your mandate extended: \(scope.english)"),
                    Text("\(when.nl) \(asking.nl)", "\(when.en) \(asking.en)"), due: end)
            }
        }
    }

    private static func task(_ mandate: Mandate, _ title: Text, _ why: Text, due: Day? = nil) -> PersonalTask {
        PersonalTask(
            title, why: why, due: due, minutes: Minutes.ask, kind: Mandate.naming.plural, record: mandate.id.rawValue)
    }

    /// Whom to ask: who granted it, and who writes it down here.
    private static func asking(_ reader: Reader, _ grantor: Text) -> Text {
        let names = Orchestrators.names(reader)
        let ask = grantor.isEmpty ? Text() : Text("Vraag \(grantor.dutch). ", "Ask \(grantor.english). ")
        return names.isEmpty
            ? Text("\(ask.nl)Een beheerder legt het vast.", "\(ask.en)An administrator records it.")
            : Text(
                "\(ask.nl)De regisseur legt het vast: \(names.dutch).",
                "\(ask.en)The orchestrator records it: \(names.english).")
    }

    /// Whoever belongs to an organisation without a mandate can only read: that is the first thing to mend.
    static func missingMandateTasks(_ reader: Reader, _ persons: [Person]) -> [PersonalTask] {
        CallerStanding.all(reader, persons).filter(\.needsMandate).map { standing in
            let name = standing.organisation.title
            let asking = asking(reader, Text())
            return PersonalTask(
                Text("Vraag \(name.dutch) om een mandaat", "Ask \(name.english) for a mandate"),
                why: Text(
                    "Zonder mandaat kunt u hier lezen, maar niets wijzigen. \(asking.nl)",
                    "Without a mandate you can read here, but change nothing. \(asking.en)"),
                minutes: Minutes.ask, kind: standing.organisation.kind, record: standing.organisation.id,
                isFirst: true)
        }
    }
}

extension Reader {
    /// “Het loopt af op do 10 dec.”
    func ending(on end: Day) -> Text {
        let (nl, en) = (end.shown(.nl, today: today), end.shown(.en, today: today))
        return end < today
            ? Text("Het liep af op \(nl).", "It ended on \(en).") : Text("Het loopt af op \(nl).", "It ends on \(en).")
    }
}
