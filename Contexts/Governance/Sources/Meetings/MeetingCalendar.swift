import Calendars
import Ecosystems
import Kernel
import Parties

/// The meetings of a body or of somebody, for a calendar program.
package enum MeetingCalendar {
    /// How far back and ahead it looks, in days (ours).
    package static let past = 60
    package static let horizon = 400

    /// - Parameters:
    ///   - bodies: whose meetings; nil: all that the reader may see.
    ///   - stamp: milliseconds since 1970 of the last change.
    ///   - address: of a meeting's page, by its id.
    package static func text(
        _ reader: Reader, bodies: Set<ID<Body>>?, name: Text, stamp: Int64, language: Language,
        address: (String) -> String
    ) -> String {
        let entries = reader.records(Meeting.self).compactMap { meeting -> CalendarFile.Entry? in
            guard let on = meeting.on, bodies?.contains(meeting.body) ?? true, on > reader.today + -past,
                on < reader.today + horizon
            else { return nil }
            return entry(meeting, on, reader, language, address(meeting.id.rawValue))
        }
        return CalendarFile(
            name: name.shown(language), language: language, origin: reader.state.id, stamp: stamp, entries: entries
        ).text
    }

    private static func entry(
        _ meeting: Meeting, _ on: Day, _ reader: Reader, _ language: Language, _ address: String
    ) -> CalendarFile.Entry {
        let body = reader.title(Body.naming.plural, meeting.body.rawValue)
        var entry = CalendarFile.Entry(
            key: "meeting-\(meeting.id)", title: (meeting.name.isEmpty ? body : meeting.name).shown(language), day: on)
        (entry.start, entry.duration) = (meeting.start.minutes, meeting.duration ?? 60)
        entry.place = [meeting.place.shown(language), meeting.online].filter { !$0.isEmpty }.joined(separator: ", ")
        entry.details = meeting.agenda.enumerated().map { "\($0.offset + 1). \($0.element.subject.shown(language))" }
            .joined(separator: "\n")
        (entry.address, entry.isCancelled) = (address, meeting.cancelled)
        return entry
    }

    /// The bodies in which these persons have a seat or their organisations are.
    package static func bodies(of persons: [String], _ reader: Reader) -> Set<ID<Body>> {
        let seats = Seats.heldBy(persons, on: reader.today, in: reader.state).map(\.seat.body)
        let own = Set(persons.compactMap { reader.state[Person.self][ID($0)]?.organisation })
        let member = reader.state[Body.self].records.filter { body in
            body.members.contains(where: own.contains) || body.lead.map(own.contains) == true
        }
        return Set(seats + member.map(\.id))
    }
}
