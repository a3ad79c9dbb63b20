import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// What happened to an agreement and what is planned, with the ways to change, review and end it.
extension EcosystemVisit {
    func showCourse() async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, reader), let course = AgreementCourse.of(agreement, reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: "course"))
            <div class="columns"><div><section class="card"><h2>\(say("Wat er gebeurde en komt", "What happened and comes"))</h2>\(steps(course))</section></div>
            <div>\(versionsCard(page))\(changesCard(page, course))</div></div>
            """
        return show(agreementPage(say("Verloop", "Course"), main))
    }

    private func steps(_ course: AgreementCourse) -> HTML {
        guard !course.steps.isEmpty else {
            return
                "<p class=\"empty\">\(say("Nog niets: leg eerst een versie vast.", "Nothing yet: fix a version first."))</p>"
        }
        let items: HTML = course.steps.html { step in
            let detail: HTML = step.detail.isEmpty ? "" : "<p class=\"why\">\(say.marked(step.detail))</p>"
            let ahead: HTML = step.isFuture ? " <span class=\"pill\">\(say("komt nog", "to come"))</span>" : ""
            return """
                <li><div class="row"><p><a href="\(Path.record(id, step.kind, step.record))">\(say(step.what))</a>\(ahead)</p>\
                <span class="due">\(say.day(step.day, today: reader.today))</span></div>\(detail)</li>
                """
        }
        return "<ol class=\"timeline\">\(items)</ol>"
    }

    private func versionsCard(_ page: AgreementPage) -> HTML {
        let versions = page.standing.facts.versions
        guard !versions.isEmpty else { return "" }
        let agreement = page.agreement.id.rawValue
        let items: HTML = versions.reversed().html { fixed in
            let number = fixed.version.number
            let path = Path.agreement(id, agreement).with([("version", "\(number)")])
            return """
                <li><a href="\(path)">\(say("Versie \(number)", "Version \(number)"))</a> \(statePill(page.standing.state(of: number)))<br>\
                <code class="quiet">\(String(fixed.version.hash.prefix(16)))…</code></li>
                """
        }
        return
            "<section class=\"card\"><h2>\(say("Versies", "Versions"))</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    private func changesCard(_ page: AgreementPage, _ course: AgreementCourse) -> HTML {
        let agreement = page.agreement.id.rawValue
        let review: HTML =
            course.nextReview.map {
                "<p>\(say("Volgende evaluatie:", "Next review:")) \(say.day($0, today: reader.today))</p>"
            } ?? ""
        let links = [
            addLink("reviews", say("Plan een evaluatie", "Plan a review"), [("agreement", agreement)]),
            mayLeave(page)
                ? addLink(
                    "exits", say("Zeg op namens een partij", "Give notice for a party"), [("agreement", agreement)])
                : "",
            addLink("endings", say("Beëindig de afspraak", "End the agreement"), [("agreement", agreement)]),
        ].filter { !$0.isEmpty }
        let notice: HTML =
            page.text.notice.map {
                "<p>\(say("Opzegtermijn: \($0) maanden.", "Notice: \($0) months."))</p>"
            } ?? ""
        let effects: HTML = page.text.effects.isEmpty ? "" : "<p>\(say.marked(page.text.effects))</p>"
        guard !links.isEmpty || !review.isEmpty || !notice.isEmpty else { return "" }
        return """
            <section class="card"><h2>\(say("Bijstellen en eindigen", "Adjusting and ending"))</h2>\(review)\(notice)\(effects)<div class="actions">\(links)</div></section>
            """
    }

    /// Whether some party is bound for which the visitor may give notice.
    private func mayLeave(_ page: AgreementPage) -> Bool {
        page.standing.bonds.contains {
            $0.holds(on: reader.today) && mayAdd("exits", for: "party", $0.party.rawValue)
        }
    }
}
