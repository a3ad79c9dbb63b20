import Kernel
import MethodLibrary
import Parties

/// One time that a body meets: what is on the agenda, who was there, and what was said.
///
/// Open to all participants unless it is closed. What was said in a closed meeting stands in `ClosedMinutes`; everyone else gets a
/// report back.
package struct Meeting: Record {
    package var id = ID<Meeting>("")
    package var body = ID<Body>("")
    package var name = Text()
    package var on: Day?
    package var start = ClockTime()
    /// In minutes.
    package var duration: Int?
    package var place = Text()
    package var online = ""
    package var closed = false
    package var cancelled = false
    package var series: ID<MeetingSeries>?
    package var agenda: [AgendaItem] = []
    package var presence: [SeatPresence] = []
    package var attended: [ID<Organisation>] = []
    package var reportBack = Text()
    package var minutes = ""
    package var source = ""

    package init() {}

    package var title: Text {
        name.isEmpty ? Text(same: on.map { "\(body) (\($0))" } ?? body.rawValue) : name
    }

    package func title(with names: Names) -> Text {
        let called = name.isEmpty ? names[body] : name
        guard let on else { return called }
        return Text("\(called.dutch), \(on.shown(.nl))", "\(called.english), \(on.shown(.en))")
    }

    package static let naming = Naming(
        "meeting", "meetings", Text("Vergadering", "Meeting"), Text("Vergaderingen", "Meetings"),
        meaning: Text(
            "Eén keer dat een orgaan bijeenkomt: agenda, wie er waren en wat er is gezegd.",
            "One time that a body meets: agenda, who was there and what was said."))

    package static let visibility = Visibility.participants

    private static let place = Text("Waar en hoe", "Where and how")
    private static let record = Text("Aanwezig en verslag", "Present and minutes")

    package static let fields: [Field<Meeting>] = [
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field(
            "name", \.name, Text("Naam", "Name"),
            help: Text("Leeg: heet naar het orgaan.", "Empty: called after the body."), longest: 200),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field(
            "start", \.start, Text("Begint om", "Starts at"), help: Text("Bijvoorbeeld 14:00.", "For example 14:00.")),
        Field("duration", \.duration, Text("Duur in minuten", "Minutes it takes"), shape: .whole(1...1_440)),
        Field("place", \.place, Text("Plaats", "Place"), group: place),
        Field("online", \.online, Text("Online", "Online"), shape: .web, group: place),
        Field(
            "closed", \.closed, Text("Besloten", "Closed"),
            help: Text(
                "Niet aangevinkt: alle deelnemers mogen erbij zijn.", "Not ticked: all participants may be there."),
            group: place),
        Field("cancelled", \.cancelled, Text("Gaat niet door", "Cancelled"), group: place),
        Field("series", \.series, Text("Reeks", "Series"), group: place),
        Field("agenda", \.agenda, Text("Agenda", "Agenda"), group: Text("Agenda", "Agenda")),
        Field("presence", \.presence, Text("Aanwezigheid per zetel", "Presence by seat"), group: record),
        Field("attended", \.attended, Text("Aanwezig", "Attended"), group: record),
        Field(
            "reportBack", \.reportBack, Text("Terugkoppeling", "Report back"),
            help: Text(
                "Van een besloten vergadering: wat alle deelnemers ervan horen.",
                "Of a closed meeting: what all participants hear of it."), shape: .text(long: true), group: record),
        Field("minutes", \.minutes, Text("Verslag op het web", "Minutes on the web"), shape: .web, group: record),
        .source(\.source),
    ]
}
