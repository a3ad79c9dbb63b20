import Ecosystems
import Governance
import Kernel
import Markup

/// A decision on the page of its matter: what was decided and why, who thought otherwise, what it changes and what became of it.
extension EcosystemVisit {
    func decisionCard(
        _ decision: Decision, _ course: MatterCourse, _ refused: RefusedForm?, known: [String: [String: Value]?]?
    ) -> HTML {
        let options = reader.record(Proposal.self, decision.proposal.rawValue)?.options ?? []
        let name = decision.id.rawValue
        let forms: HTML = mayEdit && decision.stands ? decisionForms(decision, course, refused) : ""
        return """
            <section class="card decision" id="decision-\(name)"><h2>\(say("Besluit", "Decision")): \(say(decision.result.label)) \(decisionPill(decision))</h2>
            <p class="quiet">\(say.day(decision.on ?? reader.today, today: reader.today)) · \(ValueView(self).link("bodies", decision.body.rawValue)) · \(say(reader.title("proposals", decision.proposal.rawValue)))\(ballotLink(decision))</p>
            \(winners(decision))<p>\(say.marked(decision.explanation))</p>\(minority(decision))
            \(effects(decision.effects, known == nil ? say("Wat het verandert", "What it changes") : say("Wat het veranderde", "What it changed"), options: options, known: known))\(after(decision))\(forms)</section>
            """
    }

    func decisionPill(_ decision: Decision) -> HTML {
        if decision.overridden != nil {
            return "<span class=\"pill broken\">✕ \(say("terzijde geschoven", "overridden"))</span>"
        }
        if decision.reopened != nil { return "<span class=\"pill soon\">● \(say("heropend", "reopened"))</span>" }
        if decision.carriedOut != nil { return "<span class=\"pill ok\">✓ \(say("uitgevoerd", "carried out"))</span>" }
        if decision.urgent, decision.ratification == nil {
            return
                "<span class=\"pill soon\">● \(say("noodbesluit, niet bekrachtigd", "emergency, not ratified"))</span>"
        }
        return ""
    }

    private func ballotLink(_ decision: Decision) -> HTML {
        decision.ballot.map { " · <a href=\"\(Path.ballot(id, $0.rawValue))\">\(say("de telling", "the count"))</a>" }
            ?? ""
    }

    private func winners(_ decision: Decision) -> HTML {
        guard !decision.winners.isEmpty else { return "" }
        let proposal = reader.record(Proposal.self, decision.proposal.rawValue)
        let names = decision.winners.map { key in proposal?.option(key).map { say($0.name) } ?? key }
        return "<p><strong>\(names.joined(separator: ", "))</strong></p>"
    }

    func minority(_ decision: Decision) -> HTML {
        guard !decision.minority.isEmpty else { return "" }
        let items: HTML = decision.minority.html { view in
            let cast: HTML = view.cast.map { " (\(say($0.label)))" } ?? ""
            let became: HTML =
                view.objection.map { objection in
                    "<p class=\"quiet\">\(say("Bezwaar", "Objection")): \(say(objection.label)). \(say.marked(view.resolution))</p>"
                } ?? ""
            return
                "<li><strong>\(say(reader.title("seats", view.seat.rawValue)))</strong>\(cast): \(say.marked(view.reason))\(became)</li>"
        }
        return "<h3>\(say("Wie er anders over dacht", "Who thought otherwise"))</h3><ul>\(items)</ul>"
    }

    private func after(_ decision: Decision) -> HTML {
        var lines: [HTML] = []
        if let day = decision.carriedOut {
            lines.append("<p>✓ \(say("Uitgevoerd", "Carried out")) \(say.day(day, today: reader.today))</p>")
        }
        if let override = decision.overridden {
            lines.append(
                "<p><strong>\(say("Terzijde geschoven door", "Overridden by"))</strong> \(ValueView(self).link("bodies", override.body.rawValue)): \(say.marked(override.reason))</p>"
            )
        }
        if let reopened = decision.reopened {
            lines.append(
                "<p><strong>\(say("Heropend", "Reopened"))</strong>, \(say("met instemming van het orgaan", "by leave of the body")) (\(ValueView(self).link("decisions", reopened.leave.rawValue))): \(say.marked(reopened.reason))</p>"
            )
        }
        if let by = decision.ratification {
            lines.append(
                "<p>\(say("Bekrachtigd met", "Ratified by")) \(ValueView(self).link("decisions", by.rawValue))</p>")
        }
        return lines.joined
    }

    private func decisionForms(_ decision: Decision, _ course: MatterCourse, _ refused: RefusedForm?) -> HTML {
        let key = decision.id.rawValue
        var forms: [HTML] = []
        if decision.isPositive, !decision.effects.isEmpty, decision.carriedOut == nil, reader.may(CarryOutDecision(key))
        {
            forms.append(
                "\(troubles(refused, in: "carry-\(key)"))<form method=\"post\" action=\"\(Path.decisionPart(id, key, "execution"))\">\(visit.token)<button class=\"button\">\(say("Voer het besluit uit", "Carry out the decision"))</button></form>"
            )
        }
        if decision.urgent, decision.ratification == nil, reader.may(RatifyDecision(key, by: decision.id)) {
            forms.append(
                decisionForm(
                    "ratify", say("Bekrachtig", "Ratify"), "ratification", decision, refused,
                    choosing(decision, "ratification", say("Met welk besluit", "By which decision")), reasons: false))
        }
        if decision.ballot != nil, reader.may(ReopenDecision(key, leave: decision.id, reason: Text())) {
            forms.append(
                decisionForm(
                    "reopen", say("Heropen het besluit", "Reopen the decision"), "reopening", decision, refused,
                    choosing(
                        decision, "leave",
                        say("Het besluit waarin het orgaan instemde", "The decision in which the body gave leave"))))
        }
        let bodies = reader.records(Body.self).filter {
            $0.id != decision.body && reader.may(OverrideDecision(key, by: $0.id, reason: Text()))
        }
        if decision.carriedOut == nil, !bodies.isEmpty {
            let choice = chooser(
                "ob-\(key)", "body", say("Namens", "For"),
                bodies.html { option($0.id.rawValue, say($0.name), chosen: "") })
            forms.append(
                decisionForm(
                    "override", say("Schuif het terzijde, met redenen", "Override it, with reasons"), "override",
                    decision, refused, choice))
        }
        return forms.isEmpty ? "" : "<div class=\"steps-to-take\">\(forms)</div>"
    }

    private func choosing(_ decision: Decision, _ name: String, _ label: String) -> HTML {
        let later = reader.records(Decision.self).filter {
            $0.body == decision.body && $0.id != decision.id && $0.isPositive
        }
        return chooser(
            "\(name)-\(decision.id.rawValue)", name, label,
            later.html { option($0.id.rawValue, say(reader.title("decisions", $0.id.rawValue)), chosen: "") })
    }

    private func decisionForm(
        _ name: String, _ title: String, _ part: String, _ decision: Decision, _ refused: RefusedForm?, _ fields: HTML,
        reasons: Bool = true
    ) -> HTML {
        let key = decision.id.rawValue
        let form = "\(name)-\(key)"
        let why: HTML =
            reasons ? area("\(form)-reason", "reason", say("Waarom", "Why"), refused.value("reason", in: form)) : ""
        return """
            <details\(if: refused.isAbout(form), " open")><summary>\(title)</summary>\(troubles(refused, in: form))
            <form method="post" action="\(Path.decisionPart(id, key, part))">\(visit.token)\(fields)\(why)<button class="button quiet">\(title)</button></form></details>
            """
    }
}
