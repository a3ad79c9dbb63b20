import Ecosystems
import Kernel

/// Plans the meetings of a series from today up to and including a day; days that are planned already stay as they are.
///
/// Refuses a series that is not there, and one with nothing left to plan.
package struct PlanMeetings: Command {
    package let series: String
    /// Nil: a year from today.
    package let until: Day?

    package init(series: String, until: Day? = nil) {
        self.series = series
        self.until = until
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let found = situation.state[MeetingSeries.self][ID(series)] else {
            throw .notFound(.noSuchSeries(series))
        }
        let planned = Set(situation.state[Meeting.self].records.filter { $0.series == found.id }.compactMap(\.on))
        let days = found.days(until: until ?? situation.today.adding(months: 12))
            .filter { $0 >= situation.today && !planned.contains($0) }
        guard !days.isEmpty else { throw .conflict(.nothingToPlan) }
        let changes = days.map { day in
            RecordChange(Meeting.naming.plural, Self.id(found, day, in: situation.state), .add(found.meeting(on: day)))
        }
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }

    /// “stuurgroep-2026-03-05”.
    private static func id(_ series: MeetingSeries, _ day: Day, in state: EcosystemState) -> String {
        let wished = "\(series.body.rawValue.prefix(80))-\(day)"
        return state[Meeting.self][ID(wished)] == nil ? wished : "\(series.id.rawValue.prefix(80))-\(day)"
    }
}

extension MeetingSeries {
    fileprivate func meeting(on day: Day) -> [String: Value] {
        var meeting = Meeting()
        (meeting.body, meeting.name, meeting.on, meeting.series) = (body, name, day, id)
        (meeting.start, meeting.duration) = (start, duration)
        (meeting.place, meeting.online, meeting.closed) = (place, online, closed)
        return meeting.values
    }
}

extension Problem {
    fileprivate static func noSuchSeries(_ id: String) -> Problem {
        Problem(
            "series.unknown", at: ["series"],
            Text("De reeks “\(id.inShort)” bestaat niet.", "There is no series “\(id.inShort)”."))
    }

    fileprivate static let nothingToPlan = Problem(
        "series.planned",
        Text("Er valt in deze tijd niets meer te plannen.", "There is nothing left to plan in this time."),
        mend: Text("Kies een later einde, of verleng de reeks.", "Choose a later end, or extend the series."))
}
