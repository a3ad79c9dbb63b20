import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// What a meeting is about, item by item, with papers before it and notes after it.
extension EcosystemVisit {
    func agendaCard(_ page: MeetingPage, _ refused: RefusedForm?) -> HTML {
        let meeting = page.meeting
        let items: HTML = meeting.agenda.enumerated().map { item($0.element, $0.offset, page) }.joined
        let list: HTML =
            meeting.agenda.isEmpty
            ? "<p class=\"empty\">\(say("Er staat nog niets op de agenda.", "There is nothing on the agenda yet."))</p>"
            : "<ol class=\"agenda\">\(items)</ol>"
        let planned: HTML =
            page.planned > 0
            ? "<p class=\"quiet\">\(say("Samen \(page.planned) minuten", "\(page.planned) minutes in all"))\(meeting.duration.map { say(" van de \($0).", " of \($0).") } ?? ".")</p>"
            : ""
        return """
            <section class="card"><h2>\(say("Agenda", "Agenda"))</h2>\(troubles(refused, in: "agenda"))\(troubles(refused, in: "notes"))\(list)\(planned)\(openCard(page))\(paperForm(page, refused))\(notesForm(page, refused))</section>
            """
    }

    private func item(_ item: AgendaItem, _ index: Int, _ page: MeetingPage) -> HTML {
        var facts: [HTML] = []
        if let by = item.by { facts.append("\(say("van", "from")) \(organisationLink(by))") }
        if let minutes = item.duration { facts.append("\(minutes) min.") }
        if let session = reader.library.session(item.format) {
            let method = item.format.split(separator: "/").first.map(String.init) ?? ""
            facts.append("<a href=\"\(Path.method(method))\">\(say(session.name))</a>")
        }
        if let about = about(item) { facts.append(about) }
        let papers: HTML = item.papers.html { "<li>\(paperLink($0))</li>" }
        let outcome: HTML = item.outcome.map { " <span class=\"pill\">\(say($0.label))</span>" } ?? ""
        let notes: HTML = item.notes.isEmpty ? "" : "<p class=\"notes\">\(say.marked(item.notes))</p>"
        return """
            <li id="item-\(index + 1)"><h3>\(say.marked(item.subject))\(outcome)</h3>\(facts.isEmpty ? "" : "<p class=\"why\">\(facts.joined(separator: " · "))</p>" as HTML)\
            \(item.papers.isEmpty ? "" : "<ul class=\"papers\">\(papers)</ul>" as HTML)\(notes)</li>
            """
    }

    /// A link to what the item is about, for who may see it.
    private func about(_ item: AgendaItem) -> HTML? {
        let parts = item.about.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = reader.catalogue.kind(parts[0]), reader.values(kind, parts[1]) != nil else {
            return nil
        }
        return "<a href=\"\(place(of: parts[0], parts[1]))\">\(say(kind.naming.label))</a>"
    }

    /// What is open and not on the agenda yet, to be put on it in one step.
    private func openCard(_ page: MeetingPage) -> HTML {
        guard !page.open.isEmpty else { return "" }
        let items: HTML = page.open.html { "<li>\(say.marked($0.subject))</li>" }
        let build: HTML =
            mayEdit && reader.may(BuildAgenda(meeting: page.meeting.id.rawValue))
            ? """
            <form method="post" action="\(Path.meetingPart(id, page.meeting.id.rawValue, "agenda"))">\(visit.token)\
            <button class="button">\(say("Zet dit op de agenda", "Put this on the agenda"))</button></form>
            """ : ""
        return "<h3>\(say("Staat open", "Is open"))</h3><ul>\(items)</ul>\(build)"
    }

    /// Notes and outcome of every item in one form; only of an open meeting, and from its day on.
    private func notesForm(_ page: MeetingPage, _ refused: RefusedForm?) -> HTML {
        let record = page.meeting.id.rawValue
        guard !page.meeting.agenda.isEmpty, mayChange("meetings", record),
            (page.meeting.on ?? reader.today) <= reader.today
        else { return "" }
        let version = reader.state.table("meetings")?.version(of: record) ?? 0
        let fields: HTML = page.meeting.agenda.enumerated().map { index, item -> HTML in
            let chosen = refused.value("outcome.\(index)", in: "notes", else: item.outcome?.rawValue ?? "")
            let options: HTML = AgendaItem.Outcome.allCases.html { option($0.rawValue, say($0.label), chosen: chosen) }
            let notes: HTML =
                page.meeting.closed
                ? ""
                : """
                <label for="note-\(index)">\(say("Besproken", "Discussed"))</label><textarea id="note-\(index)" name="note.\(index)" rows="2">\n\(refused.value("note.\(index)", in: "notes", else: say.language == .nl ? item.notes.nl : item.notes.en))</textarea>
                """
            return """
                <fieldset class="field"><legend>\(index + 1). \(say(item.subject))</legend>\(notes)
                <label for="outcome-\(index)">\(say("Uitkomst", "Outcome"))</label><select id="outcome-\(index)" name="outcome.\(index)"><option value="">–</option>\(options)</select></fieldset>
                """
        }.joined
        return """
            <details\(if: refused.isAbout("notes"), " open")><summary>\(say("Schrijf het verslag", "Write the minutes"))</summary>
            <form method="post" action="\(Path.meetingPart(id, record, "notes"))">\(visit.token)<input type="hidden" name="seen" value="\(version)">\(fields)
            <button class="button">\(say("Bewaar", "Save"))</button></form></details>
            """
    }

    func buildAgenda() async throws -> Response {
        let meeting = try visit.part("meeting")
        let form = try await visit.form()
        return try await perform(
            BuildAgenda(meeting: meeting), of: "agenda", sent: form, then: Path.meeting(id, meeting).url,
            done: .agendaBuilt
        ) { try await showMeeting(after: $0) }
    }

    func writeNotes() async throws -> Response {
        let page = try meetingInAddress()
        let form = try await visit.form()
        let agenda = page.meeting.agenda.enumerated().map { index, item -> AgendaItem in
            var item = item
            if !page.meeting.closed {
                let words = form.first("note.\(index)").trimmed
                item.notes =
                    say.language == .nl ? Text(nl: words, en: item.notes.en) : Text(nl: item.notes.nl, en: words)
            }
            item.outcome = AgendaItem.Outcome(rawValue: form.first("outcome.\(index)"))
            return item
        }
        let change = RecordChange(
            "meetings", page.meeting.id.rawValue, .patch(["agenda": agenda.value]), seen: Int(form.first("seen")))
        return try await perform(
            ChangeRecords([change]), of: "notes", sent: form, then: Path.meeting(id, page.meeting.id.rawValue).url
        ) { try await showMeeting(after: $0) }
    }
}
