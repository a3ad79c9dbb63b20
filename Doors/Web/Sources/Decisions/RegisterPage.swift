import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// What was decided, when, by whom and why, and why a party is in or out: for everybody, as far as they may see.
extension EcosystemVisit {
    /// How many decisions a page holds (ours).
    private static let perPage = 100

    func showDecisions() async throws -> Response {
        let all = DecisionRegister.entries(reader)
        let chosen = visit.query("body")
        let shown = chosen.isEmpty ? all : all.filter { $0.decision.body.rawValue == chosen }
        let title = say("Besluitenlijst", "Register of decisions")
        let main: HTML = """
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(registerLead(all))</p></div><div class="actions">\(feedLink)</div></div>\(governancePlaces(.decisions))
            \(bodyFilter(all, chosen))\(shown.isEmpty ? noDecisions(isFiltered: !all.isEmpty) : decisionTable(shown))
            \(partySteps)
            """
        var page = decisionPage(title, main)
        if !profile.participantsOnly, !isPast { page.feed = Path.decisionFeed(id).url }
        return show(page)
    }

    private func registerLead(_ all: [RegisteredDecision]) -> String {
        let who =
            profile.participantsOnly
            ? say("Te zien voor wie meedoet.", "To be seen by who takes part.")
            : say("Openbaar, zoals het ecosysteem.", "Public, as the ecosystem is.")
        return say("Wat er is besloten, door wie en waarom.", "What was decided, by whom and why.") + " " + who
    }

    private var feedLink: HTML {
        guard !profile.participantsOnly, !isPast else { return "" }
        return
            "<a class=\"button quiet\" href=\"\(Path.decisionFeed(id).with([("lang", say.language.rawValue)]))\">\(say("Volg met Atom", "Follow by Atom"))</a>"
    }

    private func bodyFilter(_ all: [RegisteredDecision], _ chosen: String) -> HTML {
        let bodies = Dictionary(
            all.map { ($0.decision.body.rawValue, say($0.body)) }, uniquingKeysWith: { one, _ in one })
        guard bodies.count > 1 else { return "" }
        let options: HTML = bodies.sorted { ($0.value.lowercased(), $0.key) < ($1.value.lowercased(), $1.key) }.html {
            option($0.key, $0.value, chosen: chosen)
        }
        return """
            <form method="get" action="\(Path.decisions(id))" class="inline"><label>\(say("Orgaan", "Body")) <select name="body"><option value="">\(say("alle", "all"))</option>\(options)</select></label> \
            <button class="button quiet">\(say("Toon", "Show"))</button></form>
            """
    }

    private func noDecisions(isFiltered: Bool) -> HTML {
        guard !isFiltered else {
            return
                "<p class=\"empty\">\(say("Dit orgaan heeft niets besloten.", "This body decided nothing.")) <a href=\"\(Path.decisions(id))\">\(say("Toon alles", "Show all"))</a></p>"
        }
        return """
            <p class="empty">\(say("Er is nog niets besloten.", "Nothing has been decided yet.")) \
            <a href="\(Path.matters(id))">\(say("Kijk welke kwesties er liggen", "See which matters there are"))</a></p>
            """
    }

    private func decisionTable(_ entries: [RegisteredDecision]) -> HTML {
        let page = max(Int(visit.query("page")) ?? 1, 1)
        let rows: HTML = entries.dropFirst((page - 1) * Self.perPage).prefix(Self.perPage).html(decisionRow)
        var query = [("body", visit.query("body"))]
        query.append(("page", String(page + 1)))
        let older: HTML =
            entries.count > page * Self.perPage
            ? "<p><a href=\"\(Path.decisions(id).with(query))\">\(say("Ouder", "Older"))</a></p>" : ""
        return """
            <div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Besluit", "Decision"))</th><th scope="col">\(say("Door", "By"))</th>\
            <th scope="col">\(say("Op", "On"))</th><th scope="col">\(say("Waarom", "Why"))</th></tr></thead><tbody>\(rows)</tbody></table></div>\(older)
            """
    }

    private func decisionRow(_ entry: RegisteredDecision) -> HTML {
        let decision = entry.decision
        let place = Path.matter(id, decision.matter.rawValue).url + "#decision-\(decision.id)"
        let since: HTML = entry.since.isEmpty ? "" : "<br><span class=\"quiet\">\(say(entry.since))</span>"
        let others = decision.minority.count
        let minority: HTML =
            others == 0
            ? ""
            : "<br><span class=\"quiet\">\(say.count(others, Text("zetel dacht er anders over", "seat thought otherwise"), Text("zetels dachten er anders over", "seats thought otherwise")))</span>"
        let why: HTML = entry.why.isEmpty ? "<span class=\"quiet\">–</span>" : say.marked(entry.why)
        return """
            <tr><th scope="row"><a href="\(place)">\(decision.isPositive ? "✓" : "✕") \(say(entry.title))</a>\(since)\(minority)</th>
            <td data-label="\(say("Door", "By"))">\(bodyLink(decision.body))</td>
            <td data-label="\(say("Op", "On"))">\(decision.on.map { say.day($0, today: reader.today) } ?? "–")</td>
            <td data-label="\(say("Waarom", "Why"))"><span class="quiet">\(say.marked(entry.question))</span><br>\(why)</td></tr>
            """
    }

    /// Why who is in or out.
    private var partySteps: HTML {
        let news = ParticipationNews.all(reader)
        guard !news.isEmpty else { return "" }
        let (first, rest) = (news.prefix(8), news.dropFirst(8))
        let more: HTML =
            rest.isEmpty
            ? ""
            : "<details><summary>\(say("Nog \(rest.count)", "\(rest.count) more"))</summary>\(stepTable(Array(rest)))</details>"
        return """
            <section class="card" id="parties"><h2>\(say("Waarom wie erbij is, of niet", "Why who is in, or out"))</h2>
            <p class="quiet">\(say("De laatste stap van elke partij; onder de dag staan alle eerdere stappen.", "The last step of each party; the day leads to all earlier steps."))</p>\(stepTable(Array(first)))\(more)</section>
            """
    }

    private func stepTable(_ news: [ParticipationNews]) -> HTML {
        let rows: HTML = news.html { step in
            let steps = Path.versions(id, Participation.naming.plural, step.participation.rawValue)
            let day = step.since.map { say.day($0, today: reader.today) } ?? say("stappen", "steps")
            let reason: HTML =
                step.reason.isEmpty
                ? "<span class=\"quiet\">\(say("geen reden opgeschreven", "no reason written down"))</span>"
                : say.marked(step.reason)
            return """
                <tr><th scope="row">\(ValueView(self).link(Organisation.naming.plural, step.organisation.rawValue))</th>
                <td data-label="\(say("Stap", "Step"))">\(say(step.status.label))</td>
                <td data-label="\(say("Sinds", "Since"))"><a href="\(steps)">\(day)</a></td>
                <td data-label="\(say("Waarom", "Why"))">\(reason)</td></tr>
                """
        }
        return """
            <div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Partij", "Party"))</th><th scope="col">\(say("Stap", "Step"))</th>\
            <th scope="col">\(say("Sinds", "Since"))</th><th scope="col">\(say("Waarom", "Why"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
