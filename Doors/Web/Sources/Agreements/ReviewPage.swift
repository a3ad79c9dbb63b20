import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// A review: prepared with what is known, held as a session, and taken over into the text being written.
extension EcosystemVisit {
    func showReview() async throws -> Response { try await showReview(after: nil) }

    func showReview(after refused: RefusedForm?) async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, reader), let known = ReviewPreparation.of(agreement, reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let review = try reviewShown(page, refused)
        let held = review?.held != nil
        let content: HTML =
            held
            ? outcome(review, page, refused)
            : "<div class=\"columns\"><div>\(preparation(known))</div><div>\(sessionForm(page, review, refused))</div></div>"
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: "course"))<h2>\(say("Evaluatie", "Review"))</h2>
            <p class="lead">\(reviewLead(review))</p>\(troubles(refused, in: "draft"))\(content)
            """
        var shown = agreementPage(say("Evaluatie", "Review"), main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    /// The one that the address names; otherwise the first that is planned; nil when a new one would begin.
    private func reviewShown(_ page: AgreementPage, _ refused: RefusedForm?) throws -> Review? {
        let all = reader.records(Review.self).filter { $0.agreement == page.agreement.id }
        let named = refused?.sent.first("review") ?? visit.query("review")
        if !named.isEmpty {
            guard let found = all.first(where: { $0.id.rawValue == named }) else {
                throw Refusal.notFound(.noSuchReview(named))
            }
            return found
        }
        return all.filter { $0.held == nil }.min { ($0.planned?.number ?? 0, $0.id) < ($1.planned?.number ?? 0, $1.id) }
    }

    private func reviewLead(_ review: Review?) -> String {
        if let held = review?.held {
            return say(
                "Gehouden op \(say.day(held, today: reader.today)).", "Held on \(say.day(held, today: reader.today)).")
        }
        let planned = review?.planned.map { day in
            say(
                "Gepland op \(say.day(day, today: reader.today)). ", "Planned on \(say.day(day, today: reader.today)). "
            )
        }
        return (planned ?? "")
            + say(
                "Past deze afspraak nog? Begin met wat bekend is; leg dan vast wat u samen besluit.",
                "Does this agreement still fit? Begin with what is known; then record what you decide together.")
    }

    private func preparation(_ known: ReviewPreparation) -> HTML {
        let counts = known.counts
        let kept = say(
            "\(counts[.kept] ?? 0) normen nagekomen, \(counts[.breached] ?? 0) niet, \(counts[.atRisk] ?? 0) in gevaar.",
            "\(counts[.kept] ?? 0) norms kept, \(counts[.breached] ?? 0) breached, \(counts[.atRisk] ?? 0) at risk.")
        let broken: HTML = known.broken.html {
            "<li>\(statePill($0.state)) \(say.marked($0.bearerName)): \(say.marked($0.norm.rule.name))</li>"
        }
        let objections: HTML = known.objections.html { line in
            "<li>\(say.marked(reader.title("organisations", line.remark.party.rawValue))): “\(say.marked(line.remark.text))” <span class=\"quiet\">\(say("versie \(line.version)", "version \(line.version)"))</span></li>"
        }
        let unbound: HTML = known.unbound.html { "<li>\(ValueView(self).link("organisations", $0))</li>" }
        let leaving: HTML = known.leaving.html { "<li>\(ValueView(self).link("exits", $0.id.rawValue))</li>" }
        let term = known.term.map {
            say(
                "De looptijd eindigt op \(say.day($0.until, today: reader.today)).",
                "The term ends on \(say.day($0.until, today: reader.today)).")
        }
        return """
            <section class="card" id="known"><h2>\(say("Wat bekend is", "What is known"))</h2>\(counts.isEmpty ? "" : "<p>\(kept)</p>" as HTML)\(listed(say("Niet nagekomen of in gevaar", "Breached or at risk"), broken))\(listed(say("Bezwaren die bleven staan", "Objections that remained"), objections))\(listed(say("Niet gebonden aan de geldende versie", "Not bound by the version in force"), unbound))\(listed(say("Zegden op", "Gave notice"), leaving))\(term.map { "<p>\($0)</p>" as HTML } ?? "")\(known.findings.isEmpty ? "" : FindingList(self).html(known.findings))</section>
            """
    }

    private func listed(_ title: String, _ items: HTML) -> HTML {
        items.isEmpty ? "" : "<h3>\(title)</h3><ul>\(items)</ul>"
    }

    /// What came out, and for who orchestrates the step to the text being written.
    private func outcome(_ review: Review?, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        guard let review else { return "" }
        let attended = review.attended.map { say(reader.title("organisations", $0.rawValue)) }.joined(separator: ", ")
        let present: HTML =
            attended.isEmpty ? "" : "<p><strong>\(say("Aanwezig:", "Present:"))</strong> \(attended)</p>"
        let items: HTML = review.proposals.html { proposal in
            let clause: HTML =
                proposal.clause.map { "<strong>\(say.marked(reader.title("clauses", $0.rawValue)))</strong>: " } ?? ""
            let wording: HTML =
                proposal.wording.isEmpty ? "" : "<blockquote>\(say.marked(proposal.wording))</blockquote>"
            let taken: HTML =
                proposal.adopted.map {
                    " <span class=\"pill ok\">✓ \(say("overgenomen", "taken over")) \(say.day($0, today: reader.today))</span>"
                } ?? ""
            return "<li>\(clause)\(say.marked(proposal.text))\(taken)\(wording)</li>"
        }
        let proposals: HTML =
            review.proposals.isEmpty
            ? "<p>\(say("Er kwamen geen voorstellen uit.", "No proposals came out of it."))</p>" : "<ol>\(items)</ol>"
        return """
            <section class="card" id="outcome"><h2>\(say("Wat eruit kwam", "What came out of it"))</h2>\(present)<p>\(say.marked(review.conclusions))</p>\(proposals)\(draftStep(review, page, refused))</section>
            """
    }

    private func draftStep(_ review: Review, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let agreement = page.agreement.id.rawValue
        let worded = review.proposals.filter(\.isWorded)
        guard mayEdit, !worded.isEmpty, reader.may(DraftFromReview(review: review.id.rawValue)) else { return "" }
        if worded.allSatisfy({ $0.adopted != nil }) {
            return """
                <p><a href="\(Path.agreementPart(id, agreement, "redline").with([("to", "draft")]))">\(say("Zie wat er verandert", "See what changes"))</a> · <a href="\(Path.agreement(id, agreement))#steps">\(say("Leg de volgende versie vast", "Fix the next version"))</a></p>
                """
        }
        return """
            <form method="post" action="\(Path.agreementPart(id, agreement, "reviews/\(review.id.rawValue)/draft"))">\(visit.token)<input type="hidden" name="review" value="\(review.id.rawValue)"><p>\(say("De nieuwe teksten komen in de tekst in bewerking. Er bindt nog niets.", "The new texts go into the text being written. Nothing binds yet."))</p>
            <button class="button" data-testid="draft">\(say("Neem over in de tekst", "Take over into the text"))</button></form>
            """
    }
}
