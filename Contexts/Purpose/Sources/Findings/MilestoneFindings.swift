import Ecosystems
import Kernel

/// Milestones that are late, near, without an owner or planned after their goal.
enum MilestoneFindings {
    static let rules = [FindingRule(findings)]

    /// As long before its day as a milestone is announced, in days.
    static let notice = 30

    static func findings(_ situation: Situation) -> [Finding] {
        situation.state[Milestone.self].records.filter { $0.reached == nil }.flatMap { milestone in
            [
                timing(milestone, situation.today), owner(milestone),
                order(milestone, situation.state[Goal.self][milestone.goal]),
            ].compactMap { $0 }
        }
    }

    private static func timing(_ milestone: Milestone, _ today: Day) -> Finding? {
        guard let due = milestone.due, due - today <= notice else { return nil }
        let days = due - today
        if days < 0 {
            return finding(
                "milestone.late", .warning, milestone,
                Text("is \(-days) dagen te laat", "is \(-days) days late"),
                why: Text(
                    "Een mijlpaal die stil verloopt, kost vertrouwen. Vul in wanneer hij is gehaald, of spreek een nieuwe dag af.",
                    "A milestone that lapses in silence costs trust. Fill in when it was reached, or agree on a new day."
                ),
                due: due)
        }
        let (nl, en) = days == 0 ? ("vandaag", "today") : ("over \(days) dagen", "in \(days) days")
        return finding(
            "milestone.soon", .notice, milestone, Text("moet \(nl) zijn gehaald", "is due \(en)"),
            why: Text(
                "Nu is er nog tijd om te helpen. Vraag de trekker wat er nodig is.",
                "There is still time to help. Ask the owner what is needed."),
            due: due)
    }

    private static func owner(_ milestone: Milestone) -> Finding? {
        guard milestone.owner == nil else { return nil }
        return finding(
            "milestone.no-owner", .notice, milestone, Text("heeft geen trekker", "has no owner"),
            why: Text(
                "Wat van iedereen is, doet niemand. Kies een organisatie die ervoor zorgt.",
                "What is everybody's is done by nobody. Choose an organisation that sees to it."),
            field: "owner", due: milestone.due)
    }

    private static func order(_ milestone: Milestone, _ goal: Goal?) -> Finding? {
        guard let due = milestone.due, let end = goal?.due, due > end else { return nil }
        return finding(
            "milestone.after-goal", .warning, milestone,
            Text("is gepland na de einddatum van het doel", "is planned after the due date of its goal"),
            why: Text(
                "Een stap naar het doel komt vóór het doel. Verzet één van beide dagen.",
                "A step towards the goal comes before the goal. Move one of the two days."),
            field: "due", due: due)
    }

    private static func finding(
        _ rule: String, _ severity: Finding.Severity, _ milestone: Milestone, _ what: Text, why: Text,
        field: String = "", due: Day? = nil
    ) -> Finding {
        Finding(
            rule, severity,
            Text(
                "De mijlpaal “\(milestone.title.shown(.nl))” \(what.nl).",
                "The milestone “\(milestone.title.shown(.en))” \(what.en)."),
            why: why, kind: Milestone.naming.plural, record: milestone.id.rawValue, field: field, due: due)
    }
}
