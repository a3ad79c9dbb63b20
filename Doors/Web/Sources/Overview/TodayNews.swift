import Ecosystems
import Kernel
import Parties

/// What changed and what is at risk, over all ecosystems of the visitor.
extension Visit {
    /// As far back as the first page tells what changed, in days.
    private static let newsDays = 7

    func changed(_ visits: [EcosystemVisit]) async throws -> HTML {
        let since = today + -Self.newsDays
        var groups: [(ChangeGroup, EcosystemVisit)] = []
        for inside in visits {
            let history = try await inside.ecosystem.history(limit: 1_000).filter {
                inside.maySee($0) && Clock.day(of: $0.recordedAt) >= since
            }
            groups += ChangeGroup.groups(of: history).prefix(8).map { ($0, inside) }
        }
        groups.sort { $0.0.latest.recordedAt > $1.0.latest.recordedAt }
        let rows: HTML = groups.prefix(8).html { group, inside in
            let teller = HistoryTeller(inside)
            return """
                <li><div><p>\(teller.what(group))</p><p class="why"><a href="\(Path.history(inside.id))">\(inside.name)</a> · \(teller.who(group.latest))</p></div>
                <span class="due">\(teller.when(group.latest))</span></li>
                """
        }
        let body: HTML =
            groups.isEmpty
            ? "<p class=\"empty\">\(say("Niets.", "Nothing."))</p>" : "<ul class=\"findings\">\(rows)</ul>"
        let day = say.day(since, today: today)
        return
            "<section class=\"card\"><h2>\(say("Veranderd sinds \(day)", "Changed since \(day)"))</h2>\(body)</section>"
    }

    /// One's own organisations first; what is only good to know is left out.
    func atRisk(_ visits: [EcosystemVisit]) async throws -> HTML {
        var lists: HTML = ""
        for inside in visits {
            let findings = try await inside.visibleFindings().filter { $0.severity != .notice }
            guard !findings.isEmpty else { continue }
            let mine = inside.reader.rights.belongsTo
            let own = findings.filter { $0.isAbout(mine, inside.reader.state) }
            let others = findings.filter { !$0.isAbout(mine, inside.reader.state) }
            let list = FindingList(inside)
            let about: HTML =
                own.isEmpty ? "" : "<h4>\(say("Uw organisatie", "Your organisation"))</h4>\(list.html(own, limit: 5))"
            let rest: HTML =
                own.isEmpty || others.isEmpty ? "" : "<h4>\(say("Het ecosysteem", "The ecosystem"))</h4>"
            let all = Path.findings(inside.id)
            lists += """
                <h3><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></h3>\(about)\(rest)\(list.html(others, limit: visits.count > 2 ? 2 : 4))
                <p><a href="\(all)">\(say("Alle \(findings.count) bij \(inside.name)", "All \(findings.count) at \(inside.name)"))</a></p>
                """
        }
        if lists.isEmpty {
            lists = "<p class=\"empty\">✓ \(say("Niets loopt nu gevaar.", "Nothing is at risk now."))</p>"
        }
        return "<section class=\"card\"><h2>\(say("Loopt risico", "At risk"))</h2>\(lists)</section>"
    }
}
