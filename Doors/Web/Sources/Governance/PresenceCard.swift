import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// Who was there, and who does what after it.
extension EcosystemVisit {
    func presenceCard(_ page: MeetingPage, _ refused: RefusedForm?) -> HTML {
        let attended: HTML =
            page.meeting.attended.isEmpty
            ? "" : "<p>\(page.meeting.attended.map(organisationLink).joined(separator: ", "))</p>"
        let noted = page.seats.all.filter { page.presence(of: $0.id) != nil }
        let rows: HTML = noted.html { held in
            let mark = page.presence(of: held.id)?.how ?? .absent
            let sign = mark.isThere ? "✓" : mark == .excused ? "○" : "–"
            return
                "<li><span aria-hidden=\"true\">\(sign)</span> \(name(held.seat)) <span class=\"quiet\">\(say(mark.label))</span></li>"
        }
        let list: HTML = noted.isEmpty ? "" : "<ul class=\"plain\">\(rows)</ul>"
        let quorum: HTML =
            page.quorum.map {
                "<p class=\"banner\(if: $0.isReached, " ok")\">\($0.isReached ? "✓" : "▲") \(say($0.words))</p>"
            } ?? ""
        let form = presenceForm(page, refused)
        guard !attended.isEmpty || !noted.isEmpty || !form.isEmpty else { return "" }
        let empty: HTML =
            attended.isEmpty && noted.isEmpty
            ? "<p class=\"empty\">\(say("Nog niet genoteerd.", "Not noted yet."))</p>" : ""
        return
            "<section class=\"card\"><h2>\(say("Aanwezig", "Present"))</h2>\(quorum)\(list)\(attended)\(empty)\(form)</section>"
    }

    private func presenceForm(_ page: MeetingPage, _ refused: RefusedForm?) -> HTML {
        let record = page.meeting.id.rawValue
        guard !page.seats.all.isEmpty, mayChange("meetings", record) else { return "" }
        let version = reader.state.table("meetings")?.version(of: record) ?? 0
        let rows: HTML = page.seats.all.html { held in
            let field = "how.\(held.id.rawValue)"
            let chosen = refused.value(field, in: "presence", else: page.presence(of: held.id)?.how.rawValue ?? "")
            let options: HTML = SeatPresence.How.allCases.html { option($0.rawValue, say($0.label), chosen: chosen) }
            return """
                <div class="inline"><label for="\(field)">\(name(held.seat))</label><select id="\(field)" name="\(field)"><option value="">–</option>\(options)</select></div>
                """
        }
        return """
            <details\(if: refused.isAbout("presence"), " open")><summary>\(say("Noteer wie er zijn", "Note who is there"))</summary>\(troubles(refused, in: "presence"))
            <form method="post" action="\(Path.meetingPart(id, record, "presence"))">\(visit.token)<input type="hidden" name="seen" value="\(version)">\(rows)
            <button class="button">\(say("Bewaar", "Save"))</button></form></details>
            """
    }

    func notePresence() async throws -> Response {
        let page = try meetingInAddress()
        let form = try await visit.form()
        let marks = page.seats.all.compactMap { held -> SeatPresence? in
            guard let how = SeatPresence.How(rawValue: form.first("how.\(held.id.rawValue)")) else { return nil }
            var mark = page.presence(of: held.id) ?? SeatPresence()
            (mark.seat, mark.how) = (held.id, how)
            return mark
        }
        let change = RecordChange(
            "meetings", page.meeting.id.rawValue, .patch(["presence": marks.value]), seen: Int(form.first("seen")))
        return try await perform(
            ChangeRecords([change]), of: "presence", sent: form, then: Path.meeting(id, page.meeting.id.rawValue).url
        ) { try await showMeeting(after: $0) }
    }

    func actionsCard(_ page: MeetingPage, _ refused: RefusedForm?) -> HTML {
        let items: HTML = page.actions.html { action in
            let state: HTML =
                action.done.map { "<span class=\"pill ok\">✓ \(say.day($0, today: reader.today))</span>" }
                ?? (action.dropped.isEmpty
                    ? action.due.map { visit.due($0, today: reader.today) } ?? ""
                    : "<span class=\"pill\">\(say("vervallen", "dropped"))</span>")
            let edit: HTML =
                action.isOpen && mayChange("actionPoints", action.id.rawValue)
                ? " <a href=\"\(Path.editRecord(id, "actionPoints", action.id.rawValue))#f.done\">\(say("Vink af", "Tick off"))</a>"
                : ""
            return
                "<li><div><p class=\"what\">\(say.marked(action.what))</p><p class=\"why\">\(organisationLink(action.organisation))\(edit)</p></div>\(state)</li>"
        }
        let list: HTML =
            page.actions.isEmpty
            ? "<p class=\"empty\">\(say("Er zijn geen actiepunten.", "There are no action points."))</p>"
            : "<ul class=\"findings\">\(items)</ul>"
        return
            "<section class=\"card\"><h2>\(say("Actiepunten", "Action points"))</h2>\(list)\(actionForm(page, refused))</section>"
    }

    private func actionForm(_ page: MeetingPage, _ refused: RefusedForm?) -> HTML {
        guard mayAdd("actionPoints") else { return "" }
        let own = page.body.map { $0.organisations(page.seats).sorted() } ?? []
        let chosen = refused.value("organisation", in: "action")
        let options: HTML = own.html {
            option($0.rawValue, say(reader.title("organisations", $0.rawValue)), chosen: chosen)
        }
        return """
            <details\(if: refused.isAbout("action"), " open")><summary>+ \(say("Actiepunt", "Action point"))</summary>\(troubles(refused, in: "action", inputs: ["what": "action-what", "organisation": "action-organisation", "due": "action-due"], labels: ["what": say("Wat", "What"), "organisation": say("Door", "By"), "due": say("Klaar op", "Due on")]))
            <form method="post" action="\(Path.meetingPart(id, page.meeting.id.rawValue, "actions"))">\(visit.token)
            <div class="field"><label for="action-what">\(say("Wat", "What"))</label><input id="action-what" name="what" required maxlength="500" value="\(refused.value("what", in: "action"))"\(refused.state("what", in: "action"))></div>
            <div class="field"><label for="action-organisation">\(say("Door", "By"))</label><select id="action-organisation" name="organisation" required\(refused.state("organisation", in: "action"))>\(options)</select></div>
            \(dayField("action-due", "due", say("Klaar op", "Due on"), refused.value("due", in: "action", else: "\((page.meeting.on ?? reader.today) + 28)"), state: refused.state("due", in: "action")))
            <button class="button">\(say("Leg vast", "Record"))</button></form></details>
            """
    }

    func addAction() async throws -> Response {
        let page = try meetingInAddress()
        let form = try await visit.form()
        let what = form.first("what").trimmed
        var values: [String: Value] = [
            "what": typed(what).value, "organisation": .string(form.first("organisation")),
            "meeting": page.meeting.id.value, "body": page.meeting.body.value,
        ]
        if !form.first("due").trimmed.isEmpty { values["due"] = .string(form.first("due").trimmed) }
        let record = freeID(what.isEmpty ? "action" : what, in: "actionPoints")
        return try await perform(
            ChangeRecords([RecordChange("actionPoints", record, .add(values))]), of: "action", sent: form,
            then: Path.meeting(id, page.meeting.id.rawValue).url, done: .added
        ) { try await showMeeting(after: $0) }
    }
}
