import Ecosystems
import Kernel

/// What someone may do for the organisation they belong to, and until when.
package struct CallerStanding: Sendable, Hashable {
    package let organisation: RecordLink
    /// The valid mandate that lasts longest; nil when there is none.
    package let mandate: Mandate?
    /// Nobody can act for the organisation through this person: they can only read.
    package let needsMandate: Bool

    /// One for each organisation that these persons belong to and that takes part, sorted by its id.
    package static func all(_ reader: Reader, persons: [String]) -> [CallerStanding] {
        all(reader, persons.compactMap { reader.state[Person.self][ID($0)] })
    }

    static func all(_ reader: Reader, _ persons: [Person]) -> [CallerStanding] {
        let holders = Set(persons.map(\.id))
        let valid = reader.state[Mandate.self].sorted.filter {
            $0.isValid(on: reader.today)
                && (holders.contains($0.person) || $0.deputy.map(holders.contains) == true)
        }
        return Set(persons.map(\.organisation)).sorted().compactMap { organisation in
            guard reader.situation.status(of: organisation)?.isClosed != true else { return nil }
            let own = valid.filter { $0.organisation == organisation }
            let longest = own.max { ($0.period.until?.number ?? .max) < ($1.period.until?.number ?? .max) }
            let mayAct = reader.rights.seesEverything || reader.rights.represents.contains(organisation.rawValue)
            return CallerStanding(
                organisation: reader.link(organisation), mandate: longest, needsMandate: longest == nil && !mayAct)
        }
    }
}

/// Who may write everything here by role, and so write down what others ask for.
package enum Orchestrators {
    /// The organisations with, where it is known and may be seen, the person; each once.
    package static func all(_ reader: Reader) -> [(organisation: RecordLink, person: RecordLink?)] {
        var seen: Set<String> = []
        return reader.state[Assignment.self].sorted.filter {
            reader.situation.orchestrates($0.role) && $0.period.contains(reader.today)
                && reader.situation.status(of: $0.organisation)?.isClosed != true
                && seen.insert("\($0.organisation)/\($0.person?.rawValue ?? "")").inserted
        }
        .map { assignment in
            let person = assignment.person.flatMap { reader.record(Person.self, $0.rawValue) }
            return (reader.link(assignment.organisation), person.map { reader.link($0.id) })
        }
    }

    /// “Programmamanager (Gemeente Zwolle)”; empty when nobody orchestrates.
    package static func names(_ reader: Reader) -> Text {
        Text.list(
            all(reader).map { organisation, person in
                guard let person = person?.title else { return organisation.title }
                let name = organisation.title
                return Text("\(person.dutch) (\(name.dutch))", "\(person.english) (\(name.english))")
            }, upTo: 2)
    }
}
