import Ecosystems
import Kernel

/// What is asked of whoever may write everything.
extension Tasks {
    /// Someone without a role here, such as an administrator, is asked only for what nobody else can do: the first mandate of someone who
    /// was invited, and, as long as nobody orchestrates, the rest too.
    static func orchestrationTasks(
        _ reader: Reader, _ persons: Set<ID<Person>>, seated: Set<String>
    ) -> [PersonalTask] {
        guard reader.rights.seesEverything, reader.rights.mayWrite || reader.rights.administers else { return [] }
        let invited = grants(reader, seated)
        guard reader.rights.orchestrates || Orchestrators.all(reader).isEmpty else { return invited }
        return invited + renewals(reader, except: persons) + lateBoardings(reader)
    }

    /// Whoever can sign in but has no mandate can only read.
    private static func grants(_ reader: Reader, _ seated: Set<String>) -> [PersonalTask] {
        let lacking = lackingMandate(reader)
        return seated.sorted().compactMap { reader.state[Person.self][ID($0)] }.filter(lacking).map {
            grant(to: $0, reader)
        }
    }

    /// What is known of the mandate that a person needs; nil when the person needs none, or is not there.
    package static func missingMandate(of person: String, _ reader: Reader) -> [String: String]? {
        reader.state[Person.self][ID(person)].flatMap { lackingMandate(reader)($0) ? fields($0) : nil }
    }

    private static func fields(_ person: Person) -> [String: String] {
        var fields = ["person": person.id.rawValue, "organisation": person.organisation.rawValue]
        fields["level"] = person.layer?.rawValue
        return fields
    }

    /// Tells of a person whether they can do nothing here: no mandate, nobody's deputy, no role that orchestrates. Mandates count only
    /// where somebody orchestrates.
    private static func lackingMandate(_ reader: Reader) -> (Person) -> Bool {
        guard reader.situation.hasOrchestrator else { return { _ in false } }
        let roster = Roster(reader.situation)
        let orchestrating = roster.assignments.filter { reader.situation.orchestrates($0.role) }.flatMap {
            [$0.person, $0.deputy].compactMap { $0 }
        }
        let deputies = roster.mandates.filter { $0.isValid(on: reader.today) }.compactMap(\.deputy)
        let able = Set(orchestrating + deputies)
        return { person in
            !able.contains(person.id) && !roster.isClosed(person.organisation)
                && !(roster.mandatesOf[person.id] ?? []).contains { $0.standing != .revoked }
        }
    }

    private static func grant(to person: Person, _ reader: Reader) -> PersonalTask {
        let name = reader.link(person.organisation).title
        return PersonalTask(
            Text(
                "Leg het mandaat vast van \(person.function.dutch), \(name.dutch)",
                "Record the mandate of \(person.function.english), \(name.english)"),
            why: Text(
                "Deze persoon kan zich aanmelden, maar zonder mandaat alleen lezen.",
                "This person can sign in, but without a mandate can only read."),
            minutes: Minutes.mandate, kind: Mandate.naming.plural, doing: .add(fields(person)))
    }

    /// Mandates of others that end, have ended or were reopened.
    private static func renewals(_ reader: Reader, except persons: Set<ID<Person>>) -> [PersonalTask] {
        let roster = Roster(reader.situation)
        return roster.mandates.filter { !roster.isClosed($0.organisation) && !persons.contains($0.person) }.compactMap {
            mandate in
            guard let trouble = roster.trouble(with: mandate) else { return nil }
            let (person, name) = (roster.person(mandate.person), roster.organisation(mandate.organisation))
            let ask = Text("Vraag het \(mandate.grantor.dutch).", "Ask \(mandate.grantor.english).")
            let why = trouble.end.map { reader.ending(on: $0) }
            return PersonalTask(
                Text(
                    "Verleng het mandaat van \(person.dutch), \(name.dutch)",
                    "Extend the mandate of \(person.english), \(name.english)"),
                why: Text(
                    "\(why?.nl ?? "Het moet opnieuw worden gegeven.") \(ask.nl)",
                    "\(why?.en ?? "It must be granted anew.") \(ask.en)"),
                due: trouble.end, minutes: Minutes.mandate, kind: Mandate.naming.plural, record: mandate.id.rawValue,
                doing: .change("period"))
        }
    }

    private static func lateBoardings(_ reader: Reader) -> [PersonalTask] {
        BoardingOverview.all(reader).filter { $0.finished == nil && $0.lateCount > 0 }.map { boarding in
            let (way, name) = (boarding.direction, boarding.organisation.title)
            let (nl, en) = way == .onboarding ? ("toetreding", "onboarding") : ("uittreding", "offboarding")
            let (steps, stappen) = boarding.lateCount == 1 ? ("step is", "stap is") : ("steps are", "stappen zijn")
            return PersonalTask(
                Text(
                    "Breng de \(nl) van \(name.dutch) weer op gang", "Get the \(en) of \(name.english) going again"),
                why: Text(
                    "\(boarding.lateCount) \(stappen) te laat.", "\(boarding.lateCount) \(steps) late."),
                due: boarding.nextDue, minutes: Minutes.boarding, kind: Boarding.naming.plural, record: boarding.id)
        }
    }
}
