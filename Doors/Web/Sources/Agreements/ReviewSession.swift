import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// The session of a review: who was there, what was concluded, and which clauses should read otherwise.
extension EcosystemVisit {
    /// How many proposals one form takes; a review can be changed afterwards for more.
    private static var rows: Int { 3 }

    func sessionForm(_ page: AgreementPage, _ review: Review?, _ refused: RefusedForm?) -> HTML {
        let may = review.map { mayChange("reviews", $0.id.rawValue) } ?? mayAdd("reviews")
        guard may else {
            return
                "<p class=\"empty\">\(say("Wie de regie heeft, legt vast wat eruit komt.", "Whoever orchestrates records what comes out of it."))</p>"
        }
        let inputs = ["held": "held", "conclusions": "conclusions"]
        let labels = ["held": say("Gehouden op", "Held on"), "conclusions": say("Conclusies", "Conclusions")]
        let sent = refused.isAbout("session") ? refused?.sent.all("attended") ?? [] : []
        let present: HTML = page.parties.html { row in
            "<label class=\"box\"><input type=\"checkbox\" name=\"attended\" value=\"\(row.party)\"\(if: sent.contains(row.party), " checked")> \(say.marked(row.name))</label>"
        }
        return """
            <section class="card" id="session"><h2>\(say("Wat u samen besluit", "What you decide together"))</h2>\(troubles(refused, in: "session", inputs: inputs, labels: labels))
            <form method="post" action="\(Path.agreementPart(id, page.agreement.id.rawValue, "reviews"))">\(visit.token)<input type="hidden" name="review" value="\(review?.id.rawValue ?? "")">
            \(dayField("held", "held", say("Gehouden op", "Held on"), refused.value("held", in: "session", else: "\(reader.today)"), state: refused.state("held", in: "session")))
            <fieldset class="field"><legend>\(say("Aanwezig", "Present"))</legend><div class="boxes">\(present)</div></fieldset>
            <div class="field"><label for="conclusions">\(say("Conclusies", "Conclusions"))</label><textarea id="conclusions" name="conclusions" rows="3">\n\(refused.value("conclusions", in: "session"))</textarea></div>
            \((0..<Self.rows).html { proposalRow($0, page, refused) })<button class="button">\(say("Leg de evaluatie vast", "Record the review"))</button></form></section>
            """
    }

    private func proposalRow(_ row: Int, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        func value(_ field: String) -> String { refused.value("\(field)-\(row)", in: "session") }
        let whole = option("", say("het geheel", "the whole"), chosen: value("clause"))
        let clauses: HTML = reader.records(Clause.self).filter { $0.agreement == page.agreement.id }
            .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
            .html { option($0.id.rawValue, say($0.heading), chosen: value("clause")) }
        return """
            <details class="field"\(if: row == 0 || !value("wish").isEmpty || !value("wording").isEmpty, " open")><summary>\(say("Voorstel \(row + 1)", "Proposal \(row + 1)"))</summary>
            <div class="field"><label for="clause-\(row)">\(say("Over", "About"))</label><select id="clause-\(row)" name="clause-\(row)">\(whole)\(clauses)</select></div>
            <div class="field"><label for="wish-\(row)">\(say("Wat moet anders", "What should change"))</label><textarea id="wish-\(row)" name="wish-\(row)" rows="2">\n\(value("wish"))</textarea></div>
            <div class="field"><label for="wording-\(row)">\(say("Nieuwe tekst van de bepaling (mag leeg blijven)", "New text of the clause (may stay empty)"))</label><textarea id="wording-\(row)" name="wording-\(row)" rows="3">\n\(value("wording"))</textarea></div></details>
            """
    }

    func holdReview() async throws -> Response {
        let agreement = try visit.part("agreement")
        let form = try await visit.form()
        let named = form.first("review")
        guard let held = day(form.first("held")) else {
            return try await showReview(
                after: RefusedForm(name: "session", sent: form, problems: [.noHeldDay(form.first("held"))]))
        }
        var review = Review(id: named.isEmpty ? freeID("\(agreement)-review-\(held)", in: "reviews") : named)
        if !named.isEmpty {
            guard let known = reader.record(Review.self, named), known.agreement.rawValue == agreement else {
                throw Refusal.notFound(.noSuchReview(named))
            }
            review = known
        }
        review.agreement = ID(agreement)
        review.planned = review.planned ?? held
        review.held = held
        review.attended = form.all("attended").map { ID($0) }
        review.conclusions = typed(form.first("conclusions"))
        review.proposals = (0..<Self.rows).compactMap { proposal($0, form) }
        let change = RecordChange(
            "reviews", review.id.rawValue, named.isEmpty ? .add(review.values) : .patch(review.values))
        let then = Path.agreementPart(id, agreement, "review").with([("review", review.id.rawValue)])
        return try await perform(ChangeRecords([change]), of: "session", sent: form, then: then, done: .reviewed) {
            try await showReview(after: $0)
        }
    }

    /// One row of the form; nil when nothing was written in it.
    private func proposal(_ row: Int, _ form: Form) -> Review.Proposal? {
        let (wish, wording) = (form.first("wish-\(row)").trimmed, form.first("wording-\(row)").trimmed)
        guard !wish.isEmpty || !wording.isEmpty else { return nil }
        var proposal = Review.Proposal()
        let clause = form.first("clause-\(row)")
        proposal.clause = clause.isEmpty ? nil : ID(clause)
        proposal.text = wish.isEmpty ? Text("Nieuwe tekst", "New text") : typed(wish)
        proposal.wording = typed(wording)
        return proposal
    }

    func draftFromReview() async throws -> Response {
        let (agreement, review) = (try visit.part("agreement"), try visit.part("review"))
        let form = try await visit.form()
        let then = Path.agreementPart(id, agreement, "redline").with([("to", "draft")])
        return try await perform(
            DraftFromReview(review: review), of: "draft", sent: form, then: then, done: .drafted
        ) {
            try await showReview(after: $0)
        }
    }
}

extension Problem {
    fileprivate static func noHeldDay(_ words: String) -> Problem {
        Problem(
            "review.day", at: ["held"], Text("“\(words)” is geen dag.", "“\(words)” is not a day."),
            mend: Text("Kies de dag van de bijeenkomst.", "Choose the day of the session."))
    }
}
