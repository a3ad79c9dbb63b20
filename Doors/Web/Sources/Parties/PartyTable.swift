import Ecosystems
import Kernel
import Markup
import Parties

/// The table of parties: 200 at a time.
extension EcosystemVisit {
    func table(_ list: PartyList, _ filter: PartyFilter) -> HTML {
        guard !list.rows.isEmpty else {
            return """
                <p class="empty">\(say("Geen organisatie past hierbij.", "No organisation fits this.")) \
                <a href="\(Path.parties(id))">\(say("Toon alle organisaties", "Show all organisations"))</a></p>
                """
        }
        let shown = list.rows.dropFirst(filter.start).prefix(200)
        let next = filter.start + 200
        let more: HTML =
            next < list.rows.count
            ? "<p><a href=\"\(Path.parties(id).with(filter.from(next).query))\">\(say("Volgende 200", "Next 200"))</a></p>"
            : ""
        let count: HTML =
            filter.isEmpty
            ? ""
            : "<p class=\"quiet\" role=\"status\">\(say("\(list.rows.count) van \(list.total) organisaties", "\(list.rows.count) of \(list.total) organisations"))</p>"
        let head: HTML = [
            say("Organisatie", "Organisation"), say("Sector", "Sector"), say("Status", "Status"), say("Rol", "Role"),
        ].html { "<th scope=\"col\">\($0)</th>" }
        return """
            \(count)\(common(list))<div class="scroll"><table class="parties"><thead><tr>\(head)</tr></thead>
            <tbody>\(shown.html { row($0, list.commonDay) })</tbody></table></div>\(more)
            """
    }

    private func common(_ list: PartyList) -> HTML {
        guard let day = list.commonDay.map({ say.day($0, today: reader.today) }) else { return "" }
        return
            "<p class=\"quiet\">\(say("Status op \(day), behalve waar een andere dag staat.", "Status on \(day), except where another day is given."))</p>"
    }

    private func row(_ party: PartyList.Row, _ commonDay: Day?) -> HTML {
        let aliases: HTML =
            party.aliases.isEmpty ? "" : "<br><small class=\"quiet\">\(party.aliases.joined(separator: ", "))</small>"
        let status: HTML =
            party.status.map { statusPill($0) }
            ?? "<span class=\"quiet\">\(say("niet vastgelegd", "not recorded"))</span>"
        let since: HTML =
            (party.since == commonDay ? nil : party.since).map {
                "<br><small>\(say("sinds", "since")) \(say.day($0, today: reader.today))</small>"
            } ?? ""
        let layer: HTML = party.layer.map { "<span class=\"quiet\">\(say($0.label))</span>" } ?? ""
        let roles = party.roles.map { say($0.name) }.joined(separator: ", ")
        let between: HTML = roles.isEmpty || layer.isEmpty ? "" : "<br>"
        return """
            <tr><th scope="row"><a href="\(Path.organisation(id, party.id))">\(say(party.name))</a>\(aliases)</th>\
            <td class="sector">\(say(party.sectorName))</td>\
            <td class="status">\(status)\(since)</td><td class="role">\(roles)\(between)\(layer)</td></tr>
            """
    }

    /// A status with a sign beside its colour.
    func statusPill(_ status: Participation.Status) -> HTML {
        let (sign, tone): (String, HTML) =
            switch status {
            case .joined: ("✓", "ok")
            case .leaving: ("●", "soon")
            case .left, .declined: ("–", "")
            case .planning, .applying, .onboarding: ("→", "soon")
            default: ("○", "")
            }
        return "<span class=\"pill \(tone)\"><span aria-hidden=\"true\">\(sign)</span> \(say(status.label))</span>"
    }
}
