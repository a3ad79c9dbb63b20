import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// Who wins if a criterion counts double or not at all: a picture, and the same as a table.
extension EcosystemVisit {
    func sensitivityCard(_ selection: Selection, _ scorings: [Scoring]) -> HTML {
        let sensitivity = SelectionSensitivity(selection, scorings)
        guard let first = sensitivity.scenarios.first, !first.outcome.winners.isEmpty else { return "" }
        let lead =
            sensitivity.isRobust
            ? say(
                "De uitkomst blijft dezelfde, welk criterium u ook dubbel telt of weglaat.",
                "The outcome stays the same, whichever criterion you count double or leave out.")
            : say(
                "De uitkomst hangt af van de gewichten: hieronder staat bij welke keuze een ander voorop komt.",
                "The outcome depends on the weights: below stands with which choice another comes first.")
        let rows: HTML = sensitivity.scenarios.html { scenario in
            let winners = scenario.outcome.winners.compactMap { selection.option($0).map { say($0.name) } }
            let cells: HTML = scenario.outcome.lines.html { line in
                let isAhead = scenario.outcome.winners.contains(line.option)
                let name = selection.option(line.option).map { say($0.name) } ?? ""
                return
                    "<td data-label=\"\(name)\"\(if: isAhead, " class=\"ahead\"")>\(isAhead ? "★ " : "")\(number(line.mean(line.weighted)))</td>"
            }
            return """
                <tr><th scope="row">\(what(scenario.change, selection))</th>\(cells)<td data-label="\(say("Voorop", "Ahead"))">\(winners.joined(separator: " = "))</td></tr>
                """
        }
        let head: HTML = selection.options.html { "<th scope=\"col\">\(say($0.name))</th>" }
        return """
            <section class="card"><h2>\(say("Wat als een criterium zwaarder telt?", "What if a criterion counts more?"))</h2><p>\(lead)</p>
            <div class="scroll">\(sensitivityPicture(selection, sensitivity))</div>
            <details><summary>\(say("Dezelfde cijfers als tabel", "The same figures as a table"))</summary><div class="scroll"><table class="cards scores"><thead><tr><th scope="col">\(say("Als", "If"))</th>\(head)<th scope="col">\(say("Voorop", "Ahead"))</th></tr></thead><tbody>\(rows)</tbody></table></div></details></section>
            """
    }

    private func what(_ change: SelectionSensitivity.Change, _ selection: Selection) -> String {
        func name(_ id: String) -> String { selection.criteria.first { $0.id == id }.map { say($0.name) } ?? id }
        switch change {
        case .asAgreed: return say("zoals afgesproken", "as agreed")
        case .equal: return say("alles even zwaar", "all the same weight")
        case .doubled(let id): return say("\(name(id)) telt dubbel", "\(name(id)) counts double")
        case .leftOut(let id): return say("zonder \(name(id))", "without \(name(id))")
        }
    }

    /// A row for each scenario, a dot for each option at its share of the highest total; who is ahead has a ring and its name.
    private func sensitivityPicture(_ selection: Selection, _ sensitivity: SelectionSensitivity) -> HTML {
        let (row, left, width) = (34, 230, 760)
        let height = sensitivity.scenarios.count * row + 20
        let marks: HTML = sensitivity.scenarios.enumerated().map { $0 }.html { index, scenario in
            let y = index * row + 24
            let means = scenario.outcome.lines.map { $0.mean($0.weighted) }
            let (least, most) = (means.min() ?? 0, max(means.max() ?? 1, 0.000_1))
            let span = max(most - least, most * 0.02)
            let dots: HTML = scenario.outcome.lines.enumerated().map { $0 }.html { place, line in
                let isAhead = scenario.outcome.winners.contains(line.option)
                let x = left + 20 + Int((line.mean(line.weighted) - least) / span * Double(width - left - 190))
                return
                    "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(isAhead ? 9 : 6)\" class=\"option option-\(place % 8)\(if: isAhead, " leads")\"/><text x=\"\(x)\" y=\"\(y + 4)\" class=\"mark\">\(place + 1)</text>"
            }
            let winners = scenario.outcome.winners.compactMap { selection.option($0).map { say($0.name) } }
            let told = winners.joined(separator: " = ")
            return """
                <line x1="\(left)" y1="\(y)" x2="\(width - 160)" y2="\(y)" class="rule"/><text x="0" y="\(y + 4)">\(what(scenario.change, selection))</text>\(dots)<text x="\(width - 150)" y="\(y + 4)" class="leader">\(told.count > 24 ? String(told.prefix(23)) + "…" : told)</text>
                """
        }
        let legend: HTML = selection.options.enumerated().map { $0 }.html { place, option in
            "<li><span class=\"option-key option-\(place % 8)\">\(place + 1)</span> \(say(option.name))</li>"
        }
        return """
            <svg class="sensitivity" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(say("Wie voorop komt bij andere gewichten; de tabel hieronder zegt hetzelfde.", "Who comes first with other weights; the table below says the same."))">\(marks)</svg><ul class="part-legend">\(legend)</ul>
            """
    }
}
