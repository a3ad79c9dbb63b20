import Agreements
import Documents
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// What changed between two texts: a version, or the text being written.
extension EcosystemVisit {
    func showRedline() async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, reader) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let numbers = page.standing.facts.versions.map(\.version.number)
        let to = Int(visit.query("to")) ?? (visit.query("to") == "draft" ? 0 : numbers.last ?? 0)
        let from = Int(visit.query("from")) ?? numbers.last { $0 < (to == 0 ? .max : to) } ?? 0
        guard let old = text(from, of: page), let new = text(to, of: page) else {
            throw Refusal.notFound(.noSuchAgreement("\(agreement) v\(from)–v\(to)"))
        }
        let redline = Redline(from: old, to: new)
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: "redline"))\(chooser(agreement, numbers, from, to))
            <p class="lead">\(say(redline.summary))</p>\(others(redline))<div class="clauses redline">\(redline.clauses.html(clauseChange))</div>
            """
        return show(agreementPage(say("Wat er verandert", "What changes"), main))
    }

    /// A version by its number; 0 is the text being written.
    private func text(_ number: Int, of page: AgreementPage) -> AgreementDocument? {
        if number > 0 { return page.standing.facts.versions.first { $0.version.number == number }?.text }
        let next = (page.standing.facts.versions.last?.version.number ?? 0) + 1
        return AgreementDraft(page.agreement.id.rawValue, seenBy: reader)?.document(number: next)
    }

    private func chooser(_ agreement: String, _ numbers: [Int], _ from: Int, _ to: Int) -> HTML {
        func options(_ chosen: Int) -> HTML {
            let all = numbers.map { (String($0), say("versie \($0)", "version \($0)")) }
            let draft = [("draft", say("de tekst in bewerking", "the text being written"))]
            return (all + draft).html { option($0.0, $0.1, chosen: chosen == 0 ? "draft" : String(chosen)) }
        }
        return """
            <form method="get" action="\(Path.agreementPart(id, agreement, "redline"))" class="inline"><label for="from">\(say("Van", "From"))</label><select id="from" name="from">\(options(from))</select>
            <label for="to">\(say("naar", "to"))</label><select id="to" name="to">\(options(to))</select><button class="button quiet">\(say("Vergelijk", "Compare"))</button></form>
            """
    }

    private func others(_ redline: Redline) -> HTML {
        guard !redline.others.isEmpty else { return "" }
        let rows: HTML = redline.others.html { change in
            let old: HTML = change.old.isEmpty ? "" : "<del>\(say(change.old))</del>"
            let new: HTML = change.new.isEmpty ? "" : "<ins>\(say(change.new))</ins>"
            return "<tr><th scope=\"row\">\(say(change.what))</th><td>\(old)</td><td>\(new)</td></tr>"
        }
        return
            "<section class=\"card\"><h2>\(say("Partijen, normen en werking", "Parties, norms and how it works"))</h2><div class=\"scroll\"><table><tbody>\(rows)</tbody></table></div></section>"
    }

    private func clauseChange(_ change: ClauseChange) -> HTML {
        let number = change.newNumber ?? change.oldNumber ?? 0
        let moved: HTML = change.isMoved ? " <span class=\"pill\">\(say("verplaatst", "moved"))</span>" : ""
        let fate: HTML = change.fate == .kept ? "" : " <span class=\"pill soon\">\(say(change.fate.label))</span>"
        let words: HTML =
            change.fate == .kept
            ? "<p class=\"quiet\">\(say("Ongewijzigd.", "Unchanged."))</p>" : differences(change.text)
        return """
            <section class="clause" id="clause-\(change.id)"><div class="words"><h2><span class="number">\(number)</span> \(segments(own(change.heading)))\(fate)\(moved)</h2>\(words)</div></section>
            """
    }

    private func own(_ change: TextChange) -> WordDifference {
        let (mine, other) = say.language == .nl ? (change.nl, change.en) : (change.en, change.nl)
        return mine.segments.isEmpty ? other : mine
    }

    private func differences(_ change: TextChange) -> HTML {
        "<div class=\"difference-text\">\(segments(own(change)))</div>"
    }

    private func segments(_ difference: WordDifference) -> HTML {
        difference.segments.html { segment in
            switch segment.fate {
            case .kept: "\(segment.text)"
            case .added: "<ins>\(segment.text)</ins>"
            case .removed: "<del>\(segment.text)</del>"
            }
        }
    }
}
