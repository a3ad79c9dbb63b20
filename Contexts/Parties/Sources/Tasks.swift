import Ecosystems
import Kernel

/// Something that is asked of someone.
package struct PersonalTask: Sendable, Hashable {
    /// What to do, in one line.
    package let title: Text
    /// Why it is asked, and of whom.
    package let why: Text
    package let due: Day?
    /// The record to open: kind (plural) and id.
    package let kind: String
    package let record: String
}

/// What is asked of the caller.
package enum Tasks {
    /// What the parties ask of these persons: steps of a welcome or farewell, and mandates to see to. The first due comes
    /// first, what has no day last. Persons that do not exist are skipped.
    package static func forCaller(_ reader: Reader, persons: [String]) -> [PersonalTask] {
        let known = persons.compactMap { reader.state[Person.self][ID($0)] }
        guard !known.isEmpty else { return [] }
        let tasks = boardingTasks(reader, known) + mandateTasks(reader, Set(known.map(\.id)))
        return tasks.sorted { one, two in
            let (first, second) = (one.due?.number ?? .max, two.due?.number ?? .max)
            return (first, one.kind, one.record, one.title.nl) < (second, two.kind, two.record, two.title.nl)
        }
    }

    /// A step lies with the person it names, or else with those who act for the organisation it lies with.
    private static func boardingTasks(_ reader: Reader, _ persons: [Person]) -> [PersonalTask] {
        let boardings = reader.state[Boarding.self].sorted.filter { $0.finished == nil }
        guard !boardings.isEmpty else { return [] }
        let ids = Set(persons.map(\.id))
        let organisations = actedFor(reader, persons)
        return boardings.flatMap { boarding in
            let asked = Dictionary(
                boarding.steps.compactMap { step in step.person.map { (step.step, $0) } },
                uniquingKeysWith: { first, _ in first })
            let why = reason(boarding, reader)
            return boarding.open(in: reader.library).compactMap { item -> PersonalTask? in
                let isMine =
                    asked[item.id].map(ids.contains)
                    ?? (boarding.doer(of: item).map(organisations.contains) ?? false)
                guard isMine else { return nil }
                return PersonalTask(
                    title: item.text, why: why, due: boarding.due(item), kind: Boarding.naming.plural,
                    record: boarding.id.rawValue)
            }
        }
    }

    /// The organisations that these persons act for: by role or mandate, or because nobody there has either.
    private static func actedFor(_ reader: Reader, _ persons: [Person]) -> Set<ID<Organisation>> {
        var actors: [ID<Organisation>: Set<ID<Person>>] = [:]
        for assignment in reader.state[Assignment.self].records where assignment.period.contains(reader.today) {
            guard let person = assignment.person else { continue }
            actors[assignment.organisation, default: []].insert(person)
        }
        for mandate in reader.state[Mandate.self].records where mandate.isValid(on: reader.today) {
            actors[mandate.organisation, default: []].insert(mandate.person)
        }
        let ids = Set(persons.map(\.id))
        let own = persons.map(\.organisation).filter { organisation in
            actors[organisation].map { !$0.isDisjoint(with: ids) } ?? true
        }
        return Set(own)
    }

    private static func reason(_ boarding: Boarding, _ reader: Reader) -> Text {
        let name = reader.link(boarding.organisation).title
        return boarding.direction == .onboarding
            ? Text("Stap in de toetreding van \(name.dutch).", "Step in the onboarding of \(name.english).")
            : Text("Stap in de uittreding van \(name.dutch).", "Step in the offboarding of \(name.english).")
    }

    private static func mandateTasks(_ reader: Reader, _ persons: Set<ID<Person>>) -> [PersonalTask] {
        let mine = reader.state[Mandate.self].sorted.filter {
            persons.contains($0.person) && reader.situation.status(of: $0.organisation)?.isClosed != true
        }
        guard !mine.isEmpty else { return [] }
        let roster = Roster(reader.situation)
        return mine.compactMap { mandate in
            let scope = mandate.scope
            let name = reader.link(mandate.organisation).title
            switch mandate.standing {
            case .revoked: return nil
            case .reopened:
                if let end = mandate.period.until, end < reader.today { return nil }
                return task(
                    mandate,
                    Text(
                        "Vraag uw mandaat opnieuw aan: \(scope.dutch)", "Ask for your mandate again: \(scope.english)"),
                    Text(
                        "De persoon of functie veranderde; \(name.dutch) moet dit mandaat opnieuw geven.",
                        "The person or function changed; \(name.english) must grant this mandate anew."))
            case .valid:
                guard let end = mandate.period.until, end <= reader.today + Mandate.warningDays,
                    !roster.isCovered(after: mandate)
                else { return nil }
                return task(
                    mandate,
                    Text("Laat uw mandaat verlengen: \(scope.dutch)", "Have your mandate extended: \(scope.english)"),
                    end < reader.today
                        ? Text("Het liep af op \(end).", "It ended on \(end).")
                        : Text("Het loopt af op \(end).", "It ends on \(end)."), due: end)
            }
        }
    }

    private static func task(_ mandate: Mandate, _ title: Text, _ why: Text, due: Day? = nil) -> PersonalTask {
        PersonalTask(title: title, why: why, due: due, kind: Mandate.naming.plural, record: mandate.id.rawValue)
    }
}
