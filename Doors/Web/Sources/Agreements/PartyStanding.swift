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
            let reaction: HTML =
                page.knowsReactions
                ? "<td data-label=\"\(say("Gereageerd", "Reacted"))\">\(reacted(row, page))</td>" : ""
            return """
                <tr><th scope="row"><a href="\(Path.organisation(id, row.party))">\(say.marked(row.name))</a>\(capacity)</th>
                \(reaction)<td data-label="\(say("Gebonden aan", "Bound by"))">\(bound(row.bond))</td>
                <td data-label="\(say("Mandaat", "Mandate"))">\(mandate(row))</td><td data-label="\(say("Ondertekening", "Signature"))">\(signed(row))</td></tr>
                """
        }
        let heads =
            [say("Partij", "Party")] + (page.knowsReactions ? [say("Gereageerd", "Reacted")] : [])
            + [say("Gebonden aan", "Bound by"), say("Mandaat", "Mandate"), say("Ondertekening", "Signature")]
        let head: HTML = heads.html { "<th scope=\"col\">\($0)</th>" }
        return """
            <section class="card" id="standing"><h2>\(say("Wie staat waar", "Who stands where"))</h2>\(standingSubject(page))
            <div class="scroll"><table class="cards"><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// Which version the rows are about, and which others parties are asked about.
    private func standingSubject(_ page: AgreementPage) -> HTML {
        let about: HTML =
            page.subject.map { subject in
                let number = subject.version.number
                return
                    "\(say("Over versie \(number)", "About version \(number)")) \(statePill(page.standing.state(of: number)))"
            } ?? ""
        let others: HTML = page.alsoAsked.html { version in
            let path = Path.agreement(id, page.agreement.id.rawValue).with([("version", "\(version.number)")])
            return
                " · <a href=\"\(path)\">\(say("versie \(version.number)", "version \(version.number)"))</a> \(statePill(page.standing.state(of: version.number)))"
        }
        return about.isEmpty ? "" : "<p class=\"quiet\">\(about)\(others)</p>"
    }

    private func reacted(_ row: PartyRow, _ page: AgreementPage) -> HTML {
        let total = (page.subject?.text ?? page.text).clauses.count
        let objections: HTML =
            row.objections == 0
            ? "" : " · \(say.count(row.objections, Text("bezwaar", "objection"), Text("bezwaren", "objections")))"
        switch row.reaction {
        case .asked(0, isOpen: true): return "<span class=\"pill broken\">▲ \(say("nog niet", "not yet"))</span>"
        case .asked(0, isOpen: false): return "<span class=\"quiet\">\(say("niet gereageerd", "did not react"))</span>"
        case .asked(total, _): return "\(say("alle \(total) bepalingen", "all \(total) clauses"))\(objections)"
        case .asked(let count, _): return "\(say("\(count) van \(total)", "\(count) of \(total)"))\(objections)"
        case .later(let day): return from(day)
        case .skipped: return "<span class=\"quiet\">\(say("geen consultatie", "no consultation"))</span>"
        case .notAsked: return "<span class=\"quiet\">\(say("nog niet gevraagd", "not asked yet"))</span>"
        }
    }

    private func from(_ day: Day) -> HTML {
        "<span class=\"quiet\">\(say("vanaf", "from")) \(say.day(day, today: reader.today))</span>"
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

    private func signed(_ row: PartyRow) -> HTML {
        switch row.signing {
        case .answered(let signature): return answered(signature)
        case .asked(let until):
            let last: HTML = until.map { " \(say("tot en met", "until")) \(say.day($0, today: reader.today))" } ?? ""
            return "<span class=\"pill soon\">● \(say("gevraagd", "asked"))</span>\(last)"
        case .later(let day): return from(day)
        case .unanswered: return "<span class=\"quiet\">\(say("niet geantwoord", "did not answer"))</span>"
        case .consulting: return "<span class=\"quiet\">\(say("na de consultatie", "after the consultation"))</span>"
        case .mayJoin: return "<span class=\"quiet\">\(say("kan toetreden", "may accede"))</span>"
        case .notAsked: return "<span class=\"quiet\">\(say("nog niet gevraagd", "not asked yet"))</span>"
        }
    }

    private func answered(_ signature: Signature) -> HTML {
        let tone: HTML = signature.answer.binds ? "ok" : "broken"
        let sign = signature.answer.binds ? "✓" : "▲"
        let day = signature.on.map { say.day($0, today: reader.today) } ?? ""
        let reason: HTML =
            signature.reason.isEmpty ? "" : "<br><span class=\"quiet\">“\(say.marked(signature.reason))”</span>"
        return "<span class=\"pill \(tone)\">\(sign) \(say(signature.answer.label))</span> \(day)\(reason)"
    }
}
