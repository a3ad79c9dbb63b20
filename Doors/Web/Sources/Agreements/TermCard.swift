import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// Until when the text binds, who must do what by when so that it goes on, and the button that renews it.
extension EcosystemVisit {
    func termCard(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard let term = AgreementTerm(page.standing) else { return "" }
        return """
            <section class="card" id="term"><h2>\(say("Looptijd", "Term"))</h2><p>\(termWords(term))</p>\(termSteps(term))\(renewForm(page, term, refused))</section>
            """
    }

    /// Above the page, because what is wrong may be that nothing can be renewed.
    func renewTroubles(_ refused: RefusedForm?) -> HTML {
        troubles(
            refused, in: "renew", inputs: ["until": "renew-until"],
            labels: ["until": say("Nieuwe einddatum", "New last day")])
    }

    private func termWords(_ term: AgreementTerm) -> HTML {
        let (day, version) = (say.day(term.until, today: reader.today), term.version)
        let until: String =
            term.isOver
            ? say(
                "Versie \(version) gold tot en met \(day). Zij bindt niemand meer.",
                "Version \(version) held until \(day). It binds nobody any more.")
            : say(
                "Versie \(version) geldt tot en met \(day). Daarna bindt zij niemand meer.",
                "Version \(version) holds until \(day). After that it binds nobody.")
        let pill: HTML =
            !term.isNear || term.renewal != nil
            ? ""
            : "<span class=\"pill \(term.isOver ? "broken" : "soon")\">\(term.isOver ? "▲" : "●") \(say("besluit over verlengen", "decide on renewing"))</span> "
        let next: HTML =
            term.renewal.map {
                " \(say("Versie \($0), met een latere einddatum, is op weg.", "Version \($0), with a later last day, is on its way."))"
            } ?? ""
        return "\(pill)\(until)\(next)"
    }

    private func termSteps(_ term: AgreementTerm) -> HTML {
        let rows: HTML = term.steps.html { step in
            let due = "\(say.day(step.due, today: reader.today))" as HTML
            let state: HTML =
                step.isDone
                ? "<span class=\"pill ok\">✓ \(say("gedaan", "done"))</span>"
                : step.due < reader.today
                    ? "<span class=\"pill broken\">▲ \(say.late(step.due, today: reader.today))</span>" : due
            return """
                <tr><th scope="row">\(who(step))</th><td data-label="\(say("Doet", "Does"))">\(does(step))</td><td data-label="\(say("Uiterlijk", "By"))">\(state)</td></tr>
                """
        }
        return """
            <details\(if: term.isNear || term.renewal != nil, " open")><summary>\(say("Wie moet wat doen, en wanneer", "Who must do what, and when"))</summary><div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Wie", "Who"))</th><th scope="col">\(say("Doet", "Does"))</th><th scope="col">\(say("Uiterlijk", "By"))</th></tr></thead><tbody>\(rows)</tbody></table></div></details>
            """
    }

    private func who(_ step: AgreementTerm.Step) -> HTML {
        step.party.isEmpty
            ? "\(say("wie de regie heeft", "who orchestrates"))"
            : "<a href=\"\(Path.organisation(id, step.party))\">\(say.marked(reader.title("organisations", step.party)))</a>"
    }

    private func does(_ step: AgreementTerm.Step) -> String {
        switch step.act {
        case .fix: say("legt de verlenging vast", "fixes the renewal")
        case .offer: say("legt haar voor ter ondertekening", "offers it to sign")
        case .accept: say("aanvaardt de verlenging", "accepts the renewal")
        }
    }

    private func renewForm(_ page: AgreementPage, _ term: AgreementTerm, _ refused: RefusedForm?) -> HTML {
        let agreement = page.agreement.id.rawValue
        guard mayEdit, term.renewal == nil, reader.may(RenewAgreement(agreement: agreement, until: term.until)) else {
            return ""
        }
        let until = refused.value("until", in: "renew", else: "\(term.until.adding(months: 12))")
        return """
            <details\(if: term.isNear || refused.isAbout("renew"), " open")><summary>\(say("Verleng de afspraak", "Renew the agreement"))</summary>
            <p>\(say("Dit maakt de volgende versie: dezelfde tekst met een nieuwe einddatum. Zij bindt pas wie haar aanvaardt.", "This makes the next version: the same text with a new last day. It binds only who accepts it."))</p>
            <form method="post" action="\(Path.agreementPart(id, agreement, "renewals"))">\(visit.token)\(dayField("renew-until", "until", say("Nieuwe einddatum", "New last day"), until, state: refused.state("until", in: "renew")))
            <div class="field"><label for="renew-changes">\(say("Waarom (mag leeg blijven)", "Why (may stay empty)"))</label><textarea id="renew-changes" name="changes" rows="2">\n\(refused.value("changes", in: "renew"))</textarea></div>
            <button class="button" data-testid="renew">\(say("Verleng", "Renew"))</button></form></details>
            """
    }

    func renew() async throws -> Response {
        let agreement = try visit.part("agreement")
        let form = try await visit.form()
        guard let until = day(form.first("until")) else {
            let problems = [Problem.noLastDay(form.first("until"))]
            return try await showCourse(after: RefusedForm(name: "renew", sent: form, problems: problems))
        }
        let command = RenewAgreement(agreement: agreement, until: until, changes: typed(form.first("changes")))
        let then = Path.agreement(id, agreement).url + "#steps"
        return try await perform(command, of: "renew", sent: form, then: then, done: .renewed) {
            try await showCourse(after: $0)
        }
    }
}

extension Problem {
    fileprivate static func noLastDay(_ words: String) -> Problem {
        Problem(
            "renewal.day", at: ["until"], Text("“\(words)” is geen dag.", "“\(words)” is not a day."),
            mend: Text("Kies de nieuwe laatste dag.", "Choose the new last day."))
    }
}
