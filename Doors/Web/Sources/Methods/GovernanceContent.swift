import Kernel
import Markup
import MethodLibrary

/// Methods to divide responsibilities, to escalate and to compare.
extension Visit {
    func responsibilities(_ body: ResponsibilityMethod) -> HTML {
        let head = [say("Naam", "Name"), say("In het kort", "In short")]
        let models = table(head, body.models.map { [$0.name, $0.summary] })
        let layers = table(head, body.layers.map { [$0.name, $0.summary] })
        let processes: HTML =
            body.processes.isEmpty
            ? ""
            : "<h2>\(say("Operationele processen", "Operational processes"))</h2>\(table(head, body.processes.map { [$0.name, $0.summary] }))"
        let limits: [String] = [
            body.mostAccountable > 0
                ? say(
                    "Een partij die voor meer dan \(body.mostAccountable) activiteiten eindverantwoordelijk is, krijgt een waarschuwing.",
                    "A party that is accountable for more than \(body.mostAccountable) activities gets a warning.")
                : "",
            body.mostInvolved > 0
                ? say(
                    "Dat geldt ook bij een rol in meer dan \(body.mostInvolved) activiteiten.",
                    "So does a part in more than \(body.mostInvolved) activities.") : "",
        ].filter { !$0.isEmpty }
        return """
            <h2>\(say("Leveringsmodellen", "Delivery models"))</h2>\(models)<h2>\(say("Beheerlagen", "Management layers"))</h2>\(layers)
            \(processes)<p>\(limits.joined(separator: " "))</p>
            """
    }

    func ladder(_ body: LadderMethod) -> HTML {
        let steps: HTML = body.steps.html { step in
            let days: HTML =
                step.workingDays > 0
                ? " <span class=\"pill\">\(say("\(step.workingDays) werkdagen", "\(step.workingDays) working days"))</span>"
                : " <span class=\"pill\">\(say("zonder termijn", "no term"))</span>"
            return "<li><strong>\(say(step.name))</strong>\(ours(step.origin))\(days)<br>\(say(step.summary))</li>"
        }
        return "<section class=\"card\"><ol>\(steps)</ol></section>"
    }

    func criteria(_ body: CriteriaMethod) -> HTML {
        let rows = body.criteria.map { [$0.name, $0.summary, Text(same: String($0.weight))] }
        return """
            <p>\(say("Voor \(say(body.use.label)); scores van \(body.lowest) tot en met \(body.highest).", "For \(say(body.use.label)); scores from \(body.lowest) up to \(body.highest)."))</p>
            \(table([say("Criterium", "Criterion"), say("In het kort", "In short"), say("Gewicht", "Weight")], rows))
            """
    }
}
