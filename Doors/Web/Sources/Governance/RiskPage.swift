import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// Risks and obstacles, the heaviest first, and what the library knows of that nobody judged yet.
extension EcosystemVisit {
    func showRisks() async throws -> Response {
        guard let kind = reader.catalogue.kind(Risk.naming.plural), reader.canRead(kind) else {
            return show(
                governancePage(
                    .risks, say("Risico's en hindernissen", "Risks and obstacles"), lead: "",
                    "<p class=\"empty\">\(say("Alleen deelnemers zien de risico's.", "Only participants see the risks."))</p>"
                ))
        }
        let register = RiskRegister(reader)
        let open: HTML =
            register.open.isEmpty
            ? "<p class=\"empty\">\(say("Er is nog geen risico vastgelegd. Kies er hieronder een uit de bibliotheek, of voeg er zelf een toe.", "No risk was recorded yet. Choose one from the library below, or add your own."))</p>"
            : "\(riskGrid(register.open))\(riskTable(register.open, numbered: true))"
        let closed: HTML =
            register.closed.isEmpty
            ? ""
            : "<section class=\"card\"><details><summary><h2>\(say("Gesloten", "Closed")) <small class=\"quiet\">\(register.closed.count)</small></h2></summary>\(riskTable(register.closed))</details></section>"
        return show(
            governancePage(
                .risks, say("Risico's en hindernissen", "Risks and obstacles"),
                lead: say(
                    "Wat in de weg kan staan, met een eigenaar, een maatregel en een dag om opnieuw te kijken.",
                    "What may stand in the way, with an owner, a measure and a day to look again."),
                actions: adding("risks"), "\(open)\(library(register))\(closed)"))
    }

    private func riskTable(_ risks: [Risk], numbered: Bool = false) -> HTML {
        let rows: HTML = risks.enumerated().map { $0 }.html { index, risk in
            let owner: HTML =
                risk.owner.map { link(to: "organisations", $0.rawValue) }
                ?? "<span class=\"pill soon\">● \(say("nog niemand", "nobody yet"))</span>"
            let number: HTML = numbered ? "<span class=\"risk-number\">\(index + 1)</span>" : ""
            return """
                <tr id="risk-\(risk.id.rawValue)"><th scope="row">\(number)<a href="\(Path.record(id, "risks", risk.id.rawValue))">\(say.marked(risk.name))</a> <span class="pill">\(say(risk.sort.label))</span></th>
                <td data-label="\(say("Gewicht", "Weight"))">\(weight(risk))</td><td data-label="\(say("Eigenaar", "Owner"))">\(owner)</td>
                <td data-label="\(say("Wat we eraan doen", "What we do about it"))">\(say.marked(risk.closed == nil ? risk.measure : risk.lesson))</td><td data-label="\(say("Opnieuw op", "Again on"))">\(again(risk))</td></tr>
                """
        }
        return cards(
            say("Risico's", "Risks"),
            [
                say("Risico", "Risk"), say("Gewicht", "Weight"), say("Eigenaar", "Owner"),
                say("Wat we eraan doen", "What we do about it"), say("Opnieuw op", "Again on"),
            ], rows)
    }

    /// The day to look again, or on which it was closed.
    private func again(_ risk: Risk) -> HTML {
        guard risk.closed == nil, let review = risk.review, review < reader.today else {
            return day(risk.closed ?? risk.review)
        }
        return "\(day(review)) <span class=\"pill soon\">▲ \(say.late(review, today: reader.today))</span>"
    }

    private func weight(_ risk: Risk) -> HTML {
        guard let weight = risk.weight else { return "<span class=\"quiet\">–</span>" }
        let (sign, word) =
            weight >= 12
            ? ("▲", say("zwaar", "heavy")) : weight >= 6 ? ("●", say("middel", "medium")) : ("○", say("licht", "light"))
        return "\(sign) \(weight) <small class=\"quiet\">\(word)</small>"
    }

    private func library(_ register: RiskRegister) -> HTML {
        guard !register.unjudged.isEmpty, mayAdd("risks") else { return "" }
        let groups = Dictionary(grouping: register.unjudged) { say($0.checklist) }.sorted { $0.key < $1.key }
        let lists: HTML = groups.html { title, items in
            let lines: HTML = items.html { item in
                let path = Path.newRecord(id, "risks").with([("item", item.id), ("name", say(item.text))])
                return "<li><a href=\"\(path)\">\(say(item.text))</a></li>"
            }
            return "<h3>\(title)</h3><ul>\(lines)</ul>"
        }
        return """
            <section class="card"><details><summary><h2>\(say("Bekend uit de bibliotheek", "Known from the library")) <small class="quiet">\(register.unjudged.count)</small></h2></summary>
            <p class="quiet">\(say("Speelt dit hier? Leg het vast; dan verdwijnt het uit deze lijst.", "Is this the matter here? Record it; then it goes from this list."))</p>\(lists)</details></section>
            """
    }
}
