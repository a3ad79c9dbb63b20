import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// Papers of a meeting: a link to what is on the web, or to what this ecosystem holds itself.
extension EcosystemVisit {
    func paperLink(_ paper: AgendaItem.Paper) -> HTML {
        let title = say(paper.title(reader))
        guard let held = paper.held else { return "<a href=\"\(paper.address)\">\(title)</a>" }
        guard let kind = reader.catalogue.kind(held.kind), reader.values(kind, held.id) != nil else {
            return
                "<span class=\"quiet\">\(say("een stuk dat niet voor u is, of er niet meer is", "a paper that is not for you, or is no more"))</span>"
        }
        return
            "<a href=\"\(place(of: held.kind, held.id))\">\(title)</a> <span class=\"quiet\">\(say(kind.naming.label).lowercased())</span>"
    }

    /// Adds a paper to a subject of the agenda; for who prepares the meeting.
    func paperForm(_ page: MeetingPage, _ refused: RefusedForm?) -> HTML {
        let record = page.meeting.id.rawValue
        guard !page.meeting.agenda.isEmpty, !page.isPast, mayChange("meetings", record) else { return "" }
        let version = reader.state.table("meetings")?.version(of: record) ?? 0
        func value(_ field: String) -> String { refused.value(field, in: "paper") }
        let items: HTML = page.meeting.agenda.enumerated().map { index, item in
            option("\(index)", "\(index + 1). \(say(item.subject))", chosen: value("item"))
        }.joined
        let groups: HTML = MeetingPapers.offered(reader, for: page.meeting.id).html { kind, papers in
            let options: HTML = papers.html {
                option("\(kind.plural)/\($0.id)", say($0.title), chosen: value("record"))
            }
            return "<optgroup label=\"\(say(kind.naming.pluralLabel))\">\(options)</optgroup>"
        }
        return """
            <details\(if: refused.isAbout("paper"), " open")><summary>\(say("Voeg een stuk toe", "Add a paper"))</summary>\(troubles(refused, in: "paper", inputs: ["address": "paper-address", "name": "paper-name", "record": "paper-record"]))
            <form method="post" action="\(Path.meetingPart(id, record, "papers"))">\(visit.token)<input type="hidden" name="seen" value="\(version)">
            <div class="field"><label for="paper-item">\(say("Bij welk onderwerp", "With which subject"))</label><select id="paper-item" name="item">\(items)</select></div>
            <div class="field"><label for="paper-record">\(say("Een stuk dat hier staat", "A paper that is here"))</label><select id="paper-record" name="record"><option value="">–</option>\(groups)</select></div>
            <div class="field"><label for="paper-address">\(say("Of een adres op het web", "Or an address on the web"))</label><input type="url" id="paper-address" name="address" value="\(value("address"))" placeholder="https://"></div>
            <div class="field"><label for="paper-name">\(say("Hoe het heet", "What it is called"))</label><p class="help">\(say("Mag leeg blijven bij een stuk dat hier staat.", "May stay empty for a paper that is here."))</p><input id="paper-name" name="name" value="\(value("name"))"></div>
            <button class="button" data-testid="paper">\(say("Voeg toe", "Add"))</button></form></details>
            """
    }

    func addPaper() async throws -> Response {
        let page = try meetingInAddress()
        let form = try await visit.form()
        var agenda = page.meeting.agenda
        guard let index = Int(form.first("item")), agenda.indices.contains(index) else {
            throw Refusal.invalid([
                Problem(
                    "paper.item", at: ["item"],
                    Text("Dit onderwerp staat niet op de agenda.", "This subject is not on the agenda."))
            ])
        }
        var paper = AgendaItem.Paper()
        (paper.name, paper.address) = (typed(form.first("name")), form.first("address").trimmed)
        paper.record = form.first("record")
        agenda[index].papers.append(paper)
        let record = page.meeting.id.rawValue
        let change = RecordChange("meetings", record, .patch(["agenda": agenda.value]), seen: Int(form.first("seen")))
        return try await perform(
            ChangeRecords([change]), of: "paper", sent: form,
            then: Path.meeting(id, record).url + "#item-\(index + 1)", done: .added
        ) { try await showMeeting(after: $0) }
    }
}
