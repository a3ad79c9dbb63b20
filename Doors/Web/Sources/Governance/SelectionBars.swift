import Governance
import Kernel
import Markup

/// What the scores come to, as bars: the best option first, each bar built from its criteria with their weights. The table beneath says the same.
extension EcosystemVisit {
    func selectionBars(_ selection: Selection, _ outcome: SelectionOutcome) -> HTML {
        let ranked = outcome.lines.filter { $0.assessors > 0 }.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            let (first, second) = (a.mean(a.weighted), b.mean(b.weighted))
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
        let most = Double(selection.highest * outcome.weights.reduce(0, +))
        guard !ranked.isEmpty, most > 0 else { return "" }
        let legend: HTML = zip(selection.criteria, outcome.weights).enumerated().map { $0 }.html { place, pair in
            let weight = pair.1 == 1 ? "" : " ×\(pair.1)"
            return
                "<li><span class=\"option-key option-\(place % 8)\">\(place + 1)</span> \(say(pair.0.name))\(weight)</li>"
        }
        let items: HTML = ranked.html { line in
            let isAhead = outcome.winners.contains(line.option)
            let total = number(line.mean(line.weighted))
            return """
                <li><p class="bar-name">\(isAhead ? "★ " : "")\(name(of: line.option, in: selection)) <strong>\(total)</strong></p>\(bar(line, outcome, most, selection))</li>
                """
        }
        let title = say("Wie voorop ligt", "Who is ahead")
        let scale = say(
            "Een volle balk is \(number(most)): overal de hoogste score.",
            "A full bar is \(number(most)): the highest score on everything.")
        return """
            <section class="card"><h2>\(title)</h2><ol class="bars">\(items)</ol><ul class="part-legend">\(legend)</ul><p class="quiet">\(scale)</p></section>
            """
    }

    /// One bar: a piece for each criterion, as wide as its score times its weight, with the number of the criterion in it.
    private func bar(
        _ line: SelectionOutcome.Line, _ outcome: SelectionOutcome, _ most: Double, _ selection: Selection
    ) -> HTML {
        var left = 0.0
        let pieces: HTML = zip(line.sums, outcome.weights).enumerated().map { $0 }.html { place, pair in
            let size = line.mean(pair.0 * pair.1) / most * 100
            defer { left += size }
            guard size > 0 else { return "" }
            let label: HTML =
                size < 4
                ? "" : "<text x=\"\(number(left + size / 2, "."))%\" y=\"18\" class=\"mark\">\(place + 1)</text>"
            return """
                <rect x="\(number(left, "."))%" y="1" width="\(number(size, "."))%" height="24" rx="3" class="option option-\(place % 8)"/>\(label)
                """
        }
        let told = zip(selection.criteria, zip(line.sums, outcome.weights)).map {
            "\(say($0.name)) \(number(line.mean($1.0 * $1.1)))"
        }
        return """
            <svg class="score-bar" role="img" aria-label="\(told.joined(separator: ", "))"><rect x="0" y="1" width="100%" height="24" rx="3" class="rest"/>\(pieces)</svg>
            """
    }
}
