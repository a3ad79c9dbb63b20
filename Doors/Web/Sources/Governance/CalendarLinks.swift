import Access
import Ecosystems
import Foundation
import Gate
import Governance
import Hummingbird
import Kernel
import Markup
import NIOCore

/// Meetings for a calendar program. Such a program cannot sign in, so a link of somebody's own carries a token that only reads.
extension Visit {
    /// How many days a link works (ours); who uses it longer makes a new one.
    private static let linkDays = 365

    /// The meetings of the bodies that the visitor sits in, or of whoever the link belongs to.
    func ownMeetingFeed() async throws -> Response {
        let inside = try await calendarVisit()
        let bodies = MeetingCalendar.bodies(of: inside.caller.persons, inside.reader)
        let isGeneral = inside.caller.persons.isEmpty
        return inside.feed(isGeneral ? nil : bodies, name: inside.profile.name)
    }

    func bodyMeetingFeed() async throws -> Response {
        let inside = try await calendarVisit()
        guard let body = inside.reader.record(Body.self, try part("body")) else {
            throw Refusal.notFound(Problem("body.unknown", Text("Dit orgaan is er niet.", "This body is not here.")))
        }
        return inside.feed([body.id], name: body.name)
    }

    /// Who asks: whoever the token in the address belongs to, or else the visitor.
    private func calendarVisit() async throws -> EcosystemVisit {
        let secret = query("token")
        guard !secret.isEmpty else { return try await ecosystem() }
        var holder = Visitor()
        let (token, account) = try await door.installation.access.resolveToken(secret)
        guard token.scopes.contains(.read) else { throw Refusal.forbidden(.tokenReadsNot) }
        (holder.token, holder.account) = (token, account)
        holder.seats = try await door.installation.access.seats(account.id)
        let id = try part("ecosystem")
        let ecosystem = try await door.installation.host.ecosystem(id)
        var caller = holder.caller(in: id)
        caller.mayWrite = false
        let reader = try await ecosystem.reader(for: caller)
        return EcosystemVisit(visit: self, ecosystem: ecosystem, caller: caller, reader: reader, asOf: "")
    }

    fileprivate var linkEnd: Date {
        Date(timeIntervalSince1970: Double(door.installation.clock.now()) / 1_000 + Double(Self.linkDays) * 86_400)
    }
}

extension EcosystemVisit {
    fileprivate func feed(_ bodies: Set<ID<Body>>?, name: Text) -> Response {
        let origin = visit.door.relyingParty.origins.min() ?? ""
        let text = MeetingCalendar.text(
            reader, bodies: bodies, name: name, stamp: reader.state.recordedAt, language: say.language
        ) { origin + Path.meeting(id, $0).url }
        return Response(
            status: .ok, headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "no-cache, private"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// The way to a link of one's own; empty for who is not signed in.
    var calendarCard: HTML {
        guard visit.visitor.account != nil, !isPast else { return "" }
        return """
            <section class="card" id="calendar"><h2>\(say("In uw eigen agenda", "In your own calendar"))</h2>
            <p>\(say("Met een eigen adres haalt uw agendaprogramma uw vergaderingen op. Wie het adres kent, leest mee met wat u hier ziet; u kunt het intrekken op", "With an address of your own your calendar program fetches your meetings. Who knows the address reads what you see here; you can revoke it on")) <a href="/account#tokens">\(say("uw account", "your account"))</a>.</p>
            <form method="post" action="\(Path.governancePart(id, "calendar"))">\(visit.token)<button class="button quiet">\(say("Maak een agenda-adres", "Make a calendar address"))</button></form></section>
            """
    }

    /// Makes the address and shows it for the only time.
    func makeCalendarLink() async throws -> Response {
        _ = try await visit.form()
        guard let account = visit.visitor.account else { throw HTTPError(.forbidden) }
        let (_, secret) = try await visit.door.installation.access.createToken(
            for: account.id, name: say("Agenda", "Calendar"), scopes: [.read], ecosystem: id, expires: visit.linkEnd)
        let address =
            (visit.door.relyingParty.origins.min() ?? "")
            + Path.governancePart(id, "meetings.ics").with([
                ("token", secret.plaintext), ("lang", say.language.rawValue),
            ])
        let title = say("Uw agenda-adres", "Your calendar address")
        let advice = say(
            "Kopieer het nu: het is hierna niet meer te zien. Voeg het in uw agendaprogramma toe als abonnement.",
            "Copy it now: it will not be shown again. Add it to your calendar program as a subscription.")
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.governance(id))">\(say("Bestuur", "Governance"))</a></p><h1>\(title)</h1>
            \(visit.once("calendar-address", title, address, advice))
            """
        return show(governancePage(title, main))
    }
}

extension Problem {
    fileprivate static let tokenReadsNot = Problem(
        "token.read",
        Text("Met dit adres mag niet worden gelezen.", "This address may not read."),
        mend: Text("Maak een nieuw agenda-adres.", "Make a new calendar address."))
}
