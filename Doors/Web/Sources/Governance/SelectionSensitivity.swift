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
            \(sensitivityPicture(selection, sensitivity))
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

    /// A row for each scenario, a numbered dot for each option from the lowest to the highest total; who is ahead has a ring and stands beside it.
    private func sensitivityPicture(_ selection: Selection, _ sensitivity: SelectionSensitivity) -> HTML {
        let rows: HTML = sensitivity.scenarios.html { scenario in
            let winners = scenario.outcome.winners.map { name(of: $0, in: selection) }
            return """
                <li><span>\(what(scenario.change, selection))</span>\(track(scenario.outcome))<strong>\(winners.joined(separator: " = "))</strong></li>
                """
        }
        let legend: HTML = selection.options.enumerated().map { $0 }.html { place, option in
            "<li><span class=\"option-key option-\(place % 8)\">\(place + 1)</span> \(say(option.name))</li>"
        }
        return "<ul class=\"part-legend\">\(legend)</ul><ul class=\"sensitivity\">\(rows)</ul>"
    }

    /// One line with its dots; equals stand beside each other instead of on top of each other.
    private func track(_ outcome: SelectionOutcome) -> HTML {
        let scored = outcome.lines.enumerated().filter { $0.element.assessors > 0 }
        let means = scored.map { $0.element.mean($0.element.weighted) }
        let (least, most) = (means.min() ?? 0, means.max() ?? 0)
        var taken: [Int: Int] = [:]
        let dots: HTML = zip(scored, means).map { ($0, $1) }.html { line, mean in
            let share = most > least ? Int((mean - least) / (most - least) * 100) : 50
            let beside = taken[share, default: 0]
            taken[share] = beside + 1
            let isAhead = outcome.winners.contains(line.element.option)
            // From the right end to the left, from the left end to the right.
            let shift = (share > 50 ? -1 : 1) * beside * 24
            return """
                <g transform="translate(\(shift + 13 - share * 26 / 100) 0)"><circle cx="\(share)%" cy="15" r="10" class="option option-\(line.offset % 8)\(if: isAhead, " leads")"/><text x="\(share)%" y="19" class="mark">\(line.offset + 1)</text></g>
                """
        }
        return
            "<svg width=\"100%\" height=\"30\" aria-hidden=\"true\"><line x1=\"0\" y1=\"15\" x2=\"100%\" y2=\"15\" class=\"rule\"/>\(dots)</svg>"
    }
}
