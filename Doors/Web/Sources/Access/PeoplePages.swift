import Access
import Gate
import Hummingbird
import Kernel
import Markup

/// A link that was just made: shown once, to hand over.
struct FreshLink: Sendable {
    let url: String
    let name: String
    /// What is still needed before whoever gets the link can do something.
    var next = HTML.empty
}

extension Visit {
    /// `GET /people`: who can sign in, and how somebody new is invited.
    func peoplePage(_ refused: RefusedAccess? = nil, fresh: FreshLink? = nil) async throws -> Response {
        var rows: [HTML] = []
        for account in try await access.accounts() { rows.append(try await accountRow(account)) }
        let form = await invitationForm(refused)
        var page = Page(
            say("Mensen", "People"),
            """
            <div class="narrow"><h1>\(say("Mensen", "People"))</h1>\(told(refused, inputs: invitationInputs))\(freshLink(fresh))
            <p class="lead">\(say("Hier staat wie zich kan aanmelden. Wat iemand mag, volgt uit deelname, rol en mandaat in het ecosysteem zelf.",
                "Here is who can sign in. What somebody may do follows from participation, role and mandate in the ecosystem itself."))</p>
            <section class="card" id="invite"><h2>\(say("Iemand uitnodigen", "Invite somebody"))</h2>\(form)</section>
            <section class="card"><h2>\(say("Accounts", "Accounts"))</h2><div class="scroll"><table class="cards">
            <thead><tr><th scope="col">\(say("Naam", "Name"))</th><th scope="col">\(say("Treedt op als", "Acts as"))</th>\
            <th scope="col">\(say("Laatst aangemeld", "Last signed in"))</th><th scope="col">\(say("Stand", "State"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section></div>
            """)
        page.status = refused?.told.status ?? .ok
        return showAccess(page)
    }

    private func accountRow(_ account: Account) async throws -> HTML {
        let contact = try await access.contact(account.id)
        let seats = await seatWords(try await access.seats(account.id))
        let name = contact?.name ?? say("gewist account", "erased account")
        return """
            <tr data-testid="account"><th scope="row"><a href="/people/\(account.id.rawValue)">\(name)</a><br>\
            <span class="quiet">\(contact?.email ?? "")</span></th><td data-label="\(say("Treedt op als", "Acts as"))">\
            \(seats.isEmpty ? "–" : seats.joined(separator: "; "))</td>\
            <td data-label="\(say("Laatst aangemeld", "Last signed in"))">\(since(account.signedInAt))</td>\
            <td data-label="\(say("Stand", "State"))">\(stateOf(account))</td></tr>
            """
    }

    func stateOf(_ account: Account) -> HTML {
        if account.disabled { return "<span class=\"pill soon\">● \(say("uitgeschakeld", "disabled"))</span>" }
        if account.signedInAt == nil { return "<span class=\"pill\">\(say("uitgenodigd", "invited"))</span>" }
        return account.administrator
            ? "<span class=\"pill ok\">✓ \(say("beheerder", "administrator"))</span>"
            : "<span class=\"pill ok\">✓ \(say("actief", "active"))</span>"
    }

    /// The link itself, once. Nobody can look it up later.
    func freshLink(_ fresh: FreshLink?) -> HTML {
        guard let fresh else { return "" }
        return once(
            "fresh-link", say("Link voor \(fresh.name)", "Link for \(fresh.name)"), fresh.url,
            say(
                "Kopieer de link nu en stuur hem zelf door: hij is hierna niet meer te zien. Hij werkt één keer, zeven dagen lang.",
                "Copy the link now and pass it on yourself: it will not be shown again. It works once, for seven days.")
        ) + fresh.next
    }

    private var invitationInputs: [String: String] {
        [
            "name": say("Naam", "Name"), "email": say("E-mailadres", "E-mail address"),
            "person": say("Treedt op als", "Acts as"),
        ]
    }

    private func invitationForm(_ refused: RefusedAccess?) async -> HTML {
        let chosen = refused.value("language", else: say.language.rawValue)
        let languages = [
            option("nl", "Nederlands", selected: chosen == "nl"), option("en", "English", selected: chosen == "en"),
        ]
        let persons = await personOptions(chosen: refused.value("person"))
        let isAdministrator = refused.value("administrator") == "yes"
        return """
            <form method="post" action="/people/invitations">\(token)
            \(field("name", say("Naam", "Name"), required: true, after: refused))
            \(field("email", say("E-mailadres (mag leeg blijven)", "E-mail address (may stay empty)"), type: "email",
                hint: say("Wij sturen geen e-mail. Het adres staat er om mensen uit elkaar te houden.",
                    "We send no e-mail. The address is there to tell people apart."), longest: 254, after: refused))
            \(select("person", say("Treedt op als", "Acts as"), persons, after: refused))
            \(select("language", say("Taal", "Language"), languages.joined))
            <label class="box"><input type="checkbox" name="administrator" value="yes"\(if: isAdministrator, " checked")> \(say("Beheerder van dit Stelsel",
                "Administrator of this Stelsel"))</label>
            <button class="button">\(say("Link maken", "Make link"))</button></form>
            """
    }

    /// `GET /people/{account}`: one account, what it acts as, and what an administrator can do about it.
    func accountHolderPage(_ refused: RefusedAccess? = nil, fresh: FreshLink? = nil) async throws -> Response {
        let account = try await access.account(Account.ID(part("account")))
        let contact = try await access.contact(account.id)
        let name = contact?.name ?? say("Gewist account", "Erased account")
        let seats = try await access.seats(account.id)
        var page = Page(
            name,
            """
            <div class="narrow"><p><a href="/people">\(say("Mensen", "People"))</a></p><h1>\(name)</h1>
            \(told(refused, inputs: ["person": say("Ook laten optreden als", "Also let act as")]))\(freshLink(fresh))
            <p class="lead">\(stateOf(account)) \(say("Laatst aangemeld:", "Last signed in:")) \(since(account.signedInAt))</p>
            \(account.erasedAt == nil ? try await holderSections(account, seats, refused) : HTML.empty)</div>
            """)
        page.status = refused?.told.status ?? .ok
        return showAccess(page)
    }

    private func holderSections(_ account: Account, _ seats: [Seat], _ refused: RefusedAccess?) async throws -> HTML {
        let path = "/people/\(account.id.rawValue)"
        var rows: [HTML] = []
        for (seat, words) in zip(seats, await seatWords(seats)) {
            let release = button(
                say("Losmaken", "Release"), to: "\(path)/seats/removal",
                hidden: [("person", "\(seat.ecosystem)/\(seat.person)")], described: words)
            rows.append("<li><p>\(words)</p>\(await mandateOffer(seat))\(release)</li>")
        }
        return """
            <section class="card"><h2>\(say("Treedt op als", "Acts as"))</h2><ul class="plain entries">\(rows)</ul>
            <form method="post" action="\(path)/seats">\(token)
            \(select("person", say("Ook laten optreden als", "Also let act as"), await personOptions(), required: true, after: refused))
            <button class="button quiet">\(say("Koppelen", "Bind"))</button></form></section>
            \(account.disabled ? HTML.empty : linkSection(path))\(stateSection(account, path))
            """
    }

    private func linkSection(_ path: String) -> HTML {
        """
        <section class="card"><h2>\(say("Nieuwe link", "New link"))</h2>
        <p>\(say("Voor wie de passkey niet bij de hand heeft. De link meldt één keer aan.",
            "For somebody whose passkey is not at hand. The link signs in once."))</p>
        \(button(say("Link maken", "Make link"), to: "\(path)/links"))</section>
        """
    }

    private func stateSection(_ account: Account, _ path: String) -> HTML {
        let change = { (label: String, state: String) in button(label, to: "\(path)/state", hidden: [("state", state)])
        }
        let role =
            account.administrator
            ? change(say("Geen beheerder meer", "No longer an administrator"), "member")
            : change(say("Beheerder maken", "Make administrator"), "administrator")
        let question = say("Het account wordt meteen overal afgemeld.", "The account is signed out everywhere at once.")
        let use =
            account.disabled
            ? change(say("Weer inschakelen", "Enable again"), "enabled")
            : careful(
                say("Uitschakelen", "Disable"), question, of: "account",
                change(say("Ja, schakel dit account uit", "Yes, disable this account"), "disabled"))
        return "<section class=\"card\"><h2>\(say("Toegang", "Access"))</h2>\(role)\(use)</section>"
    }
}
