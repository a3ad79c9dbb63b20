import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup
import MethodLibrary

/// Writing an agreement: choose building blocks, order them, fill them in, and read beside it what it becomes.
extension EcosystemVisit {
    func showAssembly() async throws -> Response { try await showAssembly(after: nil) }

    func showAssembly(after refused: RefusedForm?) async throws -> Response {
        let agreement = try visit.part("agreement")
        guard let page = AgreementPage.of(agreement, draft: true, reader),
            let draft = AgreementDraft(agreement, in: reader.situation)
        else { throw Refusal.notFound(.noSuchAgreement(agreement)) }
        guard reader.may(ProposeVersion(agreement: agreement)) else { throw Refusal.forbidden(.onlyOrchestratorWrites) }
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: "assembly"))\(writingFindings(agreement))
            \(draft.clauses.isEmpty ? emptyDraft : "")<div id="written">\(clauseCards(draft, page, refused))</div>\(advice(draft, refused))\(blockList(draft, refused))\(balance(draft))
            """
        var shown = agreementPage(say("Schrijven", "Writing"), main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    private var emptyDraft: HTML {
        """
        <p class="empty">\(say("Nog geen bepalingen. Begin met het voorstel hieronder: zo weinig mogelijk, maar wel wat nodig is. Of kies zelf bouwstenen.",
            "No clauses yet. Start with the proposal below: as little as possible, but what is needed. Or choose blocks yourself."))</p>
        """
    }

    /// What still has to be mended in this draft.
    private func writingFindings(_ agreement: String) -> HTML {
        let clauses = Set(reader.records(Clause.self).filter { $0.agreement.rawValue == agreement }.map(\.id.rawValue))
        let norms = Set(reader.records(Norm.self).filter { $0.agreement.rawValue == agreement }.map(\.id.rawValue))
        let own = reader.findings.filter { finding in
            (finding.kind == "agreements" && finding.record == agreement)
                || (finding.kind == "clauses" && clauses.contains(finding.record))
                || (finding.kind == "norms" && norms.contains(finding.record))
        }
        return own.isEmpty
            ? ""
            : "<section class=\"card\"><h2>\(say("Dit klopt nog niet", "This is not right yet"))</h2>\(FindingList(self).html(own))</section>"
    }

    private func clauseCards(_ draft: AgreementDraft, _ page: AgreementPage, _ refused: RefusedForm?) -> HTML {
        let filled = Dictionary(page.text.clauses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return draft.clauses.enumerated().html { index, clause in
            guard let text = filled[clause.id.rawValue] else { return "" }
            return """
                <section class="assembling" id="clause-\(clause.id.rawValue)"><div class="card"><h2>\(text.number) \(say.marked(clause.heading))</h2>\(laggingHint(clause))\(fillForm(clause, refused))\(clauseActions(clause, index, draft))</div>
                <div class="clause-preview">\(clauseWords(text))\(normList(draft, clause))</div></section>
                """
        }
    }

    private func normList(_ draft: AgreementDraft, _ clause: Clause) -> HTML {
        let norms = draft.norms.filter { $0.clause == clause.id }
        guard !norms.isEmpty else { return "" }
        let items: HTML = norms.html { "<li>\(ValueView(self).link("norms", $0.id.rawValue))\(doubtHint($0))</li>" }
        return
            "<details class=\"more\"\(if: norms.contains { $0.doubt != nil }, " open")><summary>\(say.count(norms.count, Text("norm die wordt gevolgd", "norm that is watched"), Text("normen die worden gevolgd", "norms that are watched")))</summary><ul>\(items)</ul></details>"
    }

    private func clauseActions(_ clause: Clause, _ index: Int, _ draft: AgreementDraft) -> HTML {
        let base = Path.agreementPart(id, draft.agreement.id.rawValue, "assembly/clauses/\(clause.id.rawValue)").url
        let up: HTML =
            index == 0
            ? "" : place(base, index == 1 ? "" : draft.clauses[index - 2].id.rawValue, "↑", say("Omhoog", "Up"))
        let down: HTML =
            index + 1 >= draft.clauses.count
            ? "" : place(base, draft.clauses[index + 1].id.rawValue, "↓", say("Omlaag", "Down"))
        let edit = Path.editRecord(id, "clauses", clause.id.rawValue)
        return """
            <div class="actions">\(up)\(down)<a href="\(edit)">\(say("Wijzig de tekst", "Change the text"))</a>
            <form method="post" action="\(base)/removal">\(visit.token)<button class="plain">\(say("Haal weg", "Take out"))</button></form></div>
            """
    }

    private func place(_ base: String, _ after: String, _ sign: String, _ label: String) -> HTML {
        """
        <form method="post" action="\(base)/place">\(visit.token)<input type="hidden" name="after" value="\(after)"><button class="button quiet" aria-label="\(label)">\(sign)</button></form>
        """
    }
}

extension Problem {
    static let onlyOrchestratorWrites = Problem(
        "rights.orchestrate",
        Text("Alleen wie de regie heeft, schrijft aan de tekst.", "Only whoever orchestrates writes the text."),
        mend: Text(
            "Reageer in een consultatie, of vraag de regisseur.", "React in a consultation, or ask the orchestrator."))
}
