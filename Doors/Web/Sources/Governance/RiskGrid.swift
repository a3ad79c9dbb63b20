import Ecosystems
import Governance
import Kernel
import Markup

/// Open risks by how likely they are and how much they would do; the register beneath it has the same numbers.
extension EcosystemVisit {
    /// Nothing while no risk has both; what is not estimated is told beneath.
    func riskGrid(_ risks: [Risk]) -> HTML {
        let placed = risks.enumerated().filter { $0.element.weight != nil }
        guard !placed.isEmpty else { return "" }
        let levels = Array(1...5)
        let rows: HTML = levels.reversed().map { $0 }.html { likelihood in
            let cells: HTML = levels.html { impact in
                let here = placed.filter { $0.element.likelihoodShown == likelihood && $0.element.impact == impact }
                let links: HTML = here.html { index, risk in
                    "<a href=\"#risk-\(risk.id.rawValue)\" title=\"\(say(risk.name))\">\(index + 1)<span class=\"hidden\"> \(say(risk.name))</span></a>"
                }
                let product = likelihood * impact
                let style = product >= 12 ? "heavy" : product >= 6 ? "medium" : "light"
                return "<td class=\"\(style)\">\(links)</td>"
            }
            return "<tr><th scope=\"row\">\(word(likelihood))</th>\(cells)</tr>"
        }
        let head: HTML = levels.html { "<th scope=\"col\">\(word($0))</th>" }
        let rest = risks.count - placed.count
        let unplaced: HTML =
            rest == 0
            ? ""
            : "<p class=\"quiet\">\(say.count(rest, Text("risico is nog niet geschat.", "risk is not estimated yet."), Text("risico's zijn nog niet geschat.", "risks are not estimated yet.")))</p>"
        return """
            <section class="card"><h2>\(say("Kans en gevolg", "Likelihood and impact"))</h2><div class="scroll"><table class="risk-grid"><caption class="hidden">\(say("Kans van onder naar boven, gevolg van links naar rechts", "Likelihood from bottom to top, impact from left to right"))</caption>
            <thead><tr><th scope="col">\(say("Kans ↑ Gevolg →", "Likelihood ↑ Impact →"))</th>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>
            <p class="quiet">\(say("Een hindernis is er al en staat op de bovenste rij. Gestippeld omlijnd is middelzwaar, gekleurd met een volle lijn zwaar.", "An obstacle is there already and stands on the top row. A dashed line is medium, a coloured cell with a full line heavy."))</p>\(unplaced)</section>
            """
    }

    private func word(_ level: Int) -> String {
        switch level {
        case 1: say("1 laag", "1 low")
        case 5: say("5 hoog", "5 high")
        default: "\(level)"
        }
    }
}

extension Risk {
    /// An obstacle is certain.
    fileprivate var likelihoodShown: Int? { sort == .obstacle ? 5 : likelihood }
}
