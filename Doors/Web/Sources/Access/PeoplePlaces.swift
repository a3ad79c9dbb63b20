import Access
import Ecosystems
import Hummingbird
import Kernel
import Markup
import Parties

/// A person of an ecosystem whom an account may act as, in words.
struct PersonPlace: Sendable {
    let ecosystem: String
    let person: String
    let words: String

    /// How a form names it.
    var value: String { "\(ecosystem)/\(person)" }
}

extension Visit {
    /// The ecosystems of this installation as choices.
    func ecosystemOptions(chosen: String = "") async -> [HTML] {
        var options: [HTML] = []
        for id in (try? await door.installation.host.ids(openTo: { visitor.caller(in: $0) })) ?? [] {
            let reader = try? await door.installation.host.ecosystem(id).reader(for: visitor.caller(in: id))
            options.append(option(id, reader.map { name(of: $0, id) } ?? id, selected: id == chosen))
        }
        return options
    }

    /// What an account acts as: "Dealmaker, Agenda Stad (City Deal)".
    func seatWords(_ seats: [Seat]) async -> [String] {
        var words: [String] = []
        for seat in seats {
            guard let reader = try? await door.installation.host.ecosystem(seat.ecosystem).reader(for: .atTheMachine)
            else {
                words.append("\(seat.person) (\(seat.ecosystem))")
                continue
            }
            words.append("\(personWords(seat.person, reader)) (\(name(of: reader, seat.ecosystem)))")
        }
        return words
    }

    /// All persons of all ecosystems, grouped for a choice; whom an account acts as already cannot be chosen again.
    func personOptions(chosen: String = "") async -> HTML {
        var groups: HTML = option("", say("Niemand in het bijzonder", "Nobody in particular"))
        for id in (try? await door.installation.host.ids()) ?? [] {
            guard let reader = try? await door.installation.host.ecosystem(id).reader(for: visitor.caller(in: id))
            else {
                continue
            }
            let taken = (try? await access.persons(in: id)) ?? []
            let persons = reader.records(Person.self).map { person in
                let (value, words) = ("\(id)/\(person.id.rawValue)", personWords(person.id.rawValue, reader))
                return taken.contains(person.id.rawValue)
                    ? "<option disabled>\(words) (\(say("heeft al een account", "has an account already")))</option>"
                    : option(value, words, selected: value == chosen)
            }
            if !persons.isEmpty { groups += "<optgroup label=\"\(name(of: reader, id))\">\(persons)</optgroup>" }
        }
        return groups
    }

    /// The person that a form chose; nil for nobody. Refuses a person who is not there.
    func chosenPerson(_ value: String) async throws -> Seat? {
        guard !value.isEmpty else { return nil }
        let parts = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw AccessRefusal(.seatInvalid) }
        let reader = try await door.installation.host.ecosystem(parts[0]).reader(for: visitor.caller(in: parts[0]))
        guard reader.record(Person.self, parts[1]) != nil else {
            throw AccessRefusal(.seatInvalid, detail: "no such person")
        }
        return Seat(ecosystem: parts[0], person: parts[1])
    }

    /// That a person can only read as long as nobody recorded a mandate, with the form for it; nothing when there is one.
    func mandateOffer(_ seat: Seat) async -> HTML {
        guard let reader = try? await door.installation.host.ecosystem(seat.ecosystem).reader(for: .atTheMachine),
            let fields = Tasks.missingMandate(of: seat.person, reader)
        else { return "" }
        let form = Path.newRecord(seat.ecosystem, Mandate.naming.plural).with(fields.sorted { $0.key < $1.key })
        return """
            <p>\(say("Deze persoon heeft nog geen mandaat en kan dus alleen lezen.", "This person has no mandate yet, and so can only read.")) \
            <a class="button quiet" href="\(form)">+ \(say("Mandaat", "Mandate"))</a></p>
            """
    }

    private func personWords(_ person: String, _ reader: Reader) -> String {
        let function = say(reader.title(Person.naming.plural, person))
        guard let organisation = reader.record(Person.self, person)?.organisation.rawValue, !organisation.isEmpty else {
            return function
        }
        return "\(function), \(say(reader.title(Organisation.naming.plural, organisation)))"
    }

    private func name(of reader: Reader, _ id: String) -> String {
        let name = say(reader.state.profile.name)
        return name.isEmpty ? id : name
    }
}
