import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup
import Parties

/// Leaving an agreement: what follows is told first, on the day that one chooses; then notice is given.
extension EcosystemVisit {
    func showExit() async throws -> Response { try await showExit(after: nil) }

    func showExit(after refused: RefusedForm?) async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let parties = leavers(page)
        let party = refused.value(
            "party", in: "exit", else: visit.query("party").isEmpty ? parties.first ?? "" : visit.query("party"))
        let asked = refused.value("effective", in: "exit", else: visit.query("effective"))
        let content: HTML
        if parties.isEmpty {
            content = troubles(refused, in: "exit") + nobodyLeaves
        } else {
            content = exitQuestion(page, parties, party, asked) + outlook(page, party, asked, refused)
        }
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.agreement(id, agreement))">\(say.marked(page.agreement.name))</a> · <a href="\(Path.agreementPart(id, agreement, "course"))">\(say("Verloop", "Course"))</a></p>
            <div class="narrow"><h1>\(say("Uittreden", "Leaving"))</h1>\(content)</div>
            """
        var shown = agreementPage(say("Uittreden", "Leaving"), main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    /// The parties that are bound, gave no notice yet, and for which the visitor may give it.
    func leavers(_ page: AgreementPage) -> [String] {
        guard mayEdit else { return [] }
        let agreement = page.agreement.id.rawValue
        let bound = page.standing.bonds.filter { $0.holds(on: reader.today) }.map(\.party)
        return bound.filter { party in
            page.standing.facts.notice(of: party, on: reader.today) == nil
                && reader.may(GiveNotice(agreement: agreement, party: party.rawValue))
        }.map(\.rawValue)
    }

    private var nobodyLeaves: HTML {
        "<p class=\"empty\">\(say("U kunt nu voor geen enkele partij opzeggen: u vertegenwoordigt geen partij die gebonden is, of er is al opgezegd.", "You cannot give notice for any party now: you represent no party that is bound, or notice was given already."))</p>"
    }

    private func exitQuestion(_ page: AgreementPage, _ parties: [String], _ party: String, _ asked: String) -> HTML {
        let options: HTML = parties.html { option($0, say(reader.title("organisations", $0)), chosen: party) }
        return """
            <p class="lead">\(say("U ziet eerst wat er volgt; pas daarna zegt u op. Laat de dag leeg voor zo snel als mag.", "You first see what follows; only then you give notice. Leave the day empty for as soon as allowed."))</p>
            <form method="get" action="\(Path.agreementPart(id, page.agreement.id.rawValue, "exit"))" class="choose"><div><label for="party">\(say("Partij", "Party"))</label><select id="party" name="party">\(options)</select></div>
            <div><label for="effective">\(say("Eindigt op", "Ends on"))</label><input type="date" id="effective" name="effective" value="\(asked)"></div>
            <button class="button quiet">\(say("Toon wat volgt", "Show what follows"))</button></form>
            """
    }

    private func outlook(_ page: AgreementPage, _ party: String, _ asked: String, _ refused: RefusedForm?) -> HTML {
        let agreement = page.agreement.id.rawValue
        let inputs = ["effective": "effective", "party": "party"]
        let labels = ["effective": say("Eindigt op", "Ends on"), "party": say("Partij", "Party")]
        func told(_ problems: [Problem]) -> HTML {
            if refused != nil { return troubles(refused, in: "exit", inputs: inputs, labels: labels) }
            // Nothing was sent to be kept yet.
            let lead = say("Zo kan het niet.", "It cannot be done like this.")
            return ProblemSummary(say, id: "exit-troubles").html(problems, lead: lead) { problem in
                guard let field = problem.path.last, let input = inputs[field] else { return nil }
                return (labels[field] ?? "", input)
            }
        }
        guard asked.trimmed.isEmpty || day(asked) != nil else { return told([.noExitDay(asked)]) }
        do throws(Refusal) {
            let outlook = try ExitOutlook.of(agreement, party: party, effective: day(asked), reader)
            guard outlook.problems.isEmpty else { return told(outlook.problems) }
            return (refused == nil ? "" : told([])) + follows(outlook) + impactCard(outlook.terms.party.rawValue)
                + noticeForm(outlook, agreement, refused)
        } catch { return told(error.problems) }
    }

    private func noticeForm(_ outlook: ExitOutlook, _ agreement: String, _ refused: RefusedForm?) -> HTML {
        let party = outlook.terms.party.rawValue
        guard reader.may(GiveNotice(agreement: agreement, party: party)) else { return "" }
        let name = say(reader.title("organisations", party))
        return """
            <form method="post" action="\(Path.agreementPart(id, agreement, "exits"))" class="card">\(visit.token)<input type="hidden" name="party" value="\(party)"><input type="hidden" name="effective" value="\("\(outlook.effective)")">
            <div class="field"><label for="exit-reason">\(say("Reden (mag leeg blijven; iedereen kan haar lezen)", "Reason (may stay empty; everyone can read it)"))</label><textarea id="exit-reason" name="reason" rows="2">\n\(refused.value("reason", in: "exit"))</textarea></div>
            <button class="button" data-testid="give-notice">\(say("Zeg op namens \(name)", "Give notice for \(name)"))</button></form>
            """
    }

    func giveNotice() async throws -> Response {
        let agreement = try visit.part("agreement")
        let form = try await visit.form()
        let asked = form.first("effective")
        guard asked.trimmed.isEmpty || day(asked) != nil else {
            return try await showExit(after: RefusedForm(name: "exit", sent: form, problems: [.noExitDay(asked)]))
        }
        let command = GiveNotice(
            agreement: agreement, party: form.first("party"), effective: day(asked), reason: typed(form.first("reason"))
        )
        let then = Path.agreementPart(id, agreement, "course").url
        return try await perform(command, of: "exit", sent: form, then: then, done: .noticeGiven) {
            try await showExit(after: $0)
        }
    }
}

extension Problem {
    fileprivate static func noExitDay(_ words: String) -> Problem {
        Problem(
            "exit.day", at: ["effective"], Text("“\(words)” is geen dag.", "“\(words)” is not a day."),
            mend: Text("Kies een dag, of laat het leeg.", "Choose a day, or leave it empty."))
    }
}
