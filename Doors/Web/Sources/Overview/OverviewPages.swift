import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
import Markup
import Parties
import Purpose

extension WebDoor {
    func addOverview(to book: RouteBook) {
        page(book, "/") { try await $0.showToday() }
        on(book, .get, "/digest", .ownAccount) { try await $0.showDigest() }
        page(book, "/ecosystems") { try await $0.showEcosystems() }
        on(book, .post, "/ecosystems", .administer) { try await $0.beginEcosystem() }
        page(book, "/ecosystems/:ecosystem") { try await $0.ecosystem().showOverview() }
        page(book, "/ecosystems/:ecosystem/findings") { try await $0.ecosystem().showFindings() }
        page(book, "/ecosystems/:ecosystem/settings") { try await $0.ecosystem().showSettings() }
        page(book, "/ecosystems/:ecosystem/history") { try await $0.ecosystem().showHistory() }
        page(book, "/ecosystems/:ecosystem/search") { try await $0.ecosystem().showSearch() }
        page(book, "/search") { try await $0.showSearchEverywhere() }
        page(book, "/proof") { try await $0.showProof() }
        page(book, "/proof/checkpoint.txt") { try await $0.downloadCheckpoint() }
        page(book, "/ecosystems/:ecosystem/updates") { try await $0.ecosystem().streamUpdates() }
    }
}

extension EcosystemVisit {
    /// The first page of an ecosystem: what it wants, where it stands, what needs attention, who takes part.
    func showOverview() async throws -> Response {
        let main = try await cached("overview", awaiting: { overview(try await visibleFindings()) })
        var page = Page(name, place: .overview, main)
        page.styles = ["map.css"]
        return show(page)
    }

    private func overview(_ findings: [Finding]) -> HTML {
        return """
            <div class="title"><div><h1>\(name)</h1><p class="lead">\(kindsOfEcosystem)</p></div>\(editProfile)</div>
            \(phases)
            <div class="columns"><div><div>\(goal)\(summary)</div>\(attention(findings))\(background)</div><div>\(mapCard)\(who)</div></div>
            """
    }

    private var kindsOfEcosystem: HTML {
        let view = ValueView(self)
        let labels = profile.types.map { view.label(.type, $0) }
        return "\(labels.joined(separator: " · "))\(closedPill)"
    }

    private var paragraphs: [Substring] { say(profile.summary).split(separator: "\n") }

    /// What it is, in the first paragraph; what is said about the facts themselves stands with the source.
    private var summary: HTML { paragraphs.first.map { "<p>\(String($0))</p>" } ?? "" }

    private var background: HTML {
        let rest: HTML = paragraphs.dropFirst().html { "<p>\(String($0))</p>" }
        let source: HTML = profile.source.isEmpty ? "" : "<p class=\"quiet\">\(profile.source)</p>"
        guard !rest.isEmpty || !source.isEmpty else { return "" }
        return "<details><summary>\(say("Bron", "Source"))</summary>\(rest)\(source)</details>"
    }

    private var editProfile: HTML {
        mayEdit && reader.may(ChangeRecords([RecordChange(Profile.naming.plural, id, .patch([:]))]))
            ? "<div class=\"actions\"><a class=\"button quiet\" href=\"\(Path.settings(id))\">\(say("Instellingen", "Settings"))</a></div>"
            : ""
    }

    private var phases: HTML {
        CourseState.all(reader).html { course in
            let steps: HTML = course.phases.html { phase in
                let state: HTML =
                    switch phase.progress {
                    case .done: "done"
                    case .now: "now"
                    default: "next"
                    }
                let since: HTML =
                    phase.entered.map { entered in
                        phase.progress == .now
                            ? "<small>\(say("sinds", "since")) \(say.day(entered, today: reader.today))</small>"
                            : "<small>\(say.span(entered, phase.left ?? reader.today))</small>"
                    } ?? ""
                let current: HTML = phase.progress == .now ? " aria-current=\"step\"" : ""
                return
                    "<li class=\"\(state)\"\(current)><a href=\"\(Path.phase(id, course.id, phase.id))\">\(say(phase.name))</a>\(since)</li>"
            }
            return "<ol class=\"steps\" aria-label=\"\(say(course.name))\">\(steps)</ol>"
        }
    }

    private var goal: HTML {
        let shared = reader.records(Goal.self).filter { $0.level == .shared && $0.parent == nil }
        guard let first = shared.first else {
            return """
                <p class="empty">\(say("Er is nog geen gedeeld doel vastgelegd.", "No shared goal has been recorded yet.")) \
                \(mayAdd("goals") ? formLink("goals", say("Leg het doel vast", "Record the goal"), [("level", "shared")]) : "")</p>
                """
        }
        let milestones = reader.records(Milestone.self)
        let reached = milestones.filter { $0.reached != nil }.count
        let others: HTML =
            shared.count > 1
            ? " · \(say("en \(shared.count - 1) andere gedeelde doelen", "and \(shared.count - 1) other shared goals"))"
            : ""
        return """
            <blockquote class="goal"><p>\(say.marked(first.title))</p></blockquote>
            <p class="quiet">\(say("Gedeeld doel", "Shared goal")) · \(say("\(reached) van \(say.count(milestones.count, Text(same: "mijlpaal"), Text(same: "mijlpalen"))) gehaald", "\(reached) of \(say.count(milestones.count, Text(same: "milestone"), Text(same: "milestones"))) reached"))\(others) ·
            <a href="\(Path.purpose(id))">\(say("hoe organisatiedoelen zich verhouden", "how organisation goals relate"))</a></p>
            """
    }

    private func attention(_ findings: [Finding]) -> HTML {
        let important = findings.filter { $0.severity != .notice }
        let shown = important.isEmpty ? findings : important
        let more: HTML =
            !findings.isEmpty
            ? "<p><a href=\"\(Path.findings(id))\">\(say("Alle \(findings.count) bevindingen", "All \(findings.count) findings"))</a></p>"
            : ""
        let body: HTML =
            shown.isEmpty
            ? "<p class=\"empty\">✓ \(say("Er is nu niets dat aandacht vraagt.", "Nothing needs attention now."))</p>"
            : FindingList(self).html(shown, limit: 6)
        return
            "<section class=\"card\"><h2>\(say("Wat aandacht vraagt", "What needs attention"))</h2>\(body)\(more)</section>"
    }

    private var who: HTML {
        let participations = reader.records(Participation.self)
        let counts = Dictionary(grouping: participations, by: \.status).mapValues(\.count)
        let rows: HTML = Participation.Status.allCases.filter { counts[$0] != nil }.html { status in
            """
            <tr><th scope="row"><a href="\(Path.parties(id).with([("status", status.rawValue)]))">\(say(status.label))</a></th>\
            <td>\(counts[status] ?? 0)</td></tr>
            """
        }
        let body: HTML =
            participations.isEmpty
            ? "<p class=\"empty\"><a href=\"\(Path.parties(id))\">\(say("Nog niemand", "Nobody yet"))</a></p>"
            : """
            <table><thead><tr><th scope="col">\(say("Status", "Status"))</th><th scope="col">\(say("Organisaties", "Organisations"))</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return "<section class=\"card\"><h2>\(say("Wie doet mee", "Who takes part"))</h2>\(body)</section>"
    }

    private var mapCard: HTML {
        let relations = reader.state.table("relations")?.count ?? 0
        let organisations = reader.state.table("organisations")?.count ?? 0
        return """
            <section class="card"><h2>\(say("Kaart", "Map")) <small class="quiet">\(say.count(organisations, Text("organisatie", "organisation"), Text("organisaties", "organisations"))), \(say.count(relations, Text("relatie", "relation"), Text("relaties", "relations")))</small></h2>
            \(smallMap())<p><a href="\(Path.map(id))">\(say("Open de kaart", "Open the map"))</a></p></section>
            """
    }
}
