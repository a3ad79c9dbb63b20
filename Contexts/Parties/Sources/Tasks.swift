import Ecosystems
import Kernel

/// Something that is asked of someone.
package struct PersonalTask: Sendable, Hashable {
    /// What it takes to do it, on the record that the task is about.
    package enum Doing: Sendable, Hashable {
        case look
        /// Change one of its fields.
        case change(String)
        /// Add a record of this kind, with these fields filled in.
        case add([String: String])
    }

    /// What to do, in one line.
    package let title: Text
    /// Why it is asked, and of whom.
    package let why: Text
    package let due: Day?
    /// How long it takes; our own estimate, the same for every task of its sort.
    package let minutes: Int
    /// The record to open: kind (plural) and id; the id is empty when it is yet to be added.
    package let kind: String
    package let record: String
    package let doing: Doing
    /// Until it is done, nothing else can be.
    package let isFirst: Bool

    package init(
        _ title: Text, why: Text, due: Day? = nil, minutes: Int, kind: String, record: String = "",
        doing: Doing = .look, isFirst: Bool = false
    ) {
        self.title = title
        self.why = why
        self.due = due
        self.minutes = minutes
        self.kind = kind
        self.record = record
        self.doing = doing
        self.isFirst = isFirst
    }
}

extension [PersonalTask] {
    /// What must come first, then what is due first; what has no day comes last.
    package func ordered() -> [PersonalTask] { sorted { $0.comes(before: $1) } }
}

extension PersonalTask {
    package func comes(before other: PersonalTask) -> Bool {
        let (first, second) = (due?.number ?? .max, other.due?.number ?? .max)
        return (isFirst ? 0 : 1, first, kind, record, title.nl) < (
            other.isFirst ? 0 : 1, second, other.kind, other.record, other.title.nl
        )
    }
}

/// What is asked of the caller.
package enum Tasks {
    /// Ours: ticking off a step or agreeing on a day, asking for a mandate, writing one down, getting a boarding going again.
    package enum Minutes {
        package static let step = 10
        package static let ask = 5
        package static let mandate = 10
        package static let boarding = 15
    }

    /// What the parties ask of these persons: steps of a welcome or farewell, and mandates to see to; of whoever orchestrates
    /// also mandates to write down and boardings that are late. Boardings of which they have steps to do are not asked twice. Persons that do
    /// not exist are skipped.
    /// - Parameter seated: the persons of the ecosystem who can sign in, as far as that is known.
    package static func forCaller(_ reader: Reader, persons: [String], seated: Set<String> = []) -> [PersonalTask] {
        let known = persons.compactMap { reader.state[Person.self][ID($0)] }
        let own =
            known.isEmpty
            ? [] : boardingTasks(reader, known) + mandateTasks(reader, known) + missingMandateTasks(reader, known)
        let orchestration = orchestrationTasks(reader, Set(known.map(\.id)), seated: seated).filter { task in
            task.kind != Boarding.naming.plural || !own.contains { $0.kind == task.kind && $0.record == task.record }
        }
        return (own + orchestration).ordered()
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
                    item.text, why: why, due: boarding.due(item), minutes: Minutes.step, kind: Boarding.naming.plural,
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
}
