import Ecosystems
import Kernel
import Markup
import Parties

/// What changed and what is at risk, over all ecosystems of the visitor.
extension Visit {
    /// As far back as the first page tells what changed, in days.
    private static let newsDays = 7

    func changed(_ visits: [EcosystemVisit]) async throws -> HTML {
        let since = today + -Self.newsDays
        var groups: [(ChangeGroup, HistoryTeller)] = []
        for inside in visits {
            let history = try await inside.ecosystem.history(limit: 1_000).filter {
                inside.maySee($0) && Clock.day(of: $0.recordedAt) >= since
            }
            let teller = HistoryTeller(inside, names: try await inside.accountNames(history))
            groups += ChangeGroup.groups(of: history).prefix(8).map { ($0, teller) }
        }
        groups.sort { $0.0.latest.recordedAt > $1.0.latest.recordedAt }
        let rows: HTML = groups.prefix(8).html { group, teller in
            let inside = teller.inside
            return """
                <li><div><p>\(teller.what(group))</p><p class="why"><a href="\(Path.history(inside.id))">\(inside.name)</a> · \(teller.who(group.latest))</p></div>
                <span class="due">\(teller.when(group.latest))</span></li>
                """
        }
        let body: HTML =
            groups.isEmpty
            ? "<p class=\"empty\">\(say("Niets.", "Nothing."))</p>" : "<ul class=\"findings\">\(rows)</ul>"
        let day = say.day(since, today: today)
        let digest: HTML =
            ownIDs.isEmpty
            ? ""
            : "<p><a href=\"\(Path.digest)\">\(say("Uw overzicht: gevraagd, besloten en veranderd", "Your digest: asked, decided and changed"))</a></p>"
        return
            "<section class=\"card\"><h2>\(say("Veranderd sinds \(day)", "Changed since \(day)"))</h2>\(body)\(digest)</section>"
    }
}
