import Ecosystems
import Kernel
import Markup
import NetworkMap
import Parties
import Purpose

/// What an organisation wants and does here, and whom it is tied to.
extension EcosystemVisit {
    /// Goals of its own and activities that it carries, pays for or gains from.
    func work(_ party: OrganisationPage) -> HTML {
        let own = party.organisation.id
        let goals = reader.records(Goal.self).filter { $0.organisation == own }
        let activities = reader.records(Activity.self).filter { activity in
            [activity.organisations, activity.payers, activity.beneficiaries].contains { $0.contains(own) }
        }
        let view = ValueView(self)
        let goalItems: HTML = goals.html { "<li>\(view.link("goals", $0.id.rawValue))</li>" }
        let activityItem = { (activity: Activity) -> HTML in
            "<li>\(view.link("activities", activity.id.rawValue)) <span class=\"quiet\">\(share(of: own, in: activity))</span></li>"
        }
        let goalPart: HTML =
            goals.isEmpty ? "" : "<h3>\(say("Eigen doelen", "Its own goals"))</h3><ul>\(goalItems)</ul>"
        let more: HTML =
            activities.count > 20
            ? """
            <details><summary>\(say("en nog \(activities.count - 20)", "and \(activities.count - 20) more"))</summary>\
            <ul>\(activities.dropFirst(20).html(activityItem))</ul></details>
            """
            : ""
        let activityPart: HTML =
            activities.isEmpty
            ? ""
            : "<h3>\(say("Activiteiten", "Activities"))</h3><ul>\(activities.prefix(20).html(activityItem))</ul>\(more)"
        let empty: HTML =
            goals.isEmpty && activities.isEmpty
            ? "<p class=\"empty\">\(say("Er staat nog geen doel of activiteit van deze organisatie.", "No goal or activity of this organisation yet."))</p>"
            : ""
        let fields = [("organisation", own.rawValue), ("level", Goal.Level.organisation.rawValue)]
        return """
            <section class="card"><h2>\(say("Doelen en werk", "Goals and work"))</h2>\(goalPart)\(activityPart)\(empty)
            <p class="actions">\(addLink("goals", say("Doel", "Goal"), fields))\(addLink("activities", say("Activiteit", "Activity")))</p></section>
            """
    }

    private func share(of own: ID<Organisation>, in activity: Activity) -> String {
        var words: [String] = []
        if activity.organisations.contains(own) { words.append(say("voert uit", "carries out")) }
        if activity.payers.contains(own) { words.append(say("betaalt", "pays")) }
        if activity.beneficiaries.contains(own) { words.append(say("heeft er baat bij", "gains")) }
        return words.joined(separator: ", ")
    }

    /// Whom it is tied to, most ties first, with the map around it.
    func neighbours(_ party: OrganisationPage) -> HTML {
        let own = party.organisation.id
        var kinds: [ID<Organisation>: Set<String>] = [:]
        for relation in reader.state[Relation.self].records {
            if relation.from == own {
                kinds[relation.to, default: []].insert(relation.kind)
            } else if relation.to == own {
                kinds[relation.from, default: []].insert(relation.kind)
            }
        }
        let view = ValueView(self)
        let sorted = kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let items: HTML = sorted.prefix(12).html { other, kinds in
            let names = kinds.sorted().map { reader.library.relationKind($0).map { say($0.name) } ?? $0 }
            return
                "<li>\(view.link("organisations", other.rawValue)) <span class=\"quiet\">\(names.joined(separator: ", "))</span></li>"
        }
        let map = Path.map(id).with([("focus", own.rawValue)])
        let add = addLink("relations", say("Relatie", "Relation"), [("from", own.rawValue)])
        let body: HTML =
            kinds.isEmpty
            ? "<p class=\"empty\">\(say("Er is nog geen relatie vastgelegd.", "No relation has been recorded yet."))</p>"
            : "<p>\(relationSentence(sorted.count, shown: min(12, sorted.count)))</p><ul class=\"plain\">\(items)</ul><p><a href=\"\(map)\">\(say("Bekijk op de kaart", "Look on the map"))</a></p>"
        return
            "<section class=\"card\"><h2>\(say("Relaties", "Relations"))</h2>\(body)<p class=\"actions\">\(add)</p></section>"
    }

    private func relationSentence(_ count: Int, shown: Int) -> String {
        let all =
            count == 1
            ? say("Verbonden met één organisatie", "Tied to one organisation")
            : say("Verbonden met \(count) organisaties", "Tied to \(count) organisations")
        return count > shown
            ? all + say(", hier de \(shown) met de meeste banden.", ", here the \(shown) with most ties.") : all + "."
    }
}
