import Ecosystems
import Gate
import Governance
import Hummingbird
import Kernel
import Markup

extension WebDoor {
    func addDisputes(to book: RouteBook) {
        let root = "/ecosystems/:ecosystem/disputes"
        page(book, root) { try await $0.ecosystem().showDisputes() }
        page(book, "\(root)/:dispute") { try await $0.ecosystem().showDispute() }
        on(book, .post, root, .command) { try await $0.ecosystem().raiseDispute() }
        on(book, .post, "\(root)/:dispute/steps", .command) { try await $0.ecosystem().escalateDispute() }
        on(book, .post, "\(root)/:dispute/replies", .command) { try await $0.ecosystem().replyToDispute() }
        on(book, .post, "\(root)/:dispute/parties", .command) { try await $0.ecosystem().shareDispute() }
        on(book, .post, "\(root)/:dispute/closure", .command) { try await $0.ecosystem().closeDispute() }
        on(book, .post, "\(root)/:dispute/feedback", .command) { try await $0.ecosystem().lookBack() }
        page(book, "/ecosystems/:ecosystem/dispute-report") { try await $0.ecosystem().showDisputeReport() }
        page(book, "/ecosystems/:ecosystem/dispute-report.csv") { try await $0.ecosystem().sendDisputeReport() }
        page(book, "/ecosystems/:ecosystem/risks") { try await $0.ecosystem().showRisks() }
    }
}

/// The confidential register: what the visitor may see of it, and figures for everybody who takes part.
extension EcosystemVisit {
    /// A page in the frame of disputes, risks and selections.
    func governancePage(_ place: GovernancePlace, _ title: String, lead: String, actions: HTML = "", _ content: HTML)
        -> Page
    {
        let buttons: HTML = actions.isEmpty ? "" : "<div class=\"actions\">\(actions)</div>"
        var page = Page(
            title, place: .governance,
            """
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(lead)</p></div>\(buttons)</div>
            \(governancePlaces(place))
            \(content)
            """)
        page.styles = ["responsibilities.css"]
        return page
    }

    func showDisputes() async throws -> Response { try await showDisputes(after: nil) }

    func showDisputes(after refused: RefusedForm?) async throws -> Response {
        let own = reader.records(Dispute.self).sorted {
            ($0.isOpen ? 0 : 1, -($0.raised?.number ?? 0), $0.id) < (
                $1.isOpen ? 0 : 1, -($1.raised?.number ?? 0), $1.id
            )
        }
        let rows: HTML = own.html { dispute in
            """
            <tr><th scope="row"><a href="\(Path.dispute(id, dispute.id.rawValue))">\(say.marked(dispute.subject))</a></th><td data-label="\(say("Soort", "Sort"))">\(say(dispute.sort.label))</td>
            <td data-label="\(say("Stand", "State"))">\(state(of: dispute))</td><td data-label="\(say("Ingebracht", "Raised"))">\(day(dispute.raised))</td></tr>
            """
        }
        let list: HTML =
            own.isEmpty
            ? "<p class=\"empty\">\(say("U ziet hier geen geschillen of zorgen. Alleen wie het aangaat en wie een onpartijdige rol heeft, ziet ze: ook de regisseur en beheerders niet.", "You see no disputes or concerns here. Only whom they concern and who has an impartial role see them: not even who orchestrates or administers."))</p>"
            : cards(
                say("Geschillen en zorgen", "Disputes and concerns"),
                [
                    say("Onderwerp", "Subject"), say("Soort", "Sort"), say("Stand", "State"),
                    say("Ingebracht", "Raised"),
                ], rows)
        var page = governancePage(
            .disputes, say("Geschillen en zorgen", "Disputes and concerns"),
            lead: say(
                "Vertrouwelijk: voor de partijen zelf en wie geen kant kiest, zoals de marktmeester of vertrouwenspersoon.",
                "Confidential: for the parties themselves and who takes no side, such as the market master or confidant."
            ),
            "\(list)\(raiseForm(refused))\(figuresCard)")
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    func state(of dispute: Dispute) -> HTML {
        if let outcome = dispute.outcome { return "✓ \(say(outcome.label))" }
        let step = step(dispute.current?.step ?? "", of: dispute)
        guard let due = dispute.current?.due else { return "● \(step)" }
        return "\(dispute.isLate(on: reader.today) ? "▲" : "●") \(step) · \(say.until(due, today: reader.today))"
    }

    func step(_ step: String, of dispute: Dispute) -> String {
        reader.library.method(dispute.ladder)?.ladder?.step(step).map { say($0.name) } ?? step
    }

    /// Numbers without content, for who takes part.
    private var figuresCard: HTML {
        guard reader.readsDisputeFigures else { return "" }
        let figures = DisputeFigures(reader.state, on: reader.today)
        guard figures.total > 0 else { return "" }
        let facts: [(String, String)] = [
            (say("Open", "Open"), "\(figures.open)"), (say("Over hun termijn", "Past their term"), "\(figures.late)"),
            (say("Gesloten", "Closed"), "\(figures.closed)"),
            (
                say("Doorlooptijd (helft binnen)", "Lead time (half within)"),
                figures.medianLeadTime.map { say("\($0) dagen", "\($0) days") } ?? "–"
            ),
            (
                say("Langste doorlooptijd", "Longest lead time"),
                figures.longestLeadTime.map { say("\($0) dagen", "\($0) days") } ?? "–"
            ),
            (say("Terugblik (1–5)", "Looking back (1–5)"), figures.meanMark.map { number($0) } ?? "–"),
        ]
        let items: HTML = facts.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
        return """
            <section class="card"><h2>\(say("In cijfers, zonder inhoud", "In figures, without content"))</h2><dl class="fields">\(items)</dl><p><a href="\(Path.disputeReport(id))">\(say("Per kwartaal", "By quarter"))</a></p></section>
            """
    }

    private func raiseForm(_ refused: RefusedForm?) -> HTML {
        let own = reader.rights.represents.sorted()
        guard mayEdit, !own.isEmpty else { return "" }
        let raisers: HTML = own.html {
            option($0, say(reader.title("organisations", $0)), chosen: refused.value("raisedBy", in: "raise"))
        }
        let sorts: HTML = Dispute.Sort.allCases.html {
            option($0.rawValue, say($0.label), chosen: refused.value("sort", in: "raise"))
        }
        let chosen = refused?.sent.all("other") ?? []
        let others: HTML = (reader.state.table("organisations")?.ids ?? []).filter {
            !own.contains($0) || own.count > 1
        }.html { party in
            "<label class=\"box\"><input type=\"checkbox\" name=\"other\" value=\"\(party)\"\(if: chosen.contains(party), " checked")> \(say(reader.title("organisations", party)))</label>"
        }
        return """
            <section class="card" id="raise"><details\(if: refused.isAbout("raise"), " open")><summary><h2>\(say("Breng iets in", "Raise something"))</h2></summary>\(troubles(refused, in: "raise", inputs: ["subject": "raise-subject"]))
            <form method="post" action="\(Path.disputes(id))">\(visit.token)<div class="pair"><div class="field"><label for="raise-by">\(say("Namens", "For"))</label><select id="raise-by" name="raisedBy">\(raisers)</select></div>
            <div class="field"><label for="raise-sort">\(say("Wat is het", "What is it"))</label><select id="raise-sort" name="sort">\(sorts)</select></div></div>
            <div class="field"><label for="raise-subject">\(say("Onderwerp", "Subject"))</label><input id="raise-subject" name="subject" required value="\(refused.value("subject", in: "raise"))"></div>
            <div class="field"><label for="raise-statement">\(say("Wat speelt er?", "What is the matter?"))</label><textarea id="raise-statement" name="statement" rows="4">\n\(refused.value("statement", in: "raise"))</textarea></div>
            <fieldset class="field"><legend>\(say("Wie mag dit ook zien", "Who else may see this"))</legend><p class="help">\(say("Kies bij een geschil de andere partij. Bij een zorg of melding hoeft u niemand te kiezen: dan ziet alleen wie een onpartijdige rol heeft het.", "For a dispute, choose the other party. For a concern or report you need not choose anybody: then only who has an impartial role sees it."))</p><div class="choices"><div class="boxes">\(others)</div></div></fieldset>
            <button class="button" data-testid="raise">\(say("Breng in", "Raise"))</button></form></details></section>
            """
    }

    func raiseDispute() async throws -> Response {
        let form = try await visit.form()
        // The address tells nothing of what it is about.
        let name = freeID("d-\(reader.state.sequence + 1)", in: "disputes")
        let command = RaiseDispute(
            id: name, subject: typed(form.first("subject")),
            sort: Dispute.Sort(rawValue: form.first("sort")) ?? .disagreement, raisedBy: form.first("raisedBy"),
            others: form.all("other"), statement: typed(form.first("statement")))
        return try await perform(command, of: "raise", sent: form, then: Path.dispute(id, name).url) {
            try await showDisputes(after: $0)
        }
    }
}
