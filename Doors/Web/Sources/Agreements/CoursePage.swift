import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// What happened to an agreement and what is planned, with the ways to change, review and end it.
extension EcosystemVisit {
    func showCourse() async throws -> Response { try await showCourse(after: nil) }

    func showCourse(after refused: RefusedForm?) async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, reader), let course = AgreementCourse.of(agreement, reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: "course"))\(renewTroubles(refused))
            <div class="columns"><div><section class="card"><h2>\(say("Wat er gebeurde en komt", "What happened and comes"))</h2>\(steps(course, page))</section></div>
            <div>\(versionsCard(page))\(termCard(page, refused))\(changesCard(page, course))</div></div>
            """
        var shown = agreementPage(say("Verloop", "Course"), main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    private func steps(_ course: AgreementCourse, _ page: AgreementPage) -> HTML {
        guard !course.steps.isEmpty else {
            return
                "<p class=\"empty\">\(say("Nog niets: leg eerst een versie vast.", "Nothing yet: fix a version first."))</p>"
        }
        let items: HTML = course.steps.html { step in
            let detail: HTML = step.detail.isEmpty ? "" : "<p class=\"why\">\(say.marked(step.detail))</p>"
            let ahead: HTML = step.isFuture ? " <span class=\"pill\">\(say("komt nog", "to come"))</span>" : ""
            return """
                <li><div class="row"><p><a href="\(place(of: step, page))">\(say(step.what))</a>\(ahead)</p>\
                <span class="due">\(say.day(step.day, today: reader.today))</span></div>\(detail)</li>
                """
        }
        return "<ol class=\"timeline\">\(items)</ol>"
    }

    /// Versions and reviews have a page of their own here.
    private func place(of step: AgreementCourse.Step, _ page: AgreementPage) -> String {
        let agreement = page.agreement.id.rawValue
        if step.kind == "reviews" { return Path.agreementPart(id, agreement, "review").with([("review", step.record)]) }
        return Path.record(id, step.kind, step.record).url
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
        let months = page.text.notice.map { say.count($0, Text("maand", "month"), Text("maanden", "months")) }
        let notice: HTML = months.map { "<p>\(say("Opzegtermijn:", "Notice:")) \($0).</p>" } ?? ""
        let effects: HTML = page.text.effects.isEmpty ? "" : "<p>\(say.marked(page.text.effects))</p>"
        let joining: HTML =
            page.standing.current?.text.open == true && mayChange("agreements", agreement)
            ? "<p>\(say("Open voor toetreding: noem de nieuwe partij bij “Partijen en vorm”; daarna kan zij op de ondertekenpagina toetreden.", "Open to joiners: name the new party under “Parties and form”; then it can accede on the signing page."))</p>"
            : ""
        let links = changeLinks(page)
        guard !links.isEmpty || !review.isEmpty || !notice.isEmpty else { return "" }
        return """
            <section class="card"><h2>\(say("Bijstellen en eindigen", "Adjusting and ending"))</h2>\(review)\(notice)\(effects)\(joining)<div class="actions">\(links)</div></section>
            """
    }

    private func changeLinks(_ page: AgreementPage) -> [HTML] {
        let agreement = page.agreement.id.rawValue
        func part(_ name: String, _ label: String) -> HTML {
            "<a class=\"button quiet\" href=\"\(Path.agreementPart(id, agreement, name))\">\(label)</a>"
        }
        let back = ("back", Path.agreementPart(id, agreement, "course").url)
        let hasEnded = page.standing.facts.endings.isEmpty == false
        return [
            mayAdd("reviews") ? part("review", say("Houd een evaluatie", "Hold a review")) : "",
            addLink("reviews", say("Plan een evaluatie", "Plan a review"), [("agreement", agreement), back]),
            leavers(page).isEmpty ? "" : part("exit", say("Uittreden…", "Leaving…")),
            page.standing.facts.versions.isEmpty || hasEnded
                ? ""
                : addLink(
                    "endings", say("Beëindig de afspraak", "End the agreement"), [("agreement", agreement), back]),
        ].filter { !$0.isEmpty }
    }
}
