import Ecosystems
import Governance
import Kernel
import Markup

/// Beside a ballot: what who leads it can do, objections, proxies and receipts.
extension EcosystemVisit {
    func leading(_ view: BallotView, _ refused: RefusedForm?) -> HTML {
        let (ballot, key) = (view.ballot, view.ballot.id.rawValue)
        guard mayEdit, ballot.state == .open || ballot.state == .closed, reader.may(CloseBallot(key)) else { return "" }
        let open = view.votes.count { $0.objection == .open }
        let warning: HTML =
            open > 0
            ? "<p class=\"banner\">▲ \(say("\(open) bezwaar is nog open: los het op of leg het vast voordat u telt.", "\(open) objection is still open: resolve or record it before you count."))</p>"
            : ""
        let next: HTML =
            ballot.state == .open
            ? button("closing", say("Sluit de stemming", "Close the ballot"), key)
            : button("outcome", say("Tel en leg het besluit vast", "Count and record the decision"), key)
        let longer: HTML =
            ballot.state == .open
            ? """
            <details\(if: refused.isAbout("extend"), " open")><summary>\(say("Verleng", "Extend"))</summary>\(troubles(refused, in: "extend"))<form method="post" action="\(Path.ballotPart(id, key, "extensions"))">\(visit.token)
            \(dayField("until", "until", say("Tot en met", "Until"), refused.value("until", in: "extend")))\(area("extend-reason", "reason", say("Waarom", "Why"), refused.value("reason", in: "extend")))<button class="button quiet">\(say("Verleng", "Extend"))</button></form></details>
            """ : ""
        return """
            <section class="card"><h2>\(say("U leidt deze stemming", "You lead this ballot"))</h2>\(warning)\(troubles(refused, in: "next"))\(next)\(longer)
            <details\(if: refused.isAbout("cancel"), " open")><summary>\(say("Breek af, met een reden", "Cancel, with a reason"))</summary>\(troubles(refused, in: "cancel"))<form method="post" action="\(Path.ballotPart(id, key, "cancellation"))">\(visit.token)\(area("cancel-reason", "reason", say("Waarom", "Why"), ""))<button class="button quiet">\(say("Breek de stemming af", "Cancel the ballot"))</button></form></details></section>
            """
    }

    private func button(_ part: String, _ label: String, _ ballot: String) -> HTML {
        "<form method=\"post\" action=\"\(Path.ballotPart(id, ballot, part))\">\(visit.token)<button class=\"button\">\(label)</button></form>"
    }

    func objections(_ view: BallotView, _ refused: RefusedForm?) -> HTML {
        let all = view.objections
        guard !all.isEmpty else { return "" }
        let items: HTML = all.html { vote in
            let became: HTML = vote.resolution.isEmpty ? "" : "<p>\(say.marked(vote.resolution))</p>"
            return """
                <li class="remark objection"><p><strong>\(say(reader.title("seats", vote.seat.rawValue)))</strong> <span class="pill\(if: vote.objection == .open, " soon")">\(vote.objection == .open ? "● " : "✓ ")\(say(vote.objection?.label ?? Text()))</span></p>
                <p>\(say.marked(vote.reason))</p>\(became)\(settling(vote, view, refused))</li>
                """
        }
        return
            "<section class=\"card\"><h2>\(say("Bezwaren", "Objections"))</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    private func settling(_ vote: Vote, _ view: BallotView, _ refused: RefusedForm?) -> HTML {
        let key = vote.id.rawValue
        guard mayEdit, view.ballot.state == .open || view.ballot.state == .closed else { return "" }
        let outcomes = [Vote.Objection.resolved, .recorded, .withdrawn].filter {
            reader.may(SettleObjection(key, $0, resolution: Text()))
        }
        guard !outcomes.isEmpty else { return "" }
        let form = "settle-\(key)"
        let choices: HTML = outcomes.html { option($0.rawValue, say($0.label), chosen: "") }
        return """
            <details\(if: refused.isAbout(form), " open")><summary>\(say("Wat is ermee gedaan?", "What became of it?"))</summary>\(troubles(refused, in: form))<form method="post" action="\(Path.ballotPart(id, view.ballot.id.rawValue, "votes/\(key)/resolution"))">\(visit.token)
            \(chooser("o-\(key)", "outcome", say("Uitkomst", "Outcome"), choices))\(area("w-\(key)", "resolution", say("Toelichting", "Explanation"), say(vote.resolution), required: false))<button class="button quiet">\(say("Leg vast", "Record"))</button></form></details>
            """
    }

    func proxies(_ view: BallotView, _ refused: RefusedForm?) -> HTML {
        guard view.ballot.secrecy == .named else { return "" }
        let mine = view.own.filter { $0.by == nil }.map(\.seat)
        let items: HTML = view.proxies.html { proxy in
            let revoke: HTML =
                mayEdit && reader.may(RevokeProxy(proxy.id.rawValue)) && view.ballot.state == .open
                ? "<form method=\"post\" action=\"\(Path.ballotPart(id, view.ballot.id.rawValue, "proxies/\(proxy.id.rawValue)/revocation"))\">\(visit.token)<button class=\"plain\">\(say("Trek in", "Revoke"))</button></form>"
                : ""
            return "<li>\(say(reader.title("proxies", proxy.id.rawValue))) \(revoke)</li>"
        }
        let list: HTML = view.proxies.isEmpty ? "" : "<ul>\(items)</ul>"
        let others = view.voting.filter { seat in !mine.contains { $0.seat == seat.seat } }
        guard mayEdit, !mine.isEmpty, !others.isEmpty, view.ballot.isOpen(on: reader.today) else {
            return view.proxies.isEmpty
                ? "" : "<section class=\"card\"><h2>\(say("Volmachten", "Proxies"))</h2>\(list)</section>"
        }
        let from: HTML = mine.html { option($0.seat.rawValue, say($0.name), chosen: "") }
        let to: HTML = others.html { option($0.seat.rawValue, say($0.name), chosen: "") }
        return """
            <section class="card"><h2>\(say("Volmachten", "Proxies"))</h2>\(list)<details\(if: refused.isAbout("proxy"), " open")><summary>\(say("Laat een ander voor u stemmen", "Let another vote for you"))</summary>\(troubles(refused, in: "proxy"))
            <form method="post" action="\(Path.ballotPart(id, view.ballot.id.rawValue, "proxies"))">\(visit.token)\(chooser("proxy-from", "from", say("Zetel", "Seat"), from))\(chooser("proxy-to", "to", say("Geeft volmacht aan", "Gives a proxy to"), to))<button class="button quiet">\(say("Geef volmacht", "Give the proxy"))</button></form></details></section>
            """
    }

    /// For a secret ballot: changing a vote while it is open, and finding it afterwards.
    func receipts(_ view: BallotView, _ refused: RefusedForm?) -> HTML {
        let ballot = view.ballot
        guard ballot.secrecy == .secret, ballot.state != .cancelled else { return "" }
        let code: HTML =
            "<div class=\"field\"><label for=\"code\">\(say("Uw ontvangstcode", "Your receipt code"))</label><input id=\"code\" name=\"code\" required autocomplete=\"off\" spellcheck=\"false\"></div>"
        if ballot.isOpen(on: reader.today) {
            guard ballot.isChangeable, mayEdit else { return "" }
            return """
                <details class="card"\(if: refused.isAbout("change"), " open")><summary><h2>\(say("Wijzig uw stem", "Change your vote"))</h2></summary>\(troubles(refused, in: "change"))<form method="post" action="\(Path.ballotPart(id, ballot.id.rawValue, "papers/change"))">\(visit.token)\(code)\(paperFields(view, "change", refused, nil))<button class="button quiet">\(say("Wijzig", "Change"))</button></form></details>
                """
        }
        guard !ballot.papers.isEmpty else { return "" }
        let rows: HTML = ballot.papers.html { paper in
            "<tr><td><code>\(paper.code.prefix(16).description)…</code></td><td>\(say(paper.paper.words(view.proposal)))</td></tr>"
        }
        let look: HTML =
            mayEdit
            ? "\(troubles(refused, in: "receipt"))<form method=\"post\" action=\"\(Path.ballotPart(id, ballot.id.rawValue, "receipts"))\">\(visit.token)\(code)<button class=\"button quiet\">\(say("Zoek mijn stem", "Find my vote"))</button></form>"
            : ""
        return """
            <section class="card"><h2>\(say("Vind uw stem", "Find your vote"))</h2>\(look)<p class="quiet">\(say("Zonder ons kan het ook:", "It can be done without us too:")) <code>printf 'CODE' | sha256sum</code> \(say("geeft wat in de lijst staat.", "gives what stands in the list."))</p>
            <details><summary>\(say("Alle stembiljetten", "All papers")) (\(ballot.papers.count))</summary><div class="scroll"><table><thead><tr><th scope="col">SHA-256</th><th scope="col">\(say("Stem", "Vote"))</th></tr></thead><tbody>\(rows)</tbody></table></div></details></section>
            """
    }
}
