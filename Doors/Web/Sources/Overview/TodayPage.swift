import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
import Parties

/// The first page: what is asked of me, what changed, what is at risk.
extension Visit {
    /// Ecosystems of this visitor: those they have a person in; administrators and visitors without any see all.
    func ownEcosystems() async throws -> [EcosystemVisit] {
        let all = try await door.installation.host.ids()
        let own = Set(visitor.seats.map(\.ecosystem))
        var visits: [EcosystemVisit] = []
        for id in all where own.isEmpty || own.contains(id) {
            let ecosystem = try await door.installation.host.ecosystem(id)
            let caller = visitor.caller(in: id)
            let reader = try await ecosystem.reader(for: caller)
            visits.append(EcosystemVisit(visit: self, ecosystem: ecosystem, caller: caller, reader: reader, asOf: ""))
        }
        return visits
    }

    func showToday() async throws -> Response {
        let visits = try await ownEcosystems()
        guard visitor.account != nil else { return show(Page("Stelsel", place: .today, welcome(visits))) }
        var tasks: [(EcosystemVisit, PersonalTask)] = []
        for inside in visits { tasks += inside.tasks().map { (inside, $0) } }
        tasks.sort { ($0.1.due ?? Day(number: .max)) < ($1.1.due ?? Day(number: .max)) }
        let main: HTML = """
            <h1>\(heading(tasks.count))</h1><p class="lead">\(standing(visits))</p>
            <div class="columns"><div>\(asked(tasks))\(try await changed(visits))</div>
            <div>\(try await atRisk(visits))\(table(visits))</div></div>
            """
        return show(Page(say("Vandaag", "Today"), place: .today, main))
    }

    private func heading(_ count: Int) -> String {
        switch count {
        case 0: say("Er wordt nu niets van u gevraagd", "Nothing is asked of you now")
        case 1: say("Eén ding voor u", "One thing for you")
        default: say("\(count) dingen voor u", "\(count) things for you")
        }
    }

    private func standing(_ visits: [EcosystemVisit]) -> HTML {
        let organisations = Set(
            visits.flatMap { inside in
                inside.reader.rights.belongsTo.map { say(inside.reader.title("organisations", $0)) }
            })
        if organisations.isEmpty {
            return visitor.account?.administrator == true
                ? "\(say("U beheert deze Stelsel en ziet alle ecosystemen.", "You administer this Stelsel and see all ecosystems."))"
                : "\(say("U vertegenwoordigt nog geen organisatie.", "You do not represent an organisation yet."))"
        }
        let names = organisations.sorted().joined(separator: ", ")
        return "\(say("U hoort bij \(names).", "You belong to \(names)."))"
    }

    private func asked(_ tasks: [(EcosystemVisit, PersonalTask)]) -> HTML {
        let items: HTML = tasks.prefix(12).html { inside, task in
            let due: HTML =
                task.due.map { due in
                    let late: HTML = due < today ? " pill broken" : ""
                    return "<span class=\"due\(late)\">\(say.until(due, today: today))</span>"
                } ?? ""
            let path: Path =
                task.kind == "organisations"
                ? .organisation(inside.id, task.record) : .record(inside.id, task.kind, task.record)
            return
                "<li><div><p class=\"what\"><a href=\"\(path)\">\(say(task.title))</a></p><p class=\"why\">\(inside.name) · \(say(task.why))</p></div>\(due)</li>"
        }
        let body: HTML =
            tasks.isEmpty
            ? "<p class=\"empty\">✓ \(say("U bent bij. Kijk hieronder wat er veranderde.", "You are up to date. See below what changed."))</p>"
            : "<ul class=\"findings\">\(items)</ul>"
        return "<section class=\"card\"><h2>\(say("Gevraagd van u", "Asked of you"))</h2>\(body)</section>"
    }

    private func changed(_ visits: [EcosystemVisit]) async throws -> HTML {
        var groups: [(ChangeGroup, EcosystemVisit)] = []
        for inside in visits {
            let history = try await inside.ecosystem.history(limit: 400).filter(inside.maySee)
            groups += ChangeGroup.groups(of: history).prefix(4).map { ($0, inside) }
        }
        groups.sort { $0.0.latest.recordedAt > $1.0.latest.recordedAt }
        let rows: HTML = groups.prefix(8).html { group, inside in
            let teller = HistoryTeller(inside)
            return """
                <li><div><p>\(teller.what(group))</p><p class="why"><a href="\(Path.history(inside.id))">\(inside.name)</a> · \(teller.who(group.latest))</p></div>
                <span class="due">\(teller.when(group.latest))</span></li>
                """
        }
        let body: HTML =
            groups.isEmpty
            ? "<p class=\"empty\">\(say("Nog niets.", "Nothing yet."))</p>" : "<ul class=\"findings\">\(rows)</ul>"
        return "<section class=\"card\"><h2>\(say("Veranderd", "Changed"))</h2>\(body)</section>"
    }

    private func atRisk(_ visits: [EcosystemVisit]) async throws -> HTML {
        var lists: HTML = ""
        for inside in visits {
            let findings = try await inside.ecosystem.findings().filter { finding in
                guard finding.severity != .notice else { return false }
                guard let kind = inside.reader.catalogue.kind(finding.kind) else { return true }
                return finding.record.isEmpty
                    ? inside.reader.canRead(kind) : inside.reader.values(kind, finding.record) != nil
            }
            guard !findings.isEmpty else { continue }
            lists += """
                <h3><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></h3>\(FindingList(inside).html(Array(findings.prefix(visits.count > 2 ? 1 : 3))))
                <p><a href="\(Path.findings(inside.id))">\(say("Alle bevindingen", "All findings"))</a></p>
                """
        }
        if lists.isEmpty {
            lists = "<p class=\"empty\">✓ \(say("Niets loopt nu gevaar.", "Nothing is at risk now."))</p>"
        }
        return "<section class=\"card\"><h2>\(say("Loopt risico", "At risk"))</h2>\(lists)</section>"
    }

    private func table(_ visits: [EcosystemVisit]) -> HTML {
        let rows: HTML = visits.html { inside in
            let joined = inside.reader.records(Participation.self).filter { $0.status == .joined }.count
            return
                "<tr><th scope=\"row\"><a href=\"\(Path.ecosystem(inside.id))\">\(inside.name)</a></th><td>\(inside.phaseNow)</td><td>\(joined)</td></tr>"
        }
        return """
            <section class="card"><h2>\(say("Uw ecosystemen", "Your ecosystems"))</h2><table><thead><tr><th scope="col">\(say("Ecosysteem", "Ecosystem"))</th>
            <th scope="col">\(say("Fase", "Phase"))</th><th scope="col">\(say("Deelnemers", "Participants"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    private func welcome(_ visits: [EcosystemVisit]) -> HTML {
        """
        <div class="hero"><h1>\(say("Een afspraak die iedereen kan vinden, die zichzelf bewaakt, en waarvan alles te bewijzen is", "An agreement that everybody can find, that watches itself, and of which everything can be proved"))</h1>
        <p class="lead">\(say("Stelsel helpt organisaties die elkaar nodig hebben en geen baas hebben: in kaart brengen wie meedoet, afspreken wat het doel is, zien wat er gebeurt.", "Stelsel helps organisations that need each other and have no boss: map who takes part, agree what the goal is, see what happens."))</p></div>
        \(ecosystemCards(visits))
        """
    }

    func ecosystemCards(_ visits: [EcosystemVisit]) -> HTML {
        let items: HTML = visits.html { inside in
            let joined = inside.reader.records(Participation.self).filter { $0.status == .joined }.count
            let phase: HTML = inside.phaseNow.isEmpty ? "" : " · \(say("fase", "phase")) \(inside.phaseNow)"
            return """
                <li class="card"><h2><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></h2><p>\(say(inside.profile.summary))</p>
                <p class="quiet">\(say.count(joined, Text("deelnemer", "participant"), Text("deelnemers", "participants")))\(phase)</p></li>
                """
        }
        return visits.isEmpty
            ? "<p class=\"empty\">\(say("Er zijn nog geen ecosystemen.", "There are no ecosystems yet."))</p>"
            : "<ul class=\"tiles\">\(items)</ul>"
    }

    func showEcosystems() async throws -> Response {
        let visits = try await ownEcosystems()
        return show(
            Page(
                say("Ecosystemen", "Ecosystems"), place: .ecosystems,
                "<h1>\(say("Ecosystemen", "Ecosystems"))</h1>\(ecosystemCards(visits))\(beginForm(nil))"))
    }
}

extension EcosystemVisit {
    /// What is asked of the visitor here.
    func tasks() -> [PersonalTask] { Tasks.forCaller(reader, persons: caller.persons) }

    /// The name of the current phase of the first lifecycle; "" when there is none.
    var phaseNow: String {
        let now = CourseState.all(reader).lazy.compactMap { course in course.current }.first
        return now.map { say($0.name) } ?? ""
    }
}
