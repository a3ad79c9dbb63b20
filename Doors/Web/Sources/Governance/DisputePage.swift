import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// One dispute: what is the matter, where it stands on its ladder, and what can be done now.
extension EcosystemVisit {
    private func theDispute() throws -> Dispute {
        let name = try visit.part("dispute")
        // Hidden and absent are the same.
        guard let dispute = reader.record(Dispute.self, name) else {
            throw Refusal.notFound(
                Problem(
                    "dispute.unknown", Text("Dit geschil is er niet.", "This dispute is not here."),
                    mend: Text("Kijk in de lijst welke u kunt zien.", "See in the list which you can see.")))
        }
        return dispute
    }

    func showDispute() async throws -> Response { try await showDispute(after: nil) }

    func showDispute(after refused: RefusedForm?) async throws -> Response {
        let dispute = try theDispute()
        let marks: HTML = dispute.feedback.html {
            "<li>\(link(to: "organisations", $0.organisation.rawValue)): <strong>\($0.mark)/5</strong> \(say.marked($0.words))</li>"
        }
        let settled: HTML =
            dispute.outcome.map {
                card(
                    say("Uitkomst", "Outcome"),
                    "<p><strong>\(say($0.label))</strong>, \(day(dispute.closed))</p><p>\(say.marked(dispute.settlement))</p><ul>\(marks)</ul>"
                )
            } ?? ""
        var page = governancePage(
            .disputes, say(dispute.subject),
            lead: disputeLead(dispute),
            """
            <div class="columns"><div>\(settled)\(threadCard(dispute))\(actions(dispute, refused))</div>
            <div>\(ladderCard(dispute))\(whoSeesCard(dispute))</div></div>
            """)
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func actions(_ dispute: Dispute, _ refused: RefusedForm?) -> HTML {
        guard mayEdit else { return "" }
        let name = dispute.id.rawValue
        guard dispute.isOpen else {
            let own = dispute.parties.map(\.rawValue).filter { reader.rights.represents.contains($0) }
            return own.html { lookBackForm(dispute, $0, refused) }
        }
        var forms: HTML = ""
        for party in dispute.parties.map(\.rawValue) where reader.rights.represents.contains(party) {
            let who = say(reader.title("organisations", party))
            forms += form(
                "reply-\(party)", "replies", say("Antwoord namens \(who)", "Answer for \(who)"), dispute, refused,
                "<input type=\"hidden\" name=\"organisation\" value=\"\(party)\">\(area("words", say("Hoe ziet u het?", "How do you see it?"), "reply-\(party)", refused))"
            )
        }
        if reader.may(EscalateDispute(dispute: name, note: Text())), hasStepAbove(dispute) {
            forms += form(
                "escalate", "steps", say("Een trede hoger", "A step up"), dispute, refused,
                area("note", say("Waarom", "Why"), "escalate", refused))
        }
        if reader.may(ShareDispute(dispute: name)) {
            forms += form(
                "share", "parties",
                say("Betrek een partij of wijs een begeleider aan", "Bring in a party or appoint a guide"), dispute,
                refused, shareFields(dispute))
        }
        if reader.may(CloseDispute(dispute: name, outcome: .settled, settlement: Text())) {
            let outcomes: HTML = Dispute.Outcome.allCases.html {
                option($0.rawValue, say($0.label), chosen: refused.value("outcome", in: "close"))
            }
            forms += form(
                "close", "closure", say("Sluit af", "Close"), dispute, refused,
                "<div class=\"field\"><label for=\"close-outcome\">\(say("Uitkomst", "Outcome"))</label><select id=\"close-outcome\" name=\"outcome\">\(outcomes)</select></div>\(area("settlement", say("Wat is afgesproken of besloten", "What was agreed or decided"), "close", refused))"
            )
        }
        return forms.isEmpty ? "" : card(say("Hierna", "Next"), forms)
    }

    private func shareFields(_ dispute: Dispute) -> HTML {
        let others: HTML = (reader.state.table("organisations")?.ids ?? []).filter { !dispute.parties.contains(ID($0)) }
            .html {
                option($0, say(reader.title("organisations", $0)), chosen: "")
            }
        let guides: HTML = reader.situation.confidants.sorted().html {
            option($0.rawValue, say(reader.title("persons", $0.rawValue)), chosen: dispute.handler?.rawValue ?? "")
        }
        return """
            <div class="field"><label for="share-party">\(say("Partij", "Party"))</label><select id="share-party" name="party"><option value=""></option>\(others)</select></div>
            <div class="field"><label for="share-handler">\(say("Begeleid door", "Guided by"))</label><select id="share-handler" name="handler"><option value=""></option>\(guides)</select></div>
            """
    }

    private func lookBackForm(_ dispute: Dispute, _ party: String, _ refused: RefusedForm?) -> HTML {
        let marks: HTML = (1...5).map { $0 }.html { option("\($0)", "\($0)", chosen: "4") }
        return card(
            say("Terugblik", "Looking back"),
            form(
                "back", "feedback",
                say(
                    "Hoe is het gegaan, namens \(say(reader.title("organisations", party)))?",
                    "How did it go, for \(say(reader.title("organisations", party)))?"),
                dispute, refused,
                "<input type=\"hidden\" name=\"organisation\" value=\"\(party)\"><div class=\"field\"><label for=\"back-mark\">\(say("Van 1 (slecht) tot 5 (goed)", "From 1 (badly) to 5 (well)"))</label><select id=\"back-mark\" name=\"mark\">\(marks)</select></div>\(area("words", say("Toelichting", "Words"), "back", refused))"
            ))
    }

    private func form(
        _ name: String, _ part: String, _ title: String, _ dispute: Dispute, _ refused: RefusedForm?, _ fields: HTML
    ) -> HTML {
        """
        <details\(if: refused.isAbout(name), " open")><summary>\(title)</summary>\(troubles(refused, in: name))
        <form method="post" action="\(Path.disputePart(id, dispute.id.rawValue, part))">\(visit.token)\(fields)<button class="button">\(say("Leg vast", "Record"))</button></form></details>
        """
    }

    private func area(_ field: String, _ label: String, _ name: String, _ refused: RefusedForm?) -> HTML {
        """
        <div class="field"><label for="\(name)-\(field)">\(label)</label><textarea id="\(name)-\(field)" name="\(field)" rows="3">\n\(refused.value(field, in: name))</textarea></div>
        """
    }
}
