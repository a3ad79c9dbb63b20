import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// Closing a round before its last day, with the reason.
extension EcosystemVisit {
    func closingForm(_ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard let round = page.round, round.isOpen(on: reader.today) else { return "" }
        let why = say("Waarom sluit de ronde eerder", "Why does the round close early")
        let action = Path.agreementPart(id, page.agreement.id.rawValue, "rounds/\(round.id.rawValue)/closing")
        return """
            <details\(if: refused.isAbout("closing"), " open")><summary>\(say("Sluit de ronde nu", "Close the round now"))</summary>\(troubles(refused, in: "closing", inputs: ["reason": "closing-reason"], labels: ["reason": why]))
            <form method="post" action="\(action)">\(visit.token)<div class="field"><label for="closing-reason">\(why)</label>
            <textarea id="closing-reason" name="reason" rows="2" required\(refused.state("reason", in: "closing"))>\n\(refused.value("reason", in: "closing"))</textarea></div>
            <button class="button quiet">\(say("Sluit de ronde", "Close the round"))</button></form></details>
            """
    }

    func closeRound() async throws -> Response {
        let (agreement, round) = (try visit.part("agreement"), try visit.part("round"))
        let form = try await visit.form()
        let command = CloseRound(round: round, reason: typed(form.first("reason")))
        return try await perform(
            command, of: "closing", sent: form, then: Path.agreement(id, agreement).url, done: .shut
        ) {
            try await showAgreement(after: $0)
        }
    }
}
