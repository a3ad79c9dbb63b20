import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// The first page of governance: what is asked of me, what meets next, what is at risk, and all bodies.
extension EcosystemVisit {
    func showGovernance() async throws -> Response { try await showGovernance(after: nil) }

    func showGovernance(after refused: RefusedForm?) async throws -> Response {
        let all = BodyOverview.of(reader)
        let asked = try await tasks().filter { $0.kind.isGovernance }
        let title = say("Bestuur", "Governance")
        let main: HTML = """
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(governanceLead(all, asked))</p></div>
            <div class="actions">\(addLink("bodies", say("Nieuw orgaan", "New body")))</div></div>\(governancePlaces(.bodies))
            <div class="columns"><div>\(askedCard(asked))\(comingCard(all))</div><div>\(mySeats)\(governanceRisks)</div></div>
            \(all.rows.isEmpty ? noBodies : bodiesCard(all))\(formsCard(all, refused))\(calendarCard)
            """
        var shown = governancePage(title, main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    private func governanceLead(_ all: BodyOverview, _ asked: [PersonalTask]) -> String {
        let bodies = say.count(all.rows.count, Text("orgaan", "body"), Text("organen", "bodies"))
        let next = all.coming.first.map { meeting in
            let name = say(reader.title(Body.naming.plural, meeting.body.rawValue))
            return say(" Eerstvolgend: \(name), \(moment(of: meeting)).", " Next: \(name), \(moment(of: meeting)).")
        }
        guard visitorIsKnown else { return "\(bodies).\(next ?? "")" }
        let wanted =
            asked.isEmpty
            ? say("Er wordt hier niets van u gevraagd.", "Nothing is asked of you here.")
            : say(
                "\(asked.count == 1 ? "Eén ding" : "\(asked.count) dingen") voor u.",
                "\(asked.count == 1 ? "One thing" : "\(asked.count) things") for you.")
        return "\(wanted)\(next ?? "") \(bodies)."
    }

    private var visitorIsKnown: Bool { caller.account != nil }

    private func askedCard(_ asked: [PersonalTask]) -> HTML {
        guard !asked.isEmpty else { return "" }
        let items: HTML = asked.prefix(12).html { task in
            let due = task.due.map { visit.due($0, today: reader.today) } ?? ""
            return """
                <li><div><p class="what"><a href="\(place(of: task))">\(say(task.title))</a></p>\
                <p class="why">\(say(task.why)) \(task.minutes) min.</p></div>\(due)</li>
                """
        }
        return
            "<section class=\"card\"><h2>\(say("Gevraagd van u", "Asked of you"))</h2><ul class=\"findings\">\(items)</ul></section>"
    }

    private func comingCard(_ all: BodyOverview) -> HTML {
        let title = say("Wat eraan komt", "What meets next")
        guard !all.coming.isEmpty else {
            let words =
                reader.rights.participates || reader.rights.seesEverything
                ? say(
                    "Er is geen vergadering gepland. Kies een orgaan en plan een reeks.",
                    "No meeting is planned. Choose a body and plan a series.")
                : say("Vergaderingen zijn voor deelnemers.", "Meetings are for participants.")
            return "<section class=\"card\"><h2>\(title)</h2><p class=\"empty\">\(words)</p></section>"
        }
        let items: HTML = all.coming.prefix(6).html { meeting in
            let closed: HTML = meeting.closed ? " <span class=\"pill\">\(say("besloten", "closed"))</span>" : ""
            let count = say.count(meeting.agenda.count, Text("onderwerp", "subject"), Text("onderwerpen", "subjects"))
            return """
                <li><div class="row"><p>\(meetingLink(meeting))\(closed)<br><span class="why">\(meeting.agenda.isEmpty ? say("nog geen agenda", "no agenda yet") : count)</span></p>\
                <span class="due">\(moment(of: meeting))</span></div></li>
                """
        }
        return "<section class=\"card\"><h2>\(title)</h2><ol class=\"timeline\">\(items)</ol></section>"
    }

    private var mySeats: HTML {
        let held = Seats.heldBy(caller.persons, on: reader.today, in: reader.state)
        guard !held.isEmpty else { return "" }
        let items: HTML = held.html { seat in
            let weight: String =
                seat.votes
                ? (seat.weight == 1
                    ? say("één stem", "one vote") : say("\(seat.weight) stemmen", "\(seat.weight) votes"))
                : say("toehoorder", "observer")
            let end: HTML =
                seat.seat.term.until.map { " · \(say("tot en met", "until")) \(say.day($0, today: reader.today))" }
                ?? ""
            return
                "<li><div><p class=\"what\">\(bodyLink(seat.seat.body))</p><p class=\"why\">\(weight)\(end)</p></div></li>"
        }
        return
            "<section class=\"card\"><h2>\(say("Uw zetels", "Your seats"))</h2><ul class=\"findings\">\(items)</ul></section>"
    }

    private var governanceRisks: HTML {
        let found = reader.findings.filter { $0.kind.isGovernance || $0.rule == "party.few-bodies" }
        guard !found.isEmpty else { return "" }
        return """
            <section class="card"><h2>\(say("Wat gevaar loopt", "What is at risk"))</h2>\(FindingList(self).html(found, limit: 8))</section>
            """
    }
}

extension String {
    /// Whether this kind of record is part of how an ecosystem is governed.
    var isGovernance: Bool { Page.Place(ofKind: self) == .governance }
}
