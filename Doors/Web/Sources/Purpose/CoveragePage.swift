import Ecosystems
import Hummingbird
import Kernel
import Markup
import Purpose

/// Does the sum of the contributions cover the goal, and what is lacking?
extension EcosystemVisit {
    func showCoverage() async throws -> Response {
        let content = cached("purpose-coverage") { coverageContent(Coverage(reader)) }
        return show(
            purposePage(
                .coverage, say("Dekking van het doel", "Coverage of the goal"),
                lead: say(
                    "Wie doet wat voor welk doel, en is dat bij elkaar genoeg?",
                    "Who does what for which goal, and is that enough together?"),
                actions: adding("activities"), content))
    }

    /// Goals that are not covered, as findings: what is lacking and the way to mend it.
    func gaps(_ goals: [CoveredGoal], atMost limit: Int = .max) -> HTML {
        let items: HTML = Array(goals.prefix(limit)).html { (goal: CoveredGoal) -> HTML in
            let why = goal.gaps.map { say($0.text) }.joined(separator: "; ")
            let add = formLink(
                "activities", say("Voeg een activiteit toe", "Add an activity"), [("goal", goal.goal.id)])
            return attention("▲", link(goal.goal), "\(sentence(why)) \(add)", severity: "error")
        }
        return "<ul class=\"findings\">\(items)</ul>"
    }

    private func sentence(_ words: String) -> String {
        words.isEmpty ? "" : words.uppercasedFirst + "."
    }

    private func coverageContent(_ coverage: Coverage) -> HTML {
        guard !coverage.goals.isEmpty else {
            return
                "<p class=\"empty\">\(say("Er is nog geen doel om te dekken.", "There is no goal to cover yet.")) \(formLink("goals", say("Leg het doel vast", "Record the goal"), [("level", "shared")]))</p>"
        }
        let lacking: HTML =
            coverage.lacking.isEmpty
            ? "<p class=\"empty\">✓ \(say("Er zijn geen gaten in de bijdragen bekend.", "No gaps in the contributions are known."))</p>"
            : card(
                say("Wat nog ontbreekt", "What is still lacking"), gaps(coverage.lacking), count: coverage.lacking.count
            )
        let title = say("Doelen en bijdragen", "Goals and contributions")
        let columns = [
            say("Doel", "Goal"), say("Activiteiten en uitvoerders", "Activities and who does them"),
            say("Samen", "Together"), say("Gedekt?", "Covered?"),
        ]
        return "\(lacking)\(card(title, cards(title, columns, coverage.goals.html { row($0, columns) })))"
    }

    private func row(_ goal: CoveredGoal, _ columns: [String]) -> HTML {
        let indent = String(repeating: "↳ ", count: min(goal.depth, 4))
        let own: HTML =
            goal.level == .organisation
            ? "<br><small>\(say("doel van één organisatie", "goal of one organisation"))</small>" : ""
        let items = goal.contributions.map { contribution -> HTML in
            let share: HTML = contribution.share.map { " · \($0)%" } ?? ""
            return
                "\(link(contribution.activity))\(share)<br><small>\(links(contribution.organisations))</small>"
        }
        let list: HTML =
            goal.contributions.isEmpty ? "<span class=\"quiet\">–</span>" : items.joined(separator: "<br>")
        let sum: HTML = goal.sum.map { "\($0)%" } ?? "<span class=\"quiet\">–</span>"
        return """
            <tr><th scope="row"><span aria-hidden="true">\(indent)</span>\(link(goal.goal))\(own)</th>\
            <td data-label="\(columns[1])">\(list)</td><td data-label="\(columns[2])">\(sum)</td>\
            <td data-label="\(columns[3])">\(verdict(goal))</td></tr>
            """
    }

    private func verdict(_ goal: CoveredGoal) -> HTML {
        guard goal.level == .shared else {
            return "<span class=\"quiet\">\(say("eigen zaak", "own affair"))</span>"
        }
        return switch goal.verdict {
        case .covered: "<span class=\"pill ok\">✓ \(say(goal.verdict.label))</span>"
        case .lacking: "<span class=\"pill broken\">▲ \(say(goal.verdict.label))</span>"
        case .unknown: "<span class=\"quiet\">\(say(goal.verdict.label))</span>"
        }
    }
}
