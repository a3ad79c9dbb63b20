import Ecosystems
import Hummingbird
import Kernel
import Markup
import Purpose

/// What the parties want together, how far it is, what is lacking, and on what ground they stand.
extension EcosystemVisit {
    func showPurpose() async throws -> Response {
        let content = cached("purpose") { purposeContent }
        return show(
            purposePage(
                .goal, say("Doel", "Purpose"),
                lead: say(
                    "Waarom de partijen samenwerken: het gedeelde doel, wat er nog ontbreekt en wat zij hebben afgesproken.",
                    "Why the parties work together: the shared goal, what is still lacking and what they agreed on."),
                actions: adding("goals"), content))
    }

    private var purposeContent: HTML {
        let goals = reader.records(Goal.self)
        return """
            \(sharedGoal(goals))
            <div class="columns"><div>\(lacking)\(milestones)\(ownGoals(goals))</div><div>\(scope)\(principles)\(assumptions)</div></div>
            """
    }

    private func sharedGoal(_ goals: [Goal]) -> HTML {
        let shared = goals.filter { $0.level == .shared }
        let known = Set(shared.map(\.id))
        let tops = shared.filter { goal in goal.parent.map { !known.contains($0) } ?? true }
        guard let first = tops.first else {
            let link = formLink("goals", say("Leg het doel vast", "Record the goal"), [("level", "shared")])
            return """
                <p class="empty">\(say("Er is nog geen gedeeld doel. Zonder gedeeld doel is niet te zeggen of alles bij elkaar genoeg is.", "There is no shared goal yet. Without one it cannot be said whether everything together is enough.")) \(link)</p>
                """
        }
        let others = tops.dropFirst() + shared.filter { goal in goal.parent.map { known.contains($0) } ?? false }
        let items: HTML = others.html { goal in
            "<li>\(link(to: "goals", goal.id.rawValue)) <span class=\"quiet\">\(facts(goal))</span></li>"
        }
        let list: HTML =
            others.isEmpty
            ? ""
            : card(say("Andere gedeelde doelen", "Other shared goals"), "<ul>\(items)</ul>", count: others.count)
        let about: HTML = first.about.isEmpty ? "" : "<p>\(say.marked(first.about))</p>"
        return """
            <blockquote class="goal"><p>\(say.marked(first.title))</p></blockquote>\(about)
            <p class="quiet">\(say("Gedeeld doel", "Shared goal"))\(facts(first, leading: true)) · \
            <a href="\(Path.record(id, "goals", first.id.rawValue))">\(say("alles over dit doel", "all about this goal"))</a></p>\(list)
            """
    }

    /// Measure, from what to what, and by when, as far as they are known.
    private func facts(_ goal: Goal, leading: Bool = false) -> String {
        var parts: [String] = []
        if !goal.measure.isEmpty { parts.append(say("maat: ", "measure: ") + say(goal.measure)) }
        if !goal.baseline.isEmpty { parts.append(say("van ", "from ") + goal.baseline) }
        if !goal.target.isEmpty { parts.append(say("naar ", "to ") + goal.target) }
        if let due = goal.due { parts.append(say("uiterlijk ", "by ") + say.day(due, today: reader.today)) }
        guard !parts.isEmpty else { return "" }
        return (leading ? " · " : "") + parts.joined(separator: " · ")
    }

    private var lacking: HTML {
        let coverage = Coverage(reader)
        let shared = coverage.goals.filter { $0.level == .shared }
        guard !shared.isEmpty else { return "" }
        let title = say("Wat nog ontbreekt", "What is still lacking")
        let more: HTML =
            "<p><a href=\"\(Path.purpose(id, "coverage"))\">\(say("De hele dekking", "All of the coverage"))</a></p>"
        guard !coverage.lacking.isEmpty else {
            return card(
                title,
                "<p class=\"empty\">✓ \(say("Er zijn geen gaten in de bijdragen bekend.", "No gaps in the contributions are known."))</p>\(more)"
            )
        }
        return card(title, "\(gaps(coverage.lacking, atMost: 6))\(more)", count: coverage.lacking.count)
    }

    private var milestones: HTML {
        let all = reader.records(Milestone.self).sorted(by: Milestone.inOrder)
        let title = say("Mijlpalen", "Milestones")
        let add = formLink("milestones", say("Voeg een mijlpaal toe", "Add a milestone"))
        guard !all.isEmpty else {
            return card(
                title,
                "<p class=\"empty\">\(say("Er zijn nog geen mijlpalen. Kleine stappen maken een groot doel haalbaar.", "There are no milestones yet. Small steps bring a big goal within reach.")) \(add)</p>"
            )
        }
        let rows: HTML = all.html { milestone in
            let owner: HTML = milestone.owner.map { link(to: "organisations", $0.rawValue) } ?? ""
            return """
                <tr><th scope="row">\(link(to: "milestones", milestone.id.rawValue))</th>\
                <td data-label="\(say("Stand", "Status"))">\(standing(milestone))</td>\
                <td data-label="\(say("Trekker", "Owner"))">\(owner)</td></tr>
                """
        }
        let reached = all.filter { $0.reached != nil }.count
        return card(
            title,
            """
            <p class="quiet">\(say("\(reached) van \(all.count) gehaald.", "\(reached) of \(all.count) reached."))</p>
            \(cards(title, [say("Mijlpaal", "Milestone"), say("Stand", "Status"), say("Trekker", "Owner")], rows))<p>\(add)</p>
            """)
    }

    private func standing(_ milestone: Milestone) -> HTML {
        if let reached = milestone.reached {
            return "<span class=\"pill ok\">✓ \(say.day(reached, today: reader.today))</span>"
        }
        guard let due = milestone.due else {
            return "<span class=\"quiet\">\(say("geen datum", "no date"))</span>"
        }
        let until = say.until(due, today: reader.today)
        if due < reader.today { return "<span class=\"pill broken\">▲ \(until)</span>" }
        return due - reader.today <= 30 ? "<span class=\"pill soon\">● \(until)</span>" : "\(until)"
    }

    /// What each organisation itself wants by it, under the goal to which that contributes.
    private func ownGoals(_ goals: [Goal]) -> HTML {
        let own = goals.filter { $0.level == .organisation }
        let title = say("Wat organisaties zelf willen", "What organisations want themselves")
        let add = formLink(
            "goals", say("Voeg een eigen doel toe", "Add a goal of an organisation"), [("level", "organisation")])
        guard !own.isEmpty else {
            return card(
                title,
                "<p class=\"empty\">\(say("Er zijn nog geen doelen van organisaties vastgelegd.", "No goals of organisations have been recorded yet.")) \(add)</p>"
            )
        }
        let (who, what) = (say("Organisatie", "Organisation"), say("Wil", "Wants"))
        let groups = Dictionary(grouping: own) { $0.parent?.rawValue ?? "" }
        let order = groups.keys.sorted {
            ($0.isEmpty ? 1 : 0, -(groups[$0]?.count ?? 0), $0) < ($1.isEmpty ? 1 : 0, -(groups[$1]?.count ?? 0), $1)
        }
        let lists: HTML = order.html { parent in
            let heading: HTML =
                parent.isEmpty
                ? "\(say("Nog niet gekoppeld aan een gedeeld doel", "Not connected to a shared goal yet"))"
                : "\(say("Draagt bij aan", "Contributes to")) \(link(to: "goals", parent))"
            let rows: HTML = (groups[parent] ?? []).html { goal in
                let owner: HTML = goal.organisation.map { link(to: "organisations", $0.rawValue) } ?? ""
                return """
                    <tr><th scope="row">\(owner)</th><td data-label="\(what)">\(link(to: "goals", goal.id.rawValue))</td></tr>
                    """
            }
            return "<h3>\(heading)</h3>\(cards(title, [who, what], rows))"
        }
        return card(title, "\(lists)<p>\(add)</p>", count: own.count)
    }
}
