import Ecosystems
import Kernel
import Lifecycle
import Markup
import MethodLibrary

/// Everything about one phase: what to ask, what must be ready, what to do, and the way on.
extension EcosystemVisit {
    func phaseContent(_ page: PhasePage, _ refused: RefusedForm?) -> HTML {
        let isNow = page.phase.progress == .now
        let move: HTML =
            isNow
            ? moveSection(page.course, missing: page.gate.requirements.count - page.gate.ready.count, refused) : ""
        let elsewhere: HTML =
            isNow || page.course.current == nil
            ? ""
            : "<p class=\"banner\">\(say("U bekijkt een andere fase dan waar het ecosysteem nu in zit.", "You are looking at another phase than the one the ecosystem is in now.")) <a href=\"\(Path.phase(id, page.course.id, page.course.current?.id ?? ""))\">\(say("Naar de huidige fase", "To the current phase"))</a></p>"
        return """
            \(elsewhere)<section><h2>\(say(page.phase.name))</h2><p class="lead">\(say(page.phase.summary))</p></section>
            <div class="columns"><div>\(questions(page, refused))\(methodLists(page))</div>
            <div>\(gateCard(page.gate, isLast: page.phase.isEnding))\(endingCard(page))\(move)\(leaderCard(page.leader))\(wayHere(page.course))</div></div>
            """
    }

    /// What is required before the phase is left: met or not, how many of how many, and where to mend it.
    private func gateCard(_ gate: GateReport, isLast: Bool) -> HTML {
        let items: HTML = gate.requirements.html { need in
            let kind = reader.catalogue.kind(need.kind)
            let isOne = need.found == 1 && !need.isPartial
            let label =
                kind.map { say(isOne ? $0.naming.label : $0.naming.pluralLabel).lowercasedFirst } ?? need.kind
            let link: HTML =
                kind.map { "<a href=\"\(Path.records(id, $0.plural))\">\(label)</a>" } ?? "\(label)"
            let add: HTML =
                need.isMet || need.kind == "answers"
                ? "" : addLink(need.kind, kind.map { say($0.naming.label) } ?? need.kind)
            return """
                <li class="\(need.isMet ? "done" : "open")"><span class="sign" role="img" aria-label="\(need.isMet ? say("klaar", "ready") : say("nog niet", "not yet"))">\(need.isMet ? "✓" : "○")</span>\
                <div><p class="what">\(say(need.text))</p><p class="why">\(found(need, link))</p>\(add)</div></li>
                """
        }
        let title =
            gate.requirements.isEmpty
            ? say("Wat klaar moet zijn", "What must be ready")
            : say(
                "\(gate.ready.count) van \(gate.requirements.count) klaar",
                "\(gate.ready.count) of \(gate.requirements.count) ready")
        let list: HTML = items.isEmpty ? "<p>\(say(gate.sentence))</p>" : "<ul class=\"tasks\">\(items)</ul>"
        let note: HTML =
            gate.isReady || isLast
            ? ""
            : "<p class=\"quiet\">\(say("U mag toch verder; Stelsel blijft zeggen wat er ontbreekt.", "You may go on anyway; Stelsel keeps saying what is missing."))</p>"
        return "<section class=\"card\"><h2>\(title)</h2>\(list)\(note)</section>"
    }

    /// `3 mijlpalen`, `1 mijlpaal, nodig: 2`; where only some records count: `0 van 1` with the way to all.
    private func found(_ need: GateReport.Requirement, _ link: HTML) -> HTML {
        if need.isPartial {
            return "\(say("\(need.found) van \(need.wanted)", "\(need.found) of \(need.wanted)")) · \(link)"
        }
        return "\(need.found) \(link)\(need.isMet ? "" : say(", nodig: \(need.wanted)", ", needed: \(need.wanted)"))"
    }

    private func endingCard(_ page: PhasePage) -> HTML {
        guard page.phase.isEnding else { return "" }
        return """
            <section class="card"><h2>\(say("Hoe het eindigt", "How it ends"))</h2>
            <p>\(say("In deze fase besluit u: doorgaan, anders inrichten, overdragen of stoppen.", "In this phase you decide: continue, restructure, hand over or stop."))</p>
            <p><a href="\(Path.closing(id, page.course.id))">\(say("Naar het besluit en de afsluiting", "To the decision and the closing"))</a></p></section>
            """
    }

    private func leaderCard(_ leader: PhasePage.Leader?) -> HTML {
        guard let leader else { return "" }
        let holders =
            reader.state.table("assignments").map { table in
                table.ids.filter { table.values(of: $0)?["role"]?.string == leader.role }
                    .compactMap { table.values(of: $0)?["organisation"]?.string }
            } ?? []
        let names: HTML =
            holders.isEmpty || leader.role.isEmpty
            ? ""
            : "<p class=\"quiet\">\(say("Nu vervuld door", "Now held by")) \(Set(holders).sorted().map { ValueView(self).link("organisations", $0) }.joined(separator: ", "))</p>"
        let role: HTML = leader.name.isEmpty ? "" : "<p><strong>\(say(leader.name))</strong></p>"
        return
            "<section class=\"card\"><h2>\(say("Wie trekt", "Who leads"))</h2>\(role)<p>\(say(leader.text))</p>\(names)</section>"
    }

    /// The phases it came through, with reasons.
    private func wayHere(_ course: CourseState) -> HTML {
        guard course.history.count > 1 else { return "" }
        let items: HTML = course.history.reversed().html { stay in
            let day: HTML = stay.entered.map { "\(say.day($0, today: reader.today))" } ?? "?"
            let back: HTML = stay.isBack ? " <span class=\"pill soon\">↩ \(say("terug", "back"))</span>" : ""
            let reason: HTML = stay.reason.isEmpty ? "" : "<p class=\"reason\">“\(say.marked(stay.reason))”</p>"
            return
                "<li><span class=\"quiet\">\(day)</span> <a href=\"\(Path.record(id, "passages", stay.passage))\">\(say(stay.name))</a>\(back)\(reason)</li>"
        }
        return
            "<section class=\"card\"><h2>\(say("De weg hierheen", "The way here"))</h2><ol class=\"plain way\">\(items)</ol></section>"
    }

    private func methodLists(_ page: PhasePage) -> HTML {
        let lists = [
            (say("Wat u dan doet", "What you do"), page.activities), (say("Hulpmiddelen", "Tools"), page.tools),
            (say("Wat moeilijk kan zijn", "What can be hard"), page.challenges),
            (say("Wat het oplevert", "What it yields"), page.results),
        ]
        let parts: HTML = lists.filter { !$0.1.isEmpty }.html { title, items in
            let lines: HTML = items.html { item in
                let why: HTML = item.why.isEmpty ? "" : "<br><small class=\"quiet\">\(say(item.why))</small>"
                return "<li>\(say(item.text))\(why)</li>"
            }
            return "<section class=\"card\"><h3>\(title)</h3><ul>\(lines)</ul></section>"
        }
        return "<div class=\"pairs\">\(parts)</div>"
    }
}
