import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// Who sits in a body, and for what weight.
extension EcosystemVisit {
    func seatsCard(_ body: Body, _ seats: Seats, _ refused: RefusedForm?) -> HTML {
        let add = addLink("seats", say("Nieuwe zetel", "New seat"), [("body", body.id.rawValue)])
        let waiting = body.membersWithoutSeat(in: reader.state)
        let give: HTML =
            waiting.isEmpty || !mayEdit || !reader.may(GiveSeats(body: body.id.rawValue))
            ? ""
            : """
            <form method="post" action="\(Path.bodyPart(id, body.id.rawValue, "seats"))">\(visit.token)<p>\(say.count(waiting.count, Text("lid heeft nog geen zetel", "member has no seat yet"), Text("leden hebben nog geen zetel", "members have no seat yet"))).</p>
            <button class="button">\(say("Geef elk lid een zetel", "Give each member a seat"))</button></form>
            """
        let others = waiting.isEmpty ? "" : members(waiting)
        let list = seats.all.isEmpty ? empty(body, waiting) : table(seats, refused)
        return """
            <section class="card"><h2>\(say("Zetels", "Seats"))</h2>\(troubles(refused, in: "seats"))\(list)\(others)\(give)<p class="actions">\(add)</p></section>
            """
    }

    private func empty(_ body: Body, _ waiting: [ID<Organisation>]) -> HTML {
        "<p class=\"empty\">\(say("Er zijn nog geen zetels: niemand kan hier stemmen.", "There are no seats yet: nobody can vote here."))</p>"
    }

    private func members(_ waiting: [ID<Organisation>]) -> HTML {
        "<h3>\(say("Leden zonder zetel", "Members without a seat"))</h3><p>\(waiting.map(organisationLink).joined(separator: ", "))</p>"
    }

    private func table(_ seats: Seats, _ refused: RefusedForm?) -> HTML {
        let hasTerms = seats.all.contains { !$0.seat.term.isEmpty }
        let heads =
            [say("Zetel", "Seat"), say("Stem", "Vote"), say("Bezet door", "Held by")]
            + (hasTerms ? [say("Termijn", "Term")] : [])
        let head: HTML = heads.html { "<th scope=\"col\">\($0)</th>" }
        let order = [Seat.Position.chair, .lead, .secretary, .member]
        let sorted = seats.all.sorted { one, two in
            (order.firstIndex(of: one.seat.position) ?? 9, name(one.seat), one.id)
                < (order.firstIndex(of: two.seat.position) ?? 9, name(two.seat), two.id)
        }
        let rows: HTML = sorted.html { row($0, heads, refused) }
        return
            "<div class=\"scroll\"><table class=\"cards\"><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>"
    }

    private func row(_ held: HeldSeat, _ heads: [String], _ refused: RefusedForm?) -> HTML {
        let seat = held.seat
        let position: HTML = seat.position == .member ? "" : " <span class=\"pill\">\(say(seat.position.label))</span>"
        let independent: HTML =
            seat.independent ? " <span class=\"pill\">\(say("onafhankelijk", "independent"))</span>" : ""
        let edit: HTML =
            mayChange("seats", seat.id.rawValue)
            ? " <a class=\"quiet\" href=\"\(Path.editRecord(id, "seats", seat.id.rawValue))\">\(say("wijzig", "change"))<span class=\"hidden\"> \(name(seat))</span></a>"
            : ""
        let label: HTML =
            seat.organisation.map { organisation in
                seat.function.isEmpty
                    ? organisationLink(organisation) : "\(say(seat.function)), \(organisationLink(organisation))"
            } ?? "\(name(seat))"
        let end: HTML = heads.count > 3 ? "<td data-label=\"\(heads[3])\">\(term(seat))</td>" : ""
        return """
            <tr id="seat-\(seat.id.rawValue)"><th scope="row">\(label)\(position)\(independent)\(edit)</th><td data-label="\(heads[1])">\(vote(held))</td>
            <td data-label="\(heads[2])">\(holder(held))\(seatHolderForm(seat, refused))</td>\(end)</tr>
            """
    }

    func name(_ seat: Seat) -> String {
        if !seat.function.isEmpty { return say(seat.function) }
        return seat.organisation.map { say(reader.title("organisations", $0.rawValue)) } ?? seat.group
    }

    private func vote(_ held: HeldSeat) -> HTML {
        guard held.votes else { return "<span class=\"pill\">○ \(say("toehoorder", "observer"))</span>" }
        let weight =
            held.weight == 1
            ? say("1\u{a0}stem", "1\u{a0}vote") : say("\(held.weight)\u{a0}stemmen", "\(held.weight)\u{a0}votes")
        let group: HTML =
            held.group.isEmpty ? "" : "<br><span class=\"quiet\">\(say("groep", "group")) \(held.group)</span>"
        return held.voters.isEmpty && (reader.rights.participates || reader.rights.seesEverything)
            ? "<span class=\"pill soon\">● \(weight), \(say("kan niet stemmen", "cannot vote"))</span>\(group)"
            : "\(weight)\(group)"
    }

    private func holder(_ held: HeldSeat) -> HTML {
        func name(_ person: ID<Person>) -> String { say(reader.title("persons", person.rawValue)) }
        if let person = held.seat.person {
            let deputy = held.seat.deputy.map { " (\(say("plv.", "deputy")) \(name($0)))" } ?? ""
            return "\(name(person))\(deputy)"
        }
        guard held.seat.organisation != nil, !held.voters.isEmpty else { return "–" }
        return
            "<span class=\"quiet\">\(say("wie het mandaat heeft", "whoever has the mandate")): \(held.voters.map(name).joined(separator: ", "))</span>"
    }

    private func term(_ seat: Seat) -> HTML {
        switch (seat.term.from, seat.term.until) {
        case (nil, nil): "–"
        case (let from?, nil): "\(say("vanaf", "from")) \(say.day(from, today: reader.today))"
        case (nil, let until?): "\(say("tot en met", "until")) \(say.day(until, today: reader.today))"
        case (let from?, let until?): "\(say.day(from, today: reader.today)) – \(say.day(until, today: reader.today))"
        }
    }

    func giveSeats() async throws -> Response {
        let body = try visit.part("body")
        let form = try await visit.form()
        return try await perform(
            GiveSeats(body: body), of: "seats", sent: form, then: Path.body(id, body).url, done: .seatsGiven
        ) { try await showBody(after: $0) }
    }
}
