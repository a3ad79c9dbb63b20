import Ecosystems
import Kernel
import Parties

/// Puts on the agenda of a meeting what is open and not on it yet: what came back from the meeting before, matters that the body
/// must decide, and action points that are due.
///
/// Refuses a meeting that is not there, was held or is cancelled, and one to which nothing can be added.
package struct BuildAgenda: Command {
    package let meeting: String

    package init(meeting: String) { self.meeting = meeting }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let found = situation.state[Meeting.self][ID(meeting)] else { throw .notFound(.noSuchMeeting(meeting)) }
        if found.cancelled || found.on.map({ $0 < situation.today }) == true { throw .conflict(.meetingIsOver) }
        let added = OpenSubjects(for: found, in: situation).items
        guard !added.isEmpty else { throw .conflict(.agendaIsComplete) }
        let change = RecordChange(
            Meeting.naming.plural, meeting, .patch(["agenda": (found.agenda + added).value]))
        return try ChangeRecords([change]).decide(in: situation, catalogue: catalogue)
    }
}

/// What a body has open on the day of a meeting.
package struct OpenSubjects: Sendable {
    package let items: [AgendaItem]

    package init(for meeting: Meeting, in situation: Situation) {
        let known = Set(meeting.agenda.map(\.about)).subtracting([""])
        let named = Set(meeting.agenda.map(\.subject))
        let all =
            Self.postponed(before: meeting, situation.state) + Self.matters(of: meeting.body, situation.state)
            + Self.actions(before: meeting, situation.state)
        items = all.filter { $0.about.isEmpty ? !named.contains($0.subject) : !known.contains($0.about) }
    }

    /// What the last meeting of the body before this one put off.
    private static func postponed(before meeting: Meeting, _ state: EcosystemState) -> [AgendaItem] {
        let earlier = state[Meeting.self].records.filter {
            $0.body == meeting.body && $0.id != meeting.id && !$0.cancelled
                && ($0.on ?? .distant) < (meeting.on ?? .distant)
        }
        let last = earlier.max { ($0.on ?? .distant, $0.id) < ($1.on ?? .distant, $1.id) }
        return (last?.agenda ?? []).filter { $0.outcome == .deferred }.map { item in
            var again = item
            (again.notes, again.outcome) = (Text(), nil)
            return again
        }
    }

    /// Matters of the body that are neither withdrawn nor settled. They are read by the names of their fields: a matter need not
    /// know of meetings.
    private static func matters(of body: ID<Body>, _ state: EcosystemState) -> [AgendaItem] {
        var settled: Set<String> = []
        state.table("decisions")?.forEach(reading: ["matter", "reopened"]) { _, values in
            if values[1].isNull, let matter = values[0].string { settled.insert(matter) }
        }
        var found: [(id: String, item: AgendaItem)] = []
        state.table("matters")?.forEach(reading: ["body", "withdrawn", "raisedBy"]) { id, values in
            guard values[0].string == body.rawValue, values[1].isNull, !settled.contains(id) else { return }
            var item = AgendaItem()
            item.subject = state.table("matters")?.title(of: id) ?? Text(same: id)
            (item.about, item.by) = ("matters/\(id)", values[2].string.map { ID($0) })
            found.append((id, item))
        }
        return found.sorted { $0.id < $1.id }.map(\.item)
    }

    private static func actions(before meeting: Meeting, _ state: EcosystemState) -> [AgendaItem] {
        state[ActionPoint.self].sorted.filter {
            $0.isOpen && $0.body == meeting.body && ($0.due ?? .distant) <= (meeting.on ?? .distant)
        }
        .map { action in
            var item = AgendaItem()
            item.subject = Text("Actiepunt: \(action.what.dutch)", "Action point: \(action.what.english)")
            (item.about, item.by) = ("\(ActionPoint.naming.plural)/\(action.id)", action.organisation)
            return item
        }
    }
}

extension Day {
    /// Later than any day that people write down.
    static let distant = Day(number: .max)
}

extension Problem {
    static func noSuchMeeting(_ id: String) -> Problem {
        Problem(
            "meeting.unknown", at: ["meeting"],
            Text("De vergadering “\(id.inShort)” bestaat niet.", "There is no meeting “\(id.inShort)”."))
    }

    fileprivate static let meetingIsOver = Problem(
        "meeting.over",
        Text("Deze vergadering is geweest of gaat niet door.", "This meeting was held or is cancelled."),
        mend: Text("Kies een vergadering die nog komt.", "Choose a meeting that is still to come."))

    fileprivate static let agendaIsComplete = Problem(
        "agenda.complete",
        Text("Alles wat openstaat, staat al op de agenda.", "Everything that is open is on the agenda already."),
        mend: Text("Voeg zelf een onderwerp toe.", "Add a subject yourself."))
}
