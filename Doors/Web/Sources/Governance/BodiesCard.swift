import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// All bodies: as a picture, with the same in a table; and the forms of governance to begin with.
extension EcosystemVisit {
    func bodiesCard(_ all: BodyOverview) -> HTML {
        let drawing = BodyDrawing(all, language: say.language) { Path.body(id, $0).url }
        let past: HTML =
            all.past.isEmpty
            ? ""
            : "<details><summary>\(say("Organen die er niet meer zijn", "Bodies that are no more")): \(all.past.count)</summary><ul>\(all.past.html { "<li>\(bodyLink($0.id))</li>" })</ul></details>"
        return """
            <section class="card" id="bodies"><h2>\(say("Organen", "Bodies"))</h2>
            <figure class="bodies-figure">\(HTML(drawn: drawing.svg))<figcaption>\(bodiesLegend)</figcaption></figure>
            \(bodiesTable(all))\(past)</section>
            """
    }

    private var bodiesLegend: HTML {
        let words = [
            ("square", say("zetel van een organisatie", "seat of an organisation")),
            ("diamond", say("zetel van een groep", "seat of a group")),
            ("disc", say("zetel voor een functie", "seat for a function")),
            ("hollow", say("open: niemand kan stemmen", "open: nobody can vote")),
            ("ring", say("toehoorder", "observer")),
        ]
        return
            "<ul class=\"legend\">\(words.html { "<li><span class=\"key \($0.0)\" aria-hidden=\"true\"></span>\($0.1)</li>" })</ul>"
    }

    private func bodiesTable(_ all: BodyOverview) -> HTML {
        let heads = [
            say("Orgaan", "Body"), say("Soort", "Sort"), say("Valt onder", "Answers to"), say("Leden", "Members"),
            say("Kan stemmen", "Can vote"), say("Volgende keer", "Next time"),
        ]
        let head: HTML = heads.html { "<th scope=\"col\">\($0)</th>" }
        let rows: HTML = all.rows.html { row in
            let votes =
                row.seats.voting.isEmpty
                ? "–" : say("\(row.able) van \(row.seats.voting.count)", "\(row.able) of \(row.seats.voting.count)")
            let next: HTML =
                row.next.map { "<a href=\"\(Path.meeting(id, $0.id.rawValue))\">\(moment(of: $0))</a>" } ?? "–"
            return """
                <tr><th scope="row">\(bodyLink(row.body.id))</th><td data-label="\(heads[1])">\(say(row.body.sort.label))</td>
                <td data-label="\(heads[2])">\(row.body.parent.map(bodyLink) ?? "–")</td><td data-label="\(heads[3])">\(row.organisations.count)</td>
                <td data-label="\(heads[4])">\(votes)</td><td data-label="\(heads[5])">\(next)</td></tr>
                """
        }
        return """
            <details class="more"><summary>\(say("Als tabel", "As a table"))</summary><div class="scroll"><table class="cards"><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div></details>
            """
    }

    var noBodies: HTML {
        let start =
            mayAdd("bodies")
            ? say(
                "Kies hieronder een vorm om mee te beginnen, of maak zelf een orgaan.",
                "Choose a form to begin with below, or make a body yourself.")
            : say("De regisseur kan organen vastleggen.", "The orchestrator can record bodies.")
        return "<p class=\"empty\">\(say("Er zijn nog geen organen.", "There are no bodies yet.")) \(start)</p>"
    }

    /// Forms of governance, each made in one step; folded once there are bodies.
    func formsCard(_ all: BodyOverview, _ refused: RefusedForm?) -> HTML {
        guard mayAdd("bodies") else { return "" }
        let choices: HTML = GovernanceForms.all(reader.library).html { name, form in
            let names = form.bodies.compactMap { part -> String? in
                let method = name.split(separator: "/").first.map(String.init) ?? ""
                return reader.library.bodyType("\(method)/\(part.id)").map { say($0.name) }
            }
            return """
                <li><div><p class="what">\(say(form.name))</p><p class="why">\(say(form.summary))<br>\(names.joined(separator: " · "))</p></div>
                <form method="post" action="\(Path.governancePart(id, "forms"))">\(visit.token)<input type="hidden" name="form" value="\(name)">
                <button class="button quiet">\(say("Maak deze organen", "Make these bodies"))<span class="hidden"> (\(say(form.name)))</span></button></form></li>
                """
        }
        let content: HTML = """
            \(troubles(refused, in: "forms"))<p class="quiet">\(say("Organen die er al zijn, blijven zoals ze zijn. Iedereen die meedoet krijgt een zetel in het bovenste orgaan.", "Bodies that are there already stay as they are. Everyone who takes part gets a seat in the body at the top."))</p>
            <ul class="findings">\(choices)</ul>
            """
        let title = say("Begin met een bestuursvorm", "Begin with a form of governance")
        return all.rows.isEmpty || refused.isAbout("forms")
            ? "<section class=\"card\"><h2>\(title)</h2>\(content)</section>"
            : "<details class=\"card\"><summary>\(title)</summary>\(content)</details>"
    }

    func setUpBodies() async throws -> Response {
        let form = try await visit.form()
        return try await perform(
            SetUpBodies(form: form.first("form")), of: "forms", sent: form, then: Path.governance(id).url,
            done: .bodiesMade
        ) { try await showGovernance(after: $0) }
    }
}
