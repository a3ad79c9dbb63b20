import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// When a body meets: what comes, what was, and the series it is planned from.
extension EcosystemVisit {
    func meetingsCard(_ body: Body, _ refused: RefusedForm?) -> HTML {
        guard reader.rights.participates || reader.rights.seesEverything else {
            return
                "<section class=\"card\"><h2>\(say("Vergaderingen", "Meetings"))</h2><p class=\"empty\">\(say("Vergaderingen zijn voor deelnemers.", "Meetings are for participants."))</p></section>"
        }
        let all = reader.records(Meeting.self).filter { $0.body == body.id }
            .sorted { (($0.on?.number ?? 0), $0.id) < (($1.on?.number ?? 0), $1.id) }
        let (coming, past) = (all.filter { !isOver($0) }, all.filter(isOver))
        let held: HTML =
            past.isEmpty
            ? ""
            : "<details><summary>\(say("Eerder", "Earlier")): \(past.count)</summary><ol class=\"timeline\">\(past.reversed().html(line))</ol></details>"
        let ahead: HTML =
            coming.isEmpty
            ? "<p class=\"empty\">\(say("Er is niets gepland.", "Nothing is planned."))</p>"
            : "<ol class=\"timeline\">\(coming.prefix(8).html(line))</ol>"
        let feed: HTML =
            isPast
            ? ""
            : "<a class=\"button quiet\" href=\"\(Path.bodyPart(id, body.id.rawValue, "meetings.ics"))\">\(say("Agenda (iCalendar)", "Calendar (iCalendar)"))</a>"
        return """
            <section class="card"><h2>\(say("Vergaderingen", "Meetings"))</h2>\(troubles(refused, in: "plan"))\(ahead)\(held)\(series(body))
            <p class="actions">\(addLink("meetings", say("Eén vergadering", "One meeting"), [("body", body.id.rawValue)]))\(addLink("meetingSeries", say("Een reeks", "A series"), [("body", body.id.rawValue)]))\(feed)</p></section>
            """
    }

    private func isOver(_ meeting: Meeting) -> Bool { meeting.on.map { $0 < reader.today } ?? false }

    private func line(_ meeting: Meeting) -> HTML {
        let pills: HTML = [
            meeting.cancelled ? say("gaat niet door", "cancelled") : "",
            meeting.closed ? say("besloten", "closed") : "",
        ].filter { !$0.isEmpty }.html { " <span class=\"pill\">\($0)</span>" }
        let count =
            meeting.agenda.isEmpty
            ? "" : say.count(meeting.agenda.count, Text("onderwerp", "subject"), Text("onderwerpen", "subjects"))
        return """
            <li><div class="row"><p><a href="\(Path.meeting(id, meeting.id.rawValue))">\(moment(of: meeting))</a>\(pills) <span class="why">\(say(meeting.name))</span></p>\
            <span class="due">\(count)</span></div></li>
            """
    }

    private func series(_ body: Body) -> HTML {
        let own = reader.records(MeetingSeries.self).filter { $0.body == body.id }
        return own.html { series in
            let plan: HTML =
                mayEdit && reader.may(PlanMeetings(series: series.id.rawValue))
                ? """
                <form method="post" action="\(Path.bodyPart(id, body.id.rawValue, "series/\(series.id.rawValue)/meetings"))">\(visit.token)\
                <button class="button quiet">\(say("Plan een jaar vooruit", "Plan a year ahead"))</button></form>
                """ : ""
            let time = series.start.shown.isEmpty ? "" : ", \(series.start.shown)"
            return """
                <div class="row"><p><a href="\(Path.record(id, "meetingSeries", series.id.rawValue))">\(series.name.isEmpty ? say("Reeks", "Series") : say(series.name))</a>\
                <br><span class="why">\(say(series.every.label))\(time)\(series.first.map { say(", vanaf \(say.day($0, today: reader.today))", ", from \(say.day($0, today: reader.today))") } ?? "")</span></p>\(plan)</div>
                """
        }
    }

    func planMeetings() async throws -> Response {
        let (body, series) = (try visit.part("body"), try visit.part("series"))
        let form = try await visit.form()
        return try await perform(
            PlanMeetings(series: series), of: "plan", sent: form, then: Path.body(id, body).url, done: .planned
        ) { try await showBody(after: $0) }
    }
}
