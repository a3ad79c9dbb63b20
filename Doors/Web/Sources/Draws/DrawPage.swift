import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// One draw: what was fixed, who was drawn, who is next in line, and how anyone draws again.
extension EcosystemVisit {
    func showDraw() async throws -> Response { try showDraw(after: nil) }

    func showDraw(after refused: RefusedForm?) throws -> Response {
        let record = try visit.part("draw")
        guard let draw = reader.record(MemberDraw.self, record) else { throw Refusal.notFound(.noSuchDraw(record)) }
        let fixed = draw.announced.map { say.day($0, today: reader.today) } ?? ""
        let body = say(reader.title(Body.naming.plural, draw.body.rawValue))
        let why: HTML = draw.why.isEmpty ? "" : "<p>\(say.marked(draw.why))</p>"
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.governance(id))">\(say("Bestuur", "Governance"))</a> · \(bodyLink(draw.body))</p>
            <div class="title"><div><h1>\(say("Loting voor \(body)", "Draw for \(body)"))</h1><p class="lead">\(drawState(draw)) \(say("\(drawSize(draw)); de lijst staat vast sinds \(fixed).", "\(drawSize(draw)); the list is fixed since \(fixed)."))</p></div></div>
            \(why)\(drawSteps(draw, refused))\(drawResult(draw))\(drawCandidates(draw))
            """
        var shown = governancePage(say("Loting voor \(body)", "Draw for \(body)"), main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    private func drawSteps(_ draw: MemberDraw, _ refused: RefusedForm?) -> HTML {
        if draw.withdrawn != nil {
            return troubles(refused, in: "draw")
                + "<p class=\"banner\">\(say("Ingetrokken", "Withdrawn")): \(say.marked(draw.withdrawnWhy))</p>"
        }
        guard draw.isOpen else { return troubles(refused, in: "draw") + troubles(refused, in: "withdraw") }
        let record = draw.id.rawValue
        guard mayEdit, reader.may(WithdrawDraw(record, reason: Text())) else {
            return
                "<p class=\"quiet\">\(say("Wie dit orgaan leidt, houdt de loting.", "Who leads this body holds the draw."))</p>"
        }
        return """
            <section class="card"><h2>\(say("Nu loten", "Draw now"))</h2>\(troubles(refused, in: "draw"))<p>\(say("De loting volgt uit het logboek, zoals het was toen de lijst werd vastgelegd. Niemand kiest, en iedereen kan het narekenen.", "The draw follows from the log, as it was when the list was fixed. Nobody chooses, and anyone can recompute it."))</p>
            <form method="post" action="\(Path.drawPart(id, record, "drawing"))">\(visit.token)<button class="button">\(say("Loot", "Draw"))</button></form>
            <details\(if: refused.isAbout("withdraw"), " open")><summary>\(say("Trek de loting in", "Withdraw the draw"))</summary>\(troubles(refused, in: "withdraw"))
            <form method="post" action="\(Path.drawPart(id, record, "withdrawal"))">\(visit.token)\(area("withdraw-reason", "reason", say("Waarom", "Why"), refused.value("reason", in: "withdraw")))<button class="button quiet">\(say("Trek in", "Withdraw"))</button></form></details></section>
            """
    }

    private func drawResult(_ draw: MemberDraw) -> HTML {
        guard let order = draw.order, let size = draw.seedSize, let first = order.places.first else { return "" }
        let reserves = order.places.filter { !$0.isDrawn }
        let next: HTML =
            reserves.isEmpty
            ? ""
            : """
            <details><summary>\(say("Reserves", "Reserves")) <small class="quiet">\(reserves.count)</small></summary>\(drawTable(draw, reserves, say("Reserves", "Reserves")))
            <p class="quiet">\(say("Kan iemand niet, dan is de eerste reserve van die groep aan de beurt.", "When somebody cannot, the first reserve of that group is next."))</p></details>
            """
        return """
            <section class="card"><h2>\(say("Wie is geloot", "Who was drawn"))</h2>\(drawTable(draw, order.places.filter(\.isDrawn), say("Wie is geloot", "Who was drawn")))\(next)
            <details><summary>\(say("Reken het zelf na", "Recompute it yourself"))</summary>
            <p>\(say("Het zaad is de wortel van het logboek met \(size) regels. Elke kandidaat staat waar de hash van zaad en kandidaat hem zet; de laagste is de eerste.", "The seed is the root of the log with \(size) entries. Each candidate stands where the hash of seed and candidate puts it; the lowest is the first."))</p>
            <p><code>printf '%s\\n%s' '\(draw.seedRoot)' '\(first.key)' | sha256sum</code></p><p><code>\(first.hash)</code></p>
            <p><a href="\(Path.proof)">\(say("Het logboek en zijn bewijs", "The log and its proof"))</a></p></details></section>
            """
    }

    private func drawTable(_ draw: MemberDraw, _ places: [DrawOrder.Place], _ caption: String) -> HTML {
        let heads = [
            say("Kandidaat", "Candidate"), say("Groep", "Group"), say("Uitkomst", "Outcome"), say("Lot", "Lot"),
        ]
        let rows: HTML = places.html { place in
            let outcome: HTML =
                place.isDrawn
                ? "<strong>✓ \(say("geloot", "drawn"))</strong>"
                : "<span class=\"quiet\">\(say("reserve", "reserve")) \(place.number - draw.seats(of: place.group))</span>"
            return """
                <tr><th scope="row">\(place.key)</th><td data-label="\(heads[1])">\(place.group)</td><td data-label="\(heads[2])">\(outcome)</td>
                <td data-label="\(heads[3])"><code>\(String(place.hash.prefix(16)))…</code></td></tr>
                """
        }
        return cards(caption, heads, rows)
    }

    /// Before the draw: who is in it.
    private func drawCandidates(_ draw: MemberDraw) -> HTML {
        guard draw.order == nil else { return "" }
        let groups: HTML = draw.quotas.html { quota in
            let keys = draw.candidates.filter { $0.group == quota.group }.map(\.key)
            let name: HTML = quota.group.isEmpty ? "" : "<h3>\(quota.group)</h3>"
            return
                "\(name)<p>\(say("\(quota.seats) van \(keys.count)", "\(quota.seats) of \(keys.count)")): \(keys.joined(separator: ", "))</p>"
        }
        return "<section class=\"card\"><h2>\(say("Kandidaten", "Candidates"))</h2>\(groups)</section>"
    }
}

extension MemberDraw {
    fileprivate func seats(of group: String) -> Int { quotas.first { $0.group == group }?.seats ?? 0 }
}
