import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// Who owes what by when, per party and for the whole; today or on a day to come.
extension EcosystemVisit {
    func showObligations() async throws -> Response {
        let asked = day(visit.query("on"))
        let (party, agreement) = (visit.query("party"), visit.query("agreement"))
        let all = Obligations(
            reader, on: asked, party: party.isEmpty ? nil : party, agreement: agreement.isEmpty ? nil : agreement)
        let open: HTML = "\(obligationFilter(party, agreement, asked))\(groups(all))\(coming(all))"
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.agreements(id))">\(say("Afspraken", "Agreements"))</a></p>
            <div class="title"><div><h1>\(say("Wie is wat schuldig", "Who owes what"))</h1><p class="lead">\(obligationsLead(all))</p></div>
            <div class="actions">\(all.isOpen ? calendarLink : "")</div></div>
            \(all.isOpen ? open : "")
            """
        return show(agreementPage(say("Wie is wat schuldig", "Who owes what"), main))
    }

    /// A calendar is about what comes, so not in the past.
    private var calendarLink: HTML {
        isPast
            ? ""
            : "<a class=\"button quiet\" href=\"\(Path.deadlines(id))\">\(say("Agenda (iCalendar)", "Calendar (iCalendar)"))</a>"
    }

    private func obligationsLead(_ all: Obligations) -> String {
        guard all.isOpen else {
            return say(
                "Alleen deelnemers zien hoe afspraken worden nagekomen.",
                "Only participants see how agreements are kept.")
        }
        let counts = all.counts
        guard !all.statuses.isEmpty else {
            return say("Er is nog geen afspraak met normen van kracht.", "No agreement with norms is in force yet.")
        }
        let (broken, risk, due) = (counts[.breached] ?? 0, counts[.atRisk] ?? 0, counts[.due] ?? 0)
        return say(
            "\(broken) niet nagekomen, \(risk) in gevaar, \(due) moeten nog; \(counts[.kept] ?? 0) nagekomen.",
            "\(broken) breached, \(risk) at risk, \(due) due; \(counts[.kept] ?? 0) kept.")
    }

    private func obligationFilter(_ party: String, _ agreement: String, _ day: Day?) -> HTML {
        let parties = Set(reader.records(Agreement.self).flatMap { $0.parties.map(\.organisation.rawValue) }).sorted()
        let everyone = option("", say("alle partijen", "all parties"), chosen: party)
        let options: HTML = parties.html { option($0, say(reader.title("organisations", $0)), chosen: party) }
        let agreements: HTML = reader.records(Agreement.self).html {
            option($0.id.rawValue, say($0.name), chosen: agreement)
        }
        return """
            <form method="get" action="\(Path.obligations(id))" class="choose"><div><label for="party">\(say("Partij", "Party"))</label><select id="party" name="party">\(everyone)\(options)</select></div>
            <div><label for="agreement">\(say("Afspraak", "Agreement"))</label><select id="agreement" name="agreement">\(option("", say("alle afspraken", "all agreements"), chosen: agreement))\(agreements)</select></div>
            <div><label for="on">\(say("Zoals het is op", "As it is on"))</label><input type="date" id="on" name="on" value="\(day.map { "\($0)" } ?? "")"></div>
            <button class="button quiet">\(say("Toon", "Show"))</button></form>
            """
    }

    /// What asks for attention first stands open; what was kept is folded, because there is most of it.
    private func groups(_ all: Obligations) -> HTML {
        var told: Set<String> = []
        return all.groups.html { grouped in
            let label: HTML = "\(say(grouped.group.label)) <span class=\"count\">\(grouped.statuses.count)</span>"
            let table = table(grouped.statuses, &told)
            return grouped.group == .kept
                ? "<details class=\"card\"><summary>\(label)</summary>\(table)</details>"
                : "<section class=\"card\"><h2>\(label)</h2>\(table)</section>"
        }
    }

    /// - Parameter told: norms that have a row to lead to already.
    private func table(_ statuses: [NormStatus], _ told: inout Set<String>) -> HTML {
        let heads = [
            say("Stand", "State"), say("Wie", "Who"), say("Norm", "Norm"), say("Waarom", "Why"),
            say("Uiterlijk", "Due"),
        ]
        let head: HTML = heads.html { "<th scope=\"col\">\($0)</th>" }
        var rows: HTML = ""
        for status in statuses { rows += row(status, isFirst: told.insert(status.norm.id).inserted) }
        return
            "<div class=\"scroll\"><table class=\"cards obligations\"><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>"
    }

    private func row(_ status: NormStatus, isFirst: Bool) -> HTML {
        let bearer: Path =
            status.bearer.sort == .body ? .record(id, "bodies", status.bearer.id) : .organisation(id, status.bearer.id)
        let clause =
            Path.agreement(id, status.norm.agreement).with([("version", "\(status.norm.version)")])
            + "#clause-\(status.norm.clause)"
        let due: HTML =
            status.due.map {
                "<td class=\"due\" data-label=\"\(say("Uiterlijk", "Due"))\">\(say.day($0, today: reader.today))</td>"
            } ?? "<td></td>"
        let consequence: HTML =
            status.state == .breached && !status.consequence.isEmpty
            ? "<br><span class=\"quiet\">\(say("Eerst een gesprek:", "A conversation first:")) \(say.marked(status.consequence))</span>"
            : ""
        return """
            <tr\(isFirst ? " id=\"\(status.norm.id)\"" : "" as HTML)><td>\(statePill(status.state))</td><td data-label="\(say("Wie", "Who"))"><a href="\(bearer)">\(say.marked(status.bearerName))</a></td><th scope="row">\(say.marked(status.norm.rule.name))<br><a class="quiet" href="\(clause)">\(say.marked(status.norm.agreementName)), \(status.norm.clauseNumber) \(say.marked(status.norm.heading))</a></th>
            <td>\(say(status.explanation))\(evidence(status))\(consequence)\(recordLinks(status))</td>\(due)</tr>
            """
    }

    /// What was done can be recorded here; and after a breach, that it was talked through.
    private func recordLinks(_ status: NormStatus) -> HTML {
        guard status.state != .kept, status.bearer.sort == .organisation, mayAdd("acts", for: "by", status.bearer.id)
        else { return "" }
        let back = ("back", Path.obligations(id).url)
        let day = ("on", "\(reader.today)")
        let done = [("what", status.norm.rule.action), ("by", status.bearer.id), day, back]
        let talked = [("what", "settle"), ("by", status.bearer.id), ("about", "norms/\(status.norm.id)"), day, back]
        let act =
            "<a href=\"\(Path.newRecord(id, "acts").with(done))\">\(say("Leg vast wat is gedaan", "Record what was done"))</a>"
            as HTML
        let talk: HTML =
            status.state == .breached
            ? " · <a href=\"\(Path.newRecord(id, "acts").with(talked))\">\(say("Leg het gesprek vast", "Record the conversation"))</a>"
            : ""
        return "<br>\(act)\(talk)"
    }

    private func coming(_ all: Obligations) -> HTML {
        let deadlines = all.deadlines(within: 92)
        guard !deadlines.isEmpty else { return "" }
        let items: HTML = deadlines.prefix(20).html {
            "<li><div class=\"row\"><p>\(say($0.title))</p><span class=\"due\">\(say.day($0.day, today: reader.today))</span></div></li>"
        }
        return
            "<section class=\"card\"><h2>\(say("De komende drie maanden", "The coming three months"))</h2><ol class=\"timeline\">\(items)</ol></section>"
    }
}

extension EcosystemVisit {
    /// The days that agreements set, for a calendar program.
    func deadlineFeed() async throws -> Response {
        let text = DeadlineCalendar.text(reader, stamp: reader.state.recordedAt, language: say.language)
        return Response(
            status: .ok, headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "no-cache"],
            body: .init(byteBuffer: .init(string: text)))
    }
}
