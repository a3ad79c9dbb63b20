import Documents
import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// One meeting: agenda and papers before it, presence and notes after it, and who does what.
extension EcosystemVisit {
    func meetingInAddress() throws -> MeetingPage {
        guard let page = MeetingPage.of(try visit.part("meeting"), reader) else {
            throw Refusal.notFound(
                Problem(
                    "meeting.unknown",
                    Text(
                        "Deze vergadering is er niet, of is niet voor u.", "This meeting is not here, or not for you."),
                    mend: Text("Meld u aan als deelnemer.", "Sign in as a participant.")))
        }
        return page
    }

    func showMeeting() async throws -> Response { try await showMeeting(after: nil) }

    func showMeeting(after refused: RefusedForm?) async throws -> Response {
        let page = try meetingInAddress()
        let name = say(reader.title(Meeting.naming.plural, page.meeting.id.rawValue))
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.governance(id))">\(say("Bestuur", "Governance"))</a> · \(bodyLink(page.meeting.body))</p>
            <div class="title"><div><h1>\(name)</h1><p class="lead">\(meetingLead(page))</p></div><div class="actions">\(meetingActions(page))</div></div>
            \(meetingNotices(page))<div class="columns"><div>\(agendaCard(page, refused))\(reportCard(page))</div>
            <div>\(presenceCard(page, refused))\(actionsCard(page, refused))\(otherFiles(page))</div></div>
            """
        var shown = governancePage(name, main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    private func meetingLead(_ page: MeetingPage) -> HTML {
        let meeting = page.meeting
        var parts: [HTML] = ["\(moment(of: meeting))"]
        if !meeting.closed, !meeting.cancelled, !page.isPast {
            parts.append("\(say("Open: elke deelnemer mag erbij zijn", "Open: every participant may be there"))")
        }
        if let duration = meeting.duration { parts.append("\(duration) \(say("minuten", "minutes"))") }
        if !meeting.place.isEmpty { parts.append("\(say(meeting.place))") }
        if !meeting.online.isEmpty { parts.append("<a href=\"\(meeting.online)\">\(say("online", "online"))</a>") }
        return parts.joined(separator: " · ")
    }

    private func meetingActions(_ page: MeetingPage) -> HTML {
        let record = page.meeting.id.rawValue
        let paper = page.isPast ? say("Verslag", "Minutes") : say("Agenda", "Agenda")
        let file: HTML =
            "<a class=\"button quiet\" href=\"\(Path.meetingPart(id, record, "minutes.pdf"))\">\(paper) (PDF)</a>"
        let edit: HTML =
            mayChange("meetings", record)
            ? "<a class=\"button quiet\" href=\"\(Path.editRecord(id, "meetings", record))\">\(say("Wijzig", "Change"))</a>"
            : ""
        return "\(edit) \(file)"
    }

    /// The same paper for who reads with other programs.
    private func otherFiles(_ page: MeetingPage) -> HTML {
        let links = [("html", "HTML"), ("md", "Markdown")].map { format, label -> HTML in
            "<a href=\"\(Path.meetingPart(id, page.meeting.id.rawValue, "minutes.\(format)"))\">\(label)</a>"
        }
        return "<p class=\"quiet\">\(say("Ook als", "Also as")) \(links.joined(separator: " · "))</p>"
    }

    private func meetingNotices(_ page: MeetingPage) -> HTML {
        var lines: [String] = []
        if page.meeting.cancelled {
            lines.append(say("Deze vergadering gaat niet door.", "This meeting is cancelled."))
        }
        if page.meeting.closed {
            lines.append(
                say(
                    "Besloten: alleen wie in het orgaan zit, is erbij. Daarna volgt een terugkoppeling voor alle deelnemers.",
                    "Closed: only who sits in the body is there. A report back for all participants follows."))
        }
        return lines.html { "<p class=\"banner\" role=\"note\">\($0)</p>" }
    }

    private func reportCard(_ page: MeetingPage) -> HTML {
        let report: HTML =
            page.meeting.reportBack.isEmpty
            ? ""
            : "<h2>\(say("Terugkoppeling", "Report back"))</h2><p>\(say.marked(page.meeting.reportBack))</p>"
        let closed: HTML = page.minutes.html {
            "<h2>\(say("Besloten verslag", "Closed minutes"))</h2><p class=\"quiet\">\(say("Alleen voor", "Only for")) \($0.organisations.map(organisationLink).joined(separator: ", "))</p><p>\(say.marked($0.notes))</p>"
        }
        let add: HTML =
            page.meeting.closed && page.isPast && page.minutes.isEmpty
            ? addLink(
                "closedMinutes", say("Besloten verslag", "Closed minutes"), [("meeting", page.meeting.id.rawValue)])
            : ""
        let web: HTML =
            page.meeting.minutes.isEmpty
            ? "" : "<p><a href=\"\(page.meeting.minutes)\">\(say("Verslag op het web", "Minutes on the web"))</a></p>"
        let content: HTML = "\(report)\(closed)\(web)\(add)"
        return content.isEmpty ? "" : "<section class=\"card\">\(content)</section>"
    }

    func sendMinutes(_ format: String) async throws -> Response {
        let page = try meetingInAddress()
        let paper = MinutesPaper(page, reader).paper(in: say.language)
        let name = "\(page.meeting.id).\(format)"
        switch format {
        case "pdf": return .file(try await WeasyPrint().pdf(of: paper), "application/pdf", name)
        case "md": return .file(Array(PaperMarkdown(paper).text.utf8), "text/markdown; charset=utf-8", name)
        default:
            // A document stands by itself: its own styles, nothing else.
            var response = Response.html(PaperHTML(paper).page.text)
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            return response
        }
    }
}
