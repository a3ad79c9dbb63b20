import Ecosystems
import Ensemble
import Gate
import Hummingbird
import Kernel
import Markup
import Parties

/// The first page: what is asked of me, what changed, what is at risk.
extension Visit {
    func showToday() async throws -> Response {
        let visits = try await ownEcosystems()
        guard visitor.account != nil else { return show(Page("", place: .today, welcome(visits))) }
        var tasks: [(inside: EcosystemVisit, task: PersonalTask)] = []
        for inside in visits { tasks += try await inside.tasks().map { (inside, $0) } }
        tasks.sort { $0.task.comes(before: $1.task) }
        let minutes = tasks.reduce(0) { $0 + $1.task.minutes }
        let main: HTML = """
            <h1>\(heading(tasks.count, minutes))</h1><p class="lead">\(standing(visits))</p>
            <div class="columns"><div>\(asked(tasks))\(try await changed(visits))\(table(visits))</div>
            <div>\(try await atRisk(visits))</div></div>
            """
        return show(Page(say("Vandaag", "Today"), place: .today, main))
    }

    private func heading(_ count: Int, _ minutes: Int) -> String {
        let long = minutes < 60 ? say("\(minutes) minuten", "\(minutes) minutes") : hours(minutes)
        switch count {
        case 0: return say("Er wordt nu niets van u gevraagd", "Nothing is asked of you now")
        case 1: return say("Eén ding voor u, ongeveer \(long)", "One thing for you, about \(long)")
        default: return say("\(count) dingen voor u, samen ongeveer \(long)", "\(count) things for you, about \(long)")
        }
    }

    private func hours(_ minutes: Int) -> String {
        let hours = (minutes + 30) / 60
        return say("\(hours) uur", hours == 1 ? "1 hour" : "\(hours) hours")
    }

    /// For whom the visitor may act and until when, or that they may not.
    private func standing(_ visits: [EcosystemVisit]) -> HTML {
        let lines: [HTML] = visits.flatMap { inside in
            CallerStanding.all(inside.reader, persons: inside.caller.persons).map { line($0, inside) }
        }
        if !lines.isEmpty { return lines.joined(separator: "<br>") }
        return visitor.account?.administrator == true
            ? "\(say("U bent beheerder en ziet alle ecosystemen.", "You are an administrator and see all ecosystems."))"
            : "\(say("U vertegenwoordigt nog geen organisatie.", "You do not represent an organisation yet."))"
    }

    private func line(_ standing: CallerStanding, _ inside: EcosystemVisit) -> HTML {
        let name = ValueView(inside).link(standing.organisation.kind, standing.organisation.id)
        if standing.needsMandate {
            return
                "\(say("U hoort bij", "You belong to")) \(name). <strong>\(say("U hebt nog geen mandaat: u kunt lezen, niet wijzigen.", "You have no mandate yet: you can read, not change."))</strong>"
        }
        guard let mandate = standing.mandate else {
            return
                "\(say("U hoort bij", "You belong to")) \(name)\(inside.reader.rights.orchestrates ? say(" en hebt een regierol", " and have an orchestrating role") : "")."
        }
        let end =
            mandate.period.until.map {
                say("loopt tot en met \(say.day($0, today: today))", "lasts until \(say.day($0, today: today))")
            } ?? say("heeft geen einddatum", "has no end")
        return
            "\(say("U vertegenwoordigt", "You represent")) \(name). \(say("Uw mandaat", "Your mandate")) <a href=\"\(Path.record(inside.id, Mandate.naming.plural, mandate.id.rawValue))\">“\(say(mandate.scope))”</a> \(end)."
    }

    private func asked(_ tasks: [(inside: EcosystemVisit, task: PersonalTask)]) -> HTML {
        guard !tasks.isEmpty else {
            return """
                <section class="card"><h2>\(say("Gevraagd van u", "Asked of you"))</h2>\
                <p class="empty">✓ \(say("U bent bij. Kijk hieronder wat er veranderde.", "You are up to date. See below what changed."))</p></section>
                """
        }
        let (first, rest) = (tasks.prefix(12), tasks.dropFirst(12))
        let more: HTML =
            rest.isEmpty
            ? ""
            : "<details><summary>\(say("Nog \(rest.count)", "\(rest.count) more"))</summary><ul class=\"findings\">\(rest.html(item))</ul></details>"
        return """
            <section class="card"><h2>\(say("Gevraagd van u", "Asked of you"))</h2><ul class="findings">\(first.html(item))</ul>\(more)
            <p class="quiet">\(say("De minuten zijn een schatting van Stelsel: een vast aantal per soort taak.", "The minutes are an estimate by Stelsel: a fixed number for each sort of task."))</p></section>
            """
    }

    private func item(_ inside: EcosystemVisit, _ task: PersonalTask) -> HTML {
        let due = task.due.map { self.due($0, today: today) } ?? ""
        return """
            <li><div><p class="what"><a href="\(inside.place(of: task))">\(say(task.title))</a></p>\
            <p class="why">\(inside.name) · \(say(task.why)) \(say("\(task.minutes) min.", "\(task.minutes) min."))</p></div>\(due)</li>
            """
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
}

extension EcosystemVisit {
    /// What is asked of the visitor here.
    func tasks() async throws -> [PersonalTask] {
        let seated =
            reader.rights.seesEverything
            ? try await visit.door.installation.access.persons(in: id) : []
        return PersonalTasks.forCaller(reader, persons: caller.persons, seated: seated)
    }

    /// Where a task is done.
    func place(of task: PersonalTask) -> String {
        switch task.doing {
        case .look: place(of: task.kind, task.record)
        case .change(let field): Path.editRecord(id, task.kind, task.record).url + "#f.\(field)"
        case .add(let fields): Path.newRecord(id, task.kind).with(fields.sorted { $0.key < $1.key })
        }
    }
}
