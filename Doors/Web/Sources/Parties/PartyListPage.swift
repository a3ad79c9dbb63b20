import Ecosystems
import Hummingbird
import Kernel
import Markup
import Parties

/// The page with every party.
extension EcosystemVisit {
    func showParties() async throws -> Response {
        let filter = PartyFilter(self)
        let findings = try await visibleFindings()
        let key = filter.query.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let main = cached("parties \(mayEdit) \(key)") { parties(filter, findings) }
        var page = Page(say("Partijen", "Parties"), place: .parties, main)
        page.styles = ["parties.css"]
        return show(page)
    }

    /// Findings as far as the visitor may see them; those of now come from the ecosystem's own memory.
    func visibleFindings() async throws -> [Finding] {
        if isPast { return reader.findings }
        let all = try await ecosystem.findings()
        if reader.rights.seesEverything { return all }
        return all.filter { finding in
            guard let kind = reader.catalogue.kind(finding.kind) else { return true }
            return finding.record.isEmpty ? reader.canRead(kind) : reader.values(kind, finding.record) != nil
        }
    }

    private func parties(_ filter: PartyFilter, _ findings: [Finding]) -> HTML {
        let list = PartyList(reader, filter: filter.filter)
        let others: HTML = ["persons", "mandates", "assignments", "boardings"].compactMap { reader.catalogue.kind($0) }
            .filter { reader.canRead($0) }.html { kind in
                let count = reader.state.table(kind.plural)?.count ?? 0
                return """
                    <li><a href="\(Path.records(id, kind.plural))">\(say(kind.naming.pluralLabel))</a> \
                    <span class="quiet">\(count)</span></li>
                    """
            }
        let body: HTML = list.total == 0 ? noParties : partyBody(list, filter, findings)
        return """
            <div class="title"><div><h1>\(say("Partijen", "Parties"))</h1><p class="lead">\(sentence(list))</p></div>
            <div class="actions">\(addLink("organisations", say("Organisatie", "Organisation")))\(addLink("persons", say("Persoon", "Person")))</div></div>
            \(body)
            <section><h2>\(say("Ook vastgelegd", "Also recorded"))</h2><ul class="also">\(others)</ul></section>
            """
    }

    private var noParties: HTML {
        """
        <p class="empty">\(say("Er staat nog geen organisatie. Begin met de partijen die u kent: ook wie nog niets weet telt mee als “in beeld”.",
            "There are no organisations yet. Start with the parties you know: those who know nothing yet count as “identified”."))</p>
        """
    }

    private func partyBody(_ list: PartyList, _ filter: PartyFilter, _ findings: [Finding]) -> HTML {
        let (helix, doubles) = (helixCard(list.helix), doubles(findings))
        let before: HTML =
            helix.isEmpty || doubles.isEmpty
            ? "\(helix)\(doubles)" : "<div class=\"columns before\"><div>\(helix)</div><div>\(doubles)</div></div>"
        return "\(pipeline(list, filter))\(before)\(filterForm(list, filter))\(table(list, filter))"
    }

    /// How far the parties are, in a sentence: who takes part first.
    private func sentence(_ list: PartyList) -> String {
        let counts = Dictionary(list.statuses.map { ($0.status, $0.count) }, uniquingKeysWith: { first, _ in first })
        let joined = (counts[.joined] ?? 0) + (counts[.leaving] ?? 0)
        var parts = [
            joined == 1
                ? say("1 organisatie doet mee", "1 organisation takes part")
                : say("\(joined) organisaties doen mee", "\(joined) organisations take part")
        ]
        let coming = [Participation.Status.planning, .applying, .onboarding].reduce(0) { $0 + (counts[$1] ?? 0) }
        let early = (counts[.identified] ?? 0) + (counts[.approached] ?? 0)
        if coming > 0 { parts.append(say("\(coming) zijn aan het toetreden", "\(coming) are joining")) }
        if early > 0 { parts.append(say("\(early) in beeld of benaderd", "\(early) identified or approached")) }
        return parts.joined(separator: ", ") + "." + say(list.unknown)
    }

    /// The way in and out: only the steps where somebody stands, each a filter of the table; who stands beside it in a sentence.
    private func pipeline(_ list: PartyList, _ filter: PartyFilter) -> HTML {
        let counts = Dictionary(list.statuses.map { ($0.status, $0.count) }, uniquingKeysWith: { first, _ in first })
        func shown(_ status: Participation.Status) -> HTML? {
            let isChosen = filter.filter.status == status
            guard let count = counts[status] ?? (isChosen ? 0 : nil) else { return nil }
            let current: HTML = isChosen ? " aria-current=\"true\"" : ""
            let path = Path.parties(id).with(filter.with(isChosen ? nil : status).query)
            return "<a href=\"\(path)\"\(current)><span class=\"count\">\(count)</span> \(say(status.label))</a>"
        }
        let steps = Participation.Status.pipeline.compactMap(shown).html { "<li>\($0)</li>" }
        let beside = [Participation.Status.declined, .unknown].compactMap(shown)
        let rest: HTML =
            beside.isEmpty
            ? ""
            : "<p class=\"quiet\">\(say("Daarnaast", "Besides these")): \(beside.joined(separator: HTML(drawn: say(" en ", " and ")))).</p>"
        return """
            <nav class="pipeline" aria-label="\(say("Hoe ver de organisaties zijn", "How far the organisations are"))"><ol>\(steps)</ol>\(rest)</nav>
            """
    }

    private func filterForm(_ list: PartyList, _ filter: PartyFilter) -> HTML {
        let used = Set(reader.state[Organisation.self].records.lazy.map(\.sector))
        let sectors: HTML = reader.library.choices(for: .sector).filter { used.contains($0.id) }.html {
            option($0.id, say($0.label), chosen: filter.filter.sector)
        }
        let layers: HTML = Participation.Layer.allCases.html {
            option($0.rawValue, say($0.label), chosen: filter.filter.layer?.rawValue ?? "")
        }
        let statuses: HTML = list.statuses.html {
            option(
                $0.status.rawValue, "\(say($0.status.label)) (\($0.count))",
                chosen: filter.filter.status?.rawValue ?? "")
        }
        let all: HTML = "<option value=\"\">\(say("alle", "all"))</option>"
        let role: HTML =
            filter.filter.role.isEmpty ? "" : "<input type=\"hidden\" name=\"role\" value=\"\(filter.filter.role)\">"
        let clear: HTML =
            filter.isEmpty
            ? "" : " <a href=\"\(Path.parties(id))\">\(say("Toon alles", "Show all"))</a>"
        return """
            <form class="choose" method="get" action="\(Path.parties(id))" role="search">\(role)
            <label>\(say("Naam", "Name")) <input type="search" name="text" value="\(filter.filter.text)"></label>
            <label>\(say("Status", "Status")) <select name="status">\(all)\(statuses)</select></label>
            <label>\(say("Sector", "Sector")) <select name="sector">\(all)\(sectors)</select></label>
            <label>\(say("Schil", "Layer")) <select name="layer">\(all)\(layers)</select></label>
            <button class="button quiet">\(say("Filter", "Filter"))</button>\(clear)</form>
            """
    }
}
