import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup
import MethodLibrary

/// Choosing building blocks: what is advised and why, the whole library, and the balance that the choice makes.
extension EcosystemVisit {
    func advice(_ draft: AgreementDraft, _ refused: RefusedForm?) -> HTML {
        let phases = reader.library.choices(for: .phase)
        guard !phases.isEmpty else { return "" }
        let start = phases.first { $0.id.hasPrefix("digital-ecosystem-lifecycle/") }?.id ?? phases[0].id
        let phase = visit.query("phase").isEmpty ? start : visit.query("phase")
        let advice = BlockAdvice(AdviceQuestion(draft.agreement, phase: phase), library: reader.library)
        let present = Set(draft.clauses.map(\.block))
        let items: HTML = advice.proposals.html { proposal in
            let reasons = proposal.reasons.map { say($0.words(reader.library)) }.joined(separator: " ")
            let sign: HTML =
                present.contains(proposal.id) ? "<span class=\"pill ok\">✓ \(say("staat erin", "is in it"))</span>" : ""
            return
                "<li><strong>\(say(proposal.block.name))</strong> \(sign)<br><span class=\"quiet\">\(reasons)</span></li>"
        }
        let options: HTML = phases.html { option($0.id, "\(say($0.label)) (\(say($0.group)))", chosen: phase) }
        let agreement = draft.agreement.id.rawValue
        let missing = advice.proposals.filter { !present.contains($0.id) }.count
        let take: HTML =
            missing == 0
            ? ""
            : "<form method=\"post\" action=\"\(Path.agreementPart(id, agreement, "assembly/advice"))\">\(visit.token)<input type=\"hidden\" name=\"phase\" value=\"\(phase)\"><button class=\"button\">\(say("Neem deze \(missing) over", "Take these \(missing)"))</button></form>"
        return """
            <section class="card" id="advice"><h2>\(say("Voorstel: zo weinig mogelijk", "Proposal: as little as possible"))</h2>\(troubles(refused, in: "advice"))
            <form method="get" action="\(Path.agreementPart(id, agreement, "assembly"))" class="inline"><label for="phase">\(say("In de fase", "In the phase"))</label><select id="phase" name="phase">\(options)</select><button class="button quiet">\(say("Toon", "Show"))</button></form>
            <ul class="plain">\(items)</ul>\(take)
            <details><summary>\(say.count(advice.leftOut.count, Text("bouwsteen blijft weg", "block is left out"), Text("bouwstenen blijven weg", "blocks are left out")))</summary><ul class="plain">\(advice.leftOut.html { "<li>\(say($0.block.name)) <span class=\"quiet\">\(say($0.why.words(reader.library)))</span></li>" as HTML })</ul></details></section>
            """
    }

    func blockList(_ draft: AgreementDraft, _ refused: RefusedForm?) -> HTML {
        let present = Set(draft.clauses.map(\.block))
        let themes: HTML = BlocksMethod.Theme.allCases.html { theme in
            let methods = reader.library.methods(of: .blocks).filter { $0.blocks?.theme == theme }
            let topics: HTML = methods.html { method in
                let blocks = (method.blocks?.blocks ?? []).filter { !present.contains("\(method.id)/\($0.id)") }
                return
                    "<details class=\"more\"><summary>\(say(method.name)) <span class=\"quiet\">\(blocks.count)</span></summary>\(blocks.html { block(method.id, $0, draft) })</details>"
            }
            return "<h3>\(say(theme.label))</h3>\(topics)"
        }
        return """
            <section class="card" id="blocks"><h2>\(say("Voeg een bouwsteen toe", "Add a building block"))</h2>\(troubles(refused, in: "block"))\(themes)
            <p>\(addLink("clauses", say("Schrijf een eigen bepaling", "Write a clause of your own"), [("agreement", draft.agreement.id.rawValue), ("position", "\((draft.clauses.last?.position ?? 0) + 10)")]))</p></section>
            """
    }

    private func block(_ method: String, _ block: BlocksMethod.Block, _ draft: AgreementDraft) -> HTML {
        let forms: HTML = block.clauses.html { clause in
            let label =
                block.clauses.count > 1
                ? say("Voeg “\(say(clause.heading))” toe", "Add “\(say(clause.heading))”") : say("Voeg toe", "Add")
            let choose: HTML = clause.choose.isEmpty ? "" : "<span class=\"quiet\">\(say(clause.choose))</span>"
            return """
                <form method="post" action="\(Path.agreementPart(id, draft.agreement.id.rawValue, "assembly/blocks"))">\(visit.token)<input type="hidden" name="block" value="\(method)/\(block.id)"><input type="hidden" name="clause" value="\(clause.id)"><button class="button quiet">+ \(label)</button> \(choose)</form>
                """
        }
        return """
            <article class="offered"><p><a href="\(Path.method(method).url + "#\(block.id)")">\(say(block.name))</a> – \(say(block.summary))</p><p class="quiet">\(say("Wanneer niet:", "When not:")) \(say(block.whyNot))</p>\(forms)</article>
            """
    }

    /// What the chosen blocks do for new things and for control, as bars with the same in words.
    func balance(_ draft: AgreementDraft) -> HTML {
        let balance = MechanismBalance(of: draft.clauses.map(\.block), library: reader.library)
        let used = balance.pillars.filter { !$0.used.isEmpty }
        guard !used.isEmpty else { return "" }
        let most = max(1, used.map { max($0.generativity, $0.control) }.max() ?? 1)
        let rows: HTML = used.enumerated().html { index, pillar in
            let y = index * 40
            let (left, right) = (pillar.generativity * 220 / most, pillar.control * 220 / most)
            return """
                <g><rect class="free" x="\(320 - left)" y="\(y + 18)" width="\(left)" height="14"/><rect class="held" x="324" y="\(y + 18)" width="\(right)" height="14"/><text x="322" y="\(y + 13)" text-anchor="middle">\(say(pillar.name))</text></g>
                """
        }
        let table: HTML = used.html { pillar in
            let names = pillar.used.map { say($0.name) }.joined(separator: ", ")
            return
                "<tr><th scope=\"row\">\(say(pillar.name))</th><td>\(names)</td><td class=\"number\">\(pillar.generativity)</td><td class=\"number\">\(pillar.control)</td></tr>"
        }
        return """
            <section class="card" id="balance"><h2>\(say("De balans die u kiest", "The balance that you choose"))</h2><p>\(say("Links wat ruimte geeft voor nieuwe dingen, rechts wat het bij elkaar houdt.", "On the left what leaves room for new things, on the right what holds it together."))</p>
            <figure><svg class="balance" viewBox="0 0 644 \(used.count * 40 + 6)" role="img" aria-label="\(say("Effecten per pijler; de tabel zegt hetzelfde", "Effects per pillar; the table says the same"))">\(rows)</svg></figure>
            <div class="scroll"><table><thead><tr><th scope="col">\(say("Pijler", "Pillar"))</th><th scope="col">\(say("Mechanismen", "Mechanisms"))</th><th scope="col" class="number">\(say("Ruimte", "Room"))</th><th scope="col" class="number">\(say("Controle", "Control"))</th></tr></thead><tbody>\(table)</tbody></table></div></section>
            """
    }

    func addBlock() async throws -> Response {
        let form = try await visit.form()
        return try await write(
            AddBlock(agreement: visit.part("agreement"), block: form.first("block"), clause: form.first("clause")),
            "block",
            form, place: "blocks")
    }

    func takeAdvice() async throws -> Response {
        let form = try await visit.form()
        return try await write(
            StartFromAdvice(agreement: visit.part("agreement"), phase: form.first("phase")), "advice", form,
            place: "written")
    }

    func placeClause() async throws -> Response {
        let (form, clause) = (try await visit.form(), try visit.part("clause"))
        return try await write(
            MoveClause(clause: clause, after: form.first("after")), "place", form, place: "clause-\(clause)")
    }

    func removeClause() async throws -> Response {
        let (form, clause) = (try await visit.form(), try visit.part("clause"))
        return try await write(RemoveClause(clause: clause), "block", form, place: "advice")
    }

    private func write(_ command: some Command, _ name: String, _ form: Form, place: String) async throws -> Response {
        let then = Path.agreementPart(id, try visit.part("agreement"), "assembly").url + "#\(place)"
        return try await perform(command, of: name, sent: form, then: then) { try await showAssembly(after: $0) }
    }
}
