import Agreements
import Ecosystems
import Kernel
import Markup

/// What is said about a clause, and the form to react.
extension EcosystemVisit {
    func margin(_ clause: DocumentClause, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        watched(clause, page) + remarkList(page.remarks[clause.id] ?? [], page, refused)
            + reactForm(clause.id, page, refused)
    }

    func wholeRemarks(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let remarks = remarkList(page.remarks[""] ?? [], page, refused)
        let form = reactForm("", page, refused)
        guard !remarks.isEmpty || !form.isEmpty else { return "" }
        return
            "<section class=\"card\" id=\"clause-whole\"><h2>\(say("Over het geheel", "On the whole"))</h2>\(remarks)\(form)</section>"
    }

    private func remarkList(_ lines: [RemarkLine], _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let agreeing = lines.filter { $0.remark.sort == .agree }
        let names = agreeing.map { say(reader.title("organisations", $0.remark.party.rawValue)) }.joined(
            separator: ", ")
        let agreed: HTML =
            agreeing.isEmpty
            ? ""
            : "<p class=\"agreed\"><span class=\"pill ok\">✓ \(agreeing.count) \(say("akkoord", "agree"))</span> <span class=\"quiet\">\(names)</span></p>"
        return agreed + lines.filter { $0.remark.sort != .agree }.html { remark($0, page, refused) }
    }

    private func remark(_ line: RemarkLine, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let remark = line.remark
        let proposal: HTML =
            remark.proposal.isEmpty
            ? ""
            : "<p class=\"quiet\">\(say("voorgestelde tekst", "proposed text")): “\(say.marked(remark.proposal))”</p>"
        let earlier: HTML =
            line.version == page.version?.number
            ? "" : " <span class=\"quiet\">\(say("bij versie \(line.version)", "on version \(line.version)"))</span>"
        let words: HTML = remark.text.isEmpty ? "" : "<p>\(say.marked(remark.text))</p>"
        return """
            <article class="remark\(if: remark.sort == .objection, " objection")" id="remark-\(remark.id.rawValue)">
            <p><strong>\(say(reader.title("organisations", remark.party.rawValue)))</strong> · \(say(remark.sort.label))\(earlier)</p>
            \(words)\(proposal)\(outcome(line))\(replyForm(line, page, refused))</article>
            """
    }

    private func outcome(_ line: RemarkLine) -> HTML {
        guard let reply = line.reply else { return "" }
        let tone: HTML = reply.outcome == .setAside ? "soon" : "ok"
        return
            "<p class=\"reply\"><span class=\"pill \(tone)\">\(say(reply.outcome.label))</span> \(say.marked(reply.reason))</p>"
    }

    /// For whom the visitor may react now; empty when the round is shut or nobody.
    private func reactors(_ page: AgreementPage) -> [String] {
        guard mayEdit, let round = page.round, round.isOpen(on: reader.today) else { return [] }
        let own = reader.rights.represents.filter { page.text.isParty($0) }
        return reader.rights.orchestrates || reader.rights.administers ? page.text.parties.map(\.id) : own.sorted()
    }

    private func reactForm(_ clause: String, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let parties = reactors(page)
        guard let first = reader.rights.represents.sorted().first(where: parties.contains) ?? parties.first else {
            return ""
        }
        let name = "react-\(clause.isEmpty ? "whole" : clause)"
        let chosen = refused.value("party", in: name, else: first)
        let options: HTML = parties.html { option($0, say(reader.title("organisations", $0)), chosen: chosen) }
        let sorts: HTML = Remark.Sort.allCases.html {
            option($0.rawValue, say($0.label), chosen: refused.value("sort", in: name, else: "agree"))
        }
        let path = Path.agreementPart(id, page.agreement.id.rawValue, "remarks")
        return """
            <details class="more"\(if: refused.isAbout(name), " open")><summary>\(say("Reageer", "React"))</summary>\(troubles(refused, in: name, inputs: ["text": "\(name)-text", "proposal": "\(name)-proposal"], labels: ["text": say("Toelichting", "Explanation"), "proposal": say("Voorgestelde tekst", "Proposed text")]))
            <form method="post" action="\(path)">\(visit.token)<input type="hidden" name="clause" value="\(clause)"><input type="hidden" name="round" value="\(page.round?.id.rawValue ?? "")">
            <div class="field"><label for="\(name)-party">\(say("Namens", "On behalf of"))</label><select id="\(name)-party" name="party">\(options)</select></div>
            <div class="field"><label for="\(name)-sort">\(say("Wat vindt u", "What do you think"))</label><select id="\(name)-sort" name="sort">\(sorts)</select></div>
            <div class="field"><label for="\(name)-text">\(say("Toelichting", "Explanation"))</label><textarea id="\(name)-text" name="text" rows="2"\(refused.state("text", in: name))>\n\(refused.value("text", in: name))</textarea></div>
            <div class="field"><label for="\(name)-proposal">\(say("Voorgestelde tekst", "Proposed text"))</label><textarea id="\(name)-proposal" name="proposal" rows="2"\(refused.state("proposal", in: name))>\n\(refused.value("proposal", in: name))</textarea></div>
            <button class="button">\(say("Verstuur reactie", "Send remark"))</button></form></details>
            """
    }

    private func replyForm(_ line: RemarkLine, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard line.reply == nil, mayAdd("replies") else { return "" }
        let remark = line.remark.id.rawValue
        let name = "reply-\(remark)"
        let outcomes: HTML = Reply.Outcome.allCases.filter { $0 != .adopted || !line.remark.proposal.isEmpty }.html {
            option($0.rawValue, say($0.label), chosen: refused.value("outcome", in: name, else: "answered"))
        }
        return """
            <details class="more"\(if: refused.isAbout(name), " open")><summary>\(say("Antwoord", "Reply"))</summary>\(troubles(refused, in: name, inputs: ["reason": "\(name)-reason"], labels: ["reason": say("Toelichting", "Explanation")]))
            <form method="post" action="\(Path.agreementPart(id, page.agreement.id.rawValue, "remarks/\(remark)/replies"))">\(visit.token)
            <div class="field"><label for="\(name)-outcome">\(say("Uitkomst", "Outcome"))</label><select id="\(name)-outcome" name="outcome">\(outcomes)</select></div>
            <div class="field"><label for="\(name)-reason">\(say("Toelichting", "Explanation"))</label><textarea id="\(name)-reason" name="reason" rows="2"\(refused.state("reason", in: name))>\n\(refused.value("reason", in: name))</textarea></div>
            <button class="button">\(say("Antwoord", "Reply"))</button></form></details>
            """
    }
}
