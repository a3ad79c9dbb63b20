import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import MethodLibrary
import Parties

/// One body: what it is for, who sits in it, what it may decide and when it meets.
extension EcosystemVisit {
    func showBody() async throws -> Response { try await showBody(after: nil) }

    func showBody(after refused: RefusedForm?) async throws -> Response {
        let record = try visit.part("body")
        guard let body = reader.record(Body.self, record) else {
            throw Refusal.notFound(Problem("body.unknown", Text("Dit orgaan is er niet.", "This body is not here.")))
        }
        let seats = Seats.of(body.id, on: reader.today, reader)
        let edit: HTML =
            mayChange("bodies", record)
            ? "<a class=\"button quiet\" href=\"\(Path.editRecord(id, "bodies", record))\">\(say("Wijzig", "Change"))</a>"
            : ""
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.governance(id))">\(say("Bestuur", "Governance"))</a>\(body.parent.map { " · \(bodyLink($0))" as HTML } ?? "")</p>
            <div class="title"><div><h1>\(say.marked(body.name))</h1><p class="lead">\(bodyLead(body, seats))</p></div><div class="actions">\(edit)</div></div>
            <div class="columns"><div>\(seatsCard(body, seats, refused))\(drawsCard(body, refused))\(meetingsCard(body, refused))</div>
            <div>\(bodyFacts(body))\(bodyRisks(body, seats))\(bodyRights(body))</div></div>
            """
        var shown = governancePage(say(body.name), main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    private func bodyLead(_ body: Body, _ seats: Seats) -> String {
        let votes = seats.voting.count
        let able = seats.voting.filter { !$0.voters.isEmpty }.count
        let purpose = say(body.purpose)
        guard votes > 0 else { return purpose }
        return purpose + " "
            + say("\(able) van \(votes) zetels kunnen vandaag stemmen.", "\(able) of \(votes) seats can vote today.")
    }

    private func bodyFacts(_ body: Body) -> HTML {
        let type = reader.library.bodyType(body.type)
        let origin = type?.origin == .stelsel ? " (\(say(MethodOrigin.stelsel.label)))" : ""
        let facts: [(String, HTML)] = [
            (say("Soort", "Sort"), "\(say(body.sort.label))"),
            (say("Uit de bibliotheek", "From the library"), type.map { "\(say($0.name))\(origin)" } ?? ""),
            (say("Wie erin zitten", "Who sits in it"), type.map { "\(say($0.composition))" } ?? ""),
            (say("Ritme", "Rhythm"), "\(say(body.rhythm))"),
            (say("Besluit meestal met", "Usually decides by"), body.rule.map { "\(say($0.words))" } ?? ""),
            (say("Trekker", "Lead"), body.lead.map { organisationLink($0) } ?? ""),
            (say("Bron", "Source"), "\(body.source)"),
        ]
        let rows: HTML = facts.filter { !$0.1.isEmpty }.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
        return
            "<section class=\"card\"><h2>\(say("Hoe het werkt", "How it works"))</h2><dl class=\"fields\">\(rows)</dl></section>"
    }

    func organisationLink(_ organisation: ID<Organisation>) -> HTML {
        "<a href=\"\(Path.organisation(id, organisation.rawValue))\">\(say(reader.title("organisations", organisation.rawValue)))</a>"
    }

    private func bodyRisks(_ body: Body, _ seats: Seats) -> HTML {
        let own = Set(reader.state[Seat.self].records.filter { $0.body == body.id }.map(\.id.rawValue))
        let found = reader.findings.filter {
            ($0.kind == Body.naming.plural && $0.record == body.id.rawValue)
                || ($0.kind == Seat.naming.plural && own.contains($0.record))
        }
        guard !found.isEmpty else { return "" }
        return
            "<section class=\"card\"><h2>\(say("Wat aandacht vraagt", "What asks for attention"))</h2>\(FindingList(self).html(found))</section>"
    }

    private func bodyRights(_ body: Body) -> HTML {
        let own = reader.records(DecisionRight.self).compactMap { right -> (DecisionRight, [RightShare])? in
            let shares = right.shares(of: body.id)
            return shares.isEmpty ? nil : (right, shares)
        }
        guard !own.isEmpty else { return "" }
        let items: HTML = own.html { right, shares in
            "<li><div><p class=\"what\"><a href=\"\(Path.governancePart(id, "rights"))#\(right.id.rawValue)\">\(say(right.subject))</a></p><p class=\"why\">\(shares.map(shareWords).joined(separator: "; "))</p></div></li>"
        }
        return
            "<section class=\"card\"><h2>\(say("Wat het mag", "What it may do"))</h2><ul class=\"findings\">\(items)</ul></section>"
    }

    /// “besluit, tot en met € 10.000, in een noodgeval”.
    func shareWords(_ share: RightShare) -> String {
        var parts = [say(share.right.label)]
        if let limit = share.limit { parts.append(say("tot en met \(say.money(limit))", "up to \(say.money(limit))")) }
        switch share.mode {
        case .ordinary: parts.append(say("gewoon", "ordinarily"))
        case .emergency: parts.append(say("in een noodgeval", "in an emergency"))
        case nil: break
        }
        return parts.joined(separator: ", ")
    }
}
