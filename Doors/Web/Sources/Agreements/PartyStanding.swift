import Agreements
import Ecosystems
import Kernel
import Markup

/// Who stands where: what each party said, what binds it, and who may sign for it.
extension EcosystemVisit {
    func whoStandsWhere(_ page: AgreementPage) -> HTML {
        guard !page.parties.isEmpty else {
            return "<p class=\"empty\">\(say("Er zijn nog geen partijen genoemd.", "No parties are named yet."))</p>"
        }
        let rows: HTML = page.parties.html { row in
            let capacity: HTML = row.capacity.isEmpty ? "" : " <span class=\"quiet\">\(say.marked(row.capacity))</span>"
            return """
                <tr><th scope="row"><a href="\(Path.organisation(id, row.party))">\(say.marked(row.name))</a>\(capacity)</th>
                <td data-label="\(say("Gereageerd", "Reacted"))">\(reacted(row, page))</td><td data-label="\(say("Gebonden aan", "Bound by"))">\(bound(row.bond))</td>
                <td data-label="\(say("Mandaat", "Mandate"))">\(mandate(row))</td><td data-label="\(say("Ondertekening", "Signature"))">\(signed(row, page))</td></tr>
                """
        }
        let heads = [
            say("Partij", "Party"), say("Gereageerd", "Reacted"), say("Gebonden aan", "Bound by"),
            say("Mandaat", "Mandate"), say("Ondertekening", "Signature"),
        ]
        let head: HTML = heads.html { "<th scope=\"col\">\($0)</th>" }
        return """
            <section class="card" id="standing"><h2>\(say("Wie staat waar", "Who stands where"))</h2>
            <div class="scroll"><table class="cards"><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func reacted(_ row: PartyRow, _ page: AgreementPage) -> HTML {
        guard let reacted = row.reacted else {
            return "<span class=\"quiet\">\(say("niet gevraagd", "not asked"))</span>"
        }
        let total = page.text.clauses.count
        let objections: HTML =
            row.objections == 0
            ? "" : " · \(say.count(row.objections, Text("bezwaar", "objection"), Text("bezwaren", "objections")))"
        if reacted == 0 { return "<span class=\"pill broken\">▲ \(say("nog niet", "not yet"))</span>" }
        return reacted == total
            ? "\(say("alle \(total) bepalingen", "all \(total) clauses"))\(objections)"
            : "\(say("\(reacted) van \(total)", "\(reacted) of \(total)"))\(objections)"
    }

    func bound(_ bond: Bond?) -> HTML {
        guard let bond else { return "<span class=\"quiet\">\(say("nog niets", "nothing yet"))</span>" }
        let except: HTML =
            bond.except.isEmpty ? "" : ", \(say("zonder", "without")) \(bond.except.joined(separator: ", "))"
        return
            "\(say("versie \(bond.version)", "version \(bond.version)")), \(say("sinds", "since")) \(say.day(bond.from, today: reader.today))\(except)"
    }

    private func mandate(_ row: PartyRow) -> HTML {
        guard let mandate = row.mandate else { return "<span class=\"pill soon\">● \(say("geen", "none"))</span>" }
        guard reader.rights.participates || reader.rights.seesEverything else { return "✓" }
        let path = Path.record(id, "mandates", mandate.id.rawValue)
        if let until = mandate.period.until, until < reader.today + 30 {
            return
                "<span class=\"pill soon\">● \(say("verloopt", "ends")) \(say.day(until, today: reader.today))</span>"
        }
        return "<a href=\"\(path)\"><span class=\"pill ok\">✓ \(say(mandate.level.label))</span></a>"
    }

    private func signed(_ row: PartyRow, _ page: AgreementPage) -> HTML {
        if let signature = row.signature, let on = signature.on {
            let tone: HTML = signature.answer.binds ? "ok" : "broken"
            let sign = signature.answer.binds ? "✓" : "▲"
            let reason: HTML =
                signature.reason.isEmpty ? "" : "<br><span class=\"quiet\">“\(say.marked(signature.reason))”</span>"
            return
                "<span class=\"pill \(tone)\">\(sign) \(say(signature.answer.label))</span> \(say.day(on, today: reader.today))\(reason)"
        }
        let isAsked = page.offering?.isOpen(on: reader.today) == true
        return isAsked
            ? "<span class=\"pill soon\">● \(say("gevraagd", "asked"))</span>"
            : "<span class=\"quiet\">\(say("nog niet gevraagd", "not asked yet"))</span>"
    }
}
