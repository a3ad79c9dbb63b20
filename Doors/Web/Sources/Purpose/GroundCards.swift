import Ecosystems
import Kernel
import Markup
import Purpose

/// The ground on which the parties stand: what belongs to the goal, how they work together and what they count on.
extension EcosystemVisit {
    var scope: HTML {
        let boundaries = reader.records(Boundary.self)
        let parts: HTML = [Boundary.Side.within, .outside].html { side in
            let some = boundaries.filter { $0.side == side }
            let items: HTML = some.html { boundary in
                let examples = boundary.examples.map { say($0) }.joined(separator: "; ")
                let such: HTML =
                    examples.isEmpty ? "" : "<br><small>\(say("Bijvoorbeeld:", "For example:")) \(examples)</small>"
                return "<li>\(link(to: "boundaries", boundary.id.rawValue))\(such)</li>"
            }
            let list: HTML =
                some.isEmpty
                ? "<p class=\"empty\">\(say("Nog niets vastgelegd.", "Nothing recorded yet."))</p>"
                : "<ul>\(items)</ul>"
            let sign = side == .within ? "✓" : "✕"
            let title =
                side == .within ? say("Hoort erbij", "In scope") : say("Hoort er niet bij", "Out of scope")
            return
                "<h3>\(sign) \(title)</h3>\(list)<p>\(formLink("boundaries", say("Voeg toe", "Add"), [("side", side.rawValue)]))</p>"
        }
        return card(say("Afbakening", "Scope"), parts)
    }

    var principles: HTML {
        let all = reader.records(Principle.self)
        let title = say("Uitgangspunten en waarden", "Principles and values")
        let add = formLink("principles", say("Voeg een uitgangspunt toe", "Add a principle"))
        guard !all.isEmpty else {
            return card(
                title,
                "<p class=\"empty\">\(say("Nog niet vastgelegd hoe de partijen met elkaar willen werken.", "How the parties want to work together has not been recorded yet.")) \(add)</p>"
            )
        }
        let items: HTML = all.html { principle in
            let form: HTML = principle.form == .value ? " <span class=\"pill\">\(say(principle.form.label))</span>" : ""
            let about: HTML = principle.about.isEmpty ? "" : "<br><small>\(say(principle.about))</small>"
            return "<li>\(link(to: "principles", principle.id.rawValue))\(form)\(about)</li>"
        }
        return card(title, "<ul class=\"plain\">\(items)</ul><p>\(add)</p>", count: all.count)
    }

    /// What was refuted comes first, then what nobody tested yet.
    var assumptions: HTML {
        let all = reader.records(Assumption.self)
        let title = say("Aannames", "Assumptions")
        let add = formLink("assumptions", say("Voeg een aanname toe", "Add an assumption"))
        guard !all.isEmpty else {
            return card(
                title,
                "<p class=\"empty\">\(say("Nog niets vastgelegd waar de partijen op rekenen zonder het zeker te weten.", "Nothing has been recorded yet that the parties count on without being sure.")) \(add)</p>"
            )
        }
        let items: HTML = [Assumption.State.refuted, .untested, .confirmed].html { state in
            all.filter { $0.state == state }.html { assumption in
                let evidence: HTML =
                    assumption.evidence.isEmpty ? "" : "<br><small>\(say(assumption.evidence))</small>"
                return "<li>\(link(to: "assumptions", assumption.id.rawValue)) \(pill(state))\(evidence)</li>"
            }
        }
        return card(title, "<ul class=\"plain\">\(items)</ul><p>\(add)</p>", count: all.count)
    }

    private func pill(_ state: Assumption.State) -> HTML {
        switch state {
        case .refuted: "<span class=\"pill broken\">▲ \(say(state.label))</span>"
        case .untested: "<span class=\"pill soon\">● \(say(state.label))</span>"
        case .confirmed: "<span class=\"pill ok\">✓ \(say(state.label))</span>"
        }
    }
}
