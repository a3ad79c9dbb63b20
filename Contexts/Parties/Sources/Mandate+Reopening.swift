import Ecosystems
import Kernel

extension Mandate {
    package func problems() -> [Problem] {
        var problems: [Problem] = []
        for (field, other) in [("deputy", deputy), ("successor", successor)] where other == person {
            problems.append(.samePerson("mandate.\(field)", field))
        }
        return problems + (limit?.unpayable ?? []).map { $0.under("limit") }
    }

    /// A mandate that was reopened counts again only when it was granted again, and that has a day.
    static let renewal = ChangeGuard(Mandate.self) { old, new, _ in
        guard let old, old.standing == .reopened, new.standing == .valid, old.person == new.person,
            old.period.from == new.period.from
        else { return [] }
        return [
            Problem(
                "mandate.renewal", at: ["period"],
                Text(
                    "Dit mandaat moest opnieuw worden gegeven; vanaf wanneer geldt het weer?",
                    "This mandate had to be granted anew; from when does it count again?"),
                mend: Text("Vul bij de periode een nieuw begin in.", "Give the period a new beginning."))
        ]
    }

    /// A change of person reopens what the person before agreed: the successor has no mandate until it is granted.
    static let reopening = Reaction { before, after in
        let mandates = after[Mandate.self]
        var reopened: Set<ID<Mandate>> = []
        for mandate in mandates.touched(since: before.state) {
            guard let old = before.state[Mandate.self][mandate.id] else { continue }
            if old.person != mandate.person, old.state == mandate.state { reopened.insert(mandate.id) }
        }
        let departures = Departure.all(before: before.state, after: after)
        if !departures.isEmpty {
            for mandate in mandates.records {
                let places = departures[mandate.person, default: []]
                guard places.contains(where: { $0.ends(mandate) }) else { continue }
                let old = before.state[Mandate.self][mandate.id]
                if let old, old.state == mandate.state, old.period == mandate.period { reopened.insert(mandate.id) }
            }
        }
        return reopened.sorted().filter { mandates[$0]?.standing == .valid }.map { id in
            RecordChange(naming.plural, id.rawValue, .patch(["state": State.reopened.value]))
        }
    }
}

/// Someone who left a role or a function, and with it the mandates that hung on it.
private struct Departure {
    /// Nil: every mandate of the person.
    let organisation: ID<Organisation>?

    func ends(_ mandate: Mandate) -> Bool { organisation == nil || organisation == mandate.organisation }

    static func all(before: EcosystemState, after: EcosystemState) -> [ID<Person>: [Departure]] {
        var departures: [ID<Person>: [Departure]] = [:]
        for assignment in after[Assignment.self].touched(since: before) {
            guard let old = before[Assignment.self][assignment.id], let person = old.person,
                person != assignment.person
            else { continue }
            departures[person, default: []].append(Departure(organisation: old.organisation))
        }
        for person in after[Person.self].touched(since: before) {
            guard let old = before[Person.self][person.id] else { continue }
            let moved =
                old.organisation != person.organisation && after[Organisation.self][old.organisation] != nil
            if moved || old.function.differs(from: person.function) {
                departures[person.id, default: []].append(Departure(organisation: nil))
            }
        }
        return departures
    }
}

extension Text {
    /// Whether something that was written now says something else; a translation that was added does not count.
    fileprivate func differs(from new: Text) -> Bool {
        let dutch = !nl.isEmpty && nl != new.nl
        let english = !en.isEmpty && en != nl && en != new.en
        return dutch || english
    }
}

extension Problem {
    static func samePerson(_ rule: String, _ field: String) -> Problem {
        Problem(
            rule, at: [field],
            Text("Dit is dezelfde persoon.", "This is the same person."),
            mend: Text("Kies iemand anders, of laat het leeg.", "Choose someone else, or leave it empty."))
    }
}
