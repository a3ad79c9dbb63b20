import Ecosystems
import Kernel
import Markup
import NetworkMap
import Networks

/// Before and after in numbers.
extension EcosystemVisit {
    /// The network as a whole, side by side.
    func beforeAndAfter(_ comparison: NetworkComparison) -> HTML {
        let columns = [say("Nu", "Now"), say("Dan", "Then"), say("Verschil", "Difference")]
        let rows: HTML = WholeNumber.allCases.html { number in
            guard let before = number.value(in: comparison.before), let after = number.value(in: comparison.after)
            else { return "" }
            return """
                <tr><th scope="row">\(say(number.label))</th><td class="number">\(before.shown(say.language))</td>\
                <td class="number">\(after.shown(say.language))</td><td class="number">\(difference(before, after))</td></tr>
                """
        }
        return """
            <section class="card"><h2>\(say("Het geheel, nu en dan", "The whole, now and then"))</h2>
            <div class="scroll"><table>\(head(say("Getal", "Number"), columns))<tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// Whose place changes most.
    func moved(_ comparison: NetworkComparison) -> HTML {
        let numbers: [NodeNumber] =
            comparison.after.question.isWeighted ? [.strength, .betweenness] : [.betweenness, .harmonic]
        let tables: HTML = numbers.html { number in
            let moves = comparison.moves(of: number).prefix(10)
            guard !moves.isEmpty else { return "" }
            let rows: HTML = moves.html { move in
                """
                <tr><th scope="row">\(party(move.id))</th><td class="number">\(move.before.shown(say.language))</td>\
                <td class="number">\(move.after.shown(say.language))</td><td class="number">\(difference(move.before, move.after))</td></tr>
                """
            }
            return """
                <div><h3>\(say(number.label))</h3><details class="more"><summary>\(say("uitleg", "meaning"))</summary><p>\(say(number.meaning)) \
                <span class="quiet">\(convention(of: number.metric, comparison.after))</span></p></details>
                <div class="scroll"><table>\(head(say("Organisatie", "Organisation"), [say("Nu", "Now"), say("Dan", "Then"), say("Verschil", "Difference")]))<tbody>\(rows)</tbody></table></div></div>
                """
        }
        guard !tables.isEmpty else { return "" }
        return """
            <section class="card"><h2>\(say("Wiens plaats het meest verandert", "Whose place changes most"))</h2><div class="side-by-side">\(tables)</div></section>
            """
    }

    private func difference(_ before: Double, _ after: Double) -> String {
        guard before != after else { return "=" }
        return (after > before ? "+" : "−") + (after - before).magnitude.shown(say.language)
    }

    private func head(_ first: String, _ columns: [String]) -> HTML {
        let cells: HTML = columns.html { "<th scope=\"col\" class=\"number\">\($0)</th>" }
        let name: HTML = "<th scope=\"col\">\(first)</th>"
        return "<thead><tr>\(name)\(cells)</tr></thead>"
    }
}
