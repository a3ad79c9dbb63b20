import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// The steps of who orchestrates: fixing a version, opening a round, offering it to sign.
extension EcosystemVisit {
    func nextSteps(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let agreement = page.agreement.id.rawValue
        guard mayEdit, reader.may(ProposeVersion(agreement: agreement)) else { return "" }
        let forms = [
            fixForm(page, refused), roundForm(page, refused), closingForm(page, refused), offerForm(page, refused),
        ].filter { !$0.isEmpty }
        guard !forms.isEmpty else { return "" }
        return "<section class=\"card\" id=\"steps\"><h2>\(say("Hierna", "Next"))</h2>\(forms)</section>"
    }

    private func fixForm(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard page.isDraftAhead else { return "" }
        let number = (page.standing.facts.versions.last?.version.number ?? 0) + 1
        let action = Path.agreementPart(id, page.agreement.id.rawValue, "versions")
        let draft: HTML =
            page.version == nil
            ? ""
            : "<p><a href=\"\(Path.agreement(id, page.agreement.id.rawValue).with([("draft", "1")]))\">\(say("Lees de tekst in bewerking", "Read the text being written"))</a></p>"
        return """
            <details\(if: page.version == nil || refused.isAbout("fix"), " open")><summary>\(say("Leg versie \(number) vast", "Fix version \(number)"))</summary>\(draft)\(troubles(refused, in: "fix"))
            <form method="post" action="\(action)">\(visit.token)<div class="field"><label for="fix-changes">\(say("Wat is er veranderd, en waarom", "What changed, and why"))</label>
            <textarea id="fix-changes" name="changes" rows="2">\n\(refused.value("changes", in: "fix"))</textarea></div><button class="button">\(say("Leg vast", "Fix"))</button></form></details>
            """
    }

    private func roundForm(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard let version = page.version, page.standing.state(of: version.number) == .consultation,
            page.standing.facts.versions.last?.version.id == version.id, page.round?.isOpen(on: reader.today) != true
        else { return "" }
        let closes = refused.value("closes", in: "round", else: "\(reader.today + 21)")
        return """
            <details\(if: page.round == nil || refused.isAbout("round"), " open")><summary>\(say("Vraag de partijen om een reactie", "Ask the parties to react"))</summary>\(troubles(refused, in: "round", inputs: ["closes": "round-closes"], labels: ["closes": say("Reageren kan tot en met", "React until")]))
            <form method="post" action="\(Path.agreementPart(id, page.agreement.id.rawValue, "rounds"))">\(visit.token)<input type="hidden" name="version" value="\(version.id.rawValue)">
            \(dayField("round-closes", "closes", say("Reageren kan tot en met", "React until"), closes, state: refused.state("closes", in: "round")))
            <button class="button">\(say("Open de ronde", "Open the round"))</button></form></details>
            """
    }

    private func offerForm(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard let version = page.version, [.consultation, .lapsed].contains(page.standing.state(of: version.number)),
            page.standing.facts.versions.last?.version.id == version.id
        else { return "" }
        let until = refused.value("until", in: "offer", else: "\(page.text.entry.by ?? reader.today + 30)")
        return """
            <details\(if: refused.isAbout("offer"), " open")><summary>\(say("Leg versie \(version.number) voor ter ondertekening", "Offer version \(version.number) to sign"))</summary>\(troubles(refused, in: "offer", inputs: ["until": "offer-until"], labels: ["until": say("Tekenen kan tot en met", "Signing until")]))
            <form method="post" action="\(Path.agreementPart(id, page.agreement.id.rawValue, "offerings"))">\(visit.token)<input type="hidden" name="version" value="\(version.id.rawValue)">
            \(dayField("offer-until", "until", say("Tekenen kan tot en met", "Signing until"), until, state: refused.state("until", in: "offer")))
            <button class="button">\(say("Leg voor", "Offer"))</button></form></details>
            """
    }

    func proposeVersion() async throws -> Response {
        let agreement = try visit.part("agreement")
        let form = try await visit.form()
        let command = ProposeVersion(agreement: agreement, changes: typed(form.first("changes")))
        return try await perform(
            command, of: "fix", sent: form, then: Path.agreement(id, agreement).url, done: .proposed
        ) {
            try await showAgreement(after: $0)
        }
    }

    func openRound() async throws -> Response {
        let agreement = try visit.part("agreement")
        let form = try await visit.form()
        var round = Round(id: freeID("\(form.first("version"))-round", in: "rounds"))
        round.agreement = ID(agreement)
        round.version = ID(form.first("version"))
        round.opens = reader.today
        round.closes = day(form.first("closes"))
        let command = ChangeRecords([RecordChange("rounds", round.id.rawValue, .add(round.values))])
        return try await perform(
            command, of: "round", sent: form, then: Path.agreement(id, agreement).url, done: .consulted
        ) {
            try await showAgreement(after: $0)
        }
    }

    func offerVersion() async throws -> Response {
        let agreement = try visit.part("agreement")
        let form = try await visit.form()
        var offering = Offering(id: freeID("\(form.first("version"))-offer", in: "offerings"))
        offering.agreement = ID(agreement)
        offering.version = ID(form.first("version"))
        offering.on = reader.today
        offering.until = day(form.first("until"))
        let command = ChangeRecords([RecordChange("offerings", offering.id.rawValue, .add(offering.values))])
        return try await perform(
            command, of: "offer", sent: form, then: Path.agreement(id, agreement).url, done: .offered
        ) {
            try await showAgreement(after: $0)
        }
    }
}
