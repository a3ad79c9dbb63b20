import Access
import Gate
import Hummingbird
import Kernel
import Markup

extension Visit {
    /// `GET /account`: everything about one's own account, on one page.
    /// - Parameter fresh: an API token that was just made, shown this once.
    func accountPage(_ refused: RefusedAccess? = nil, fresh: Secret? = nil) async throws -> Response {
        let (account, session) = try signedIn()
        let contact = try await access.contact(account.id)
        let seats = await seatWords(visitor.seats)
        var page = Page(
            say("Mijn account", "My account"),
            """
            <div class="narrow"><h1>\(say("Mijn account", "My account"))</h1>
            \(told(refused, inputs: accountInputs))<p class="lead">\(accountWords(account, contact, seats))</p>\(peopleLink(account))
            \(contactSection(contact, refused.having("email")))\(languageSection)\(try await digestSection(account))
            \(passkeySection(try await access.passkeys(account.id)))
            \(sessionSection(try await access.sessions(account.id), current: session.id))
            \(try await tokenSection(account, fresh: fresh, refused.having("token-name")))</div>
            """)
        page.status = refused?.told.status ?? .ok
        return showAccess(page)
    }

    private var accountInputs: [String: String] {
        [
            "name": say("Naam", "Name"), "email": say("E-mailadres", "E-mail address"),
            "token-name": say("Naam van het token", "Name of the token"),
            "scope": say("Wat mag het?", "What may it do?"),
        ]
    }

    private func accountWords(_ account: Account, _ contact: Contact?, _ seats: [String]) -> HTML {
        let name = contact?.name ?? say("zonder naam", "without a name")
        let opening: HTML = "\(say("U bent aangemeld als", "You are signed in as")) <strong>\(name)</strong>."
        let role: HTML =
            account.administrator ? " \(say("U bent beheerder van dit Stelsel.", "You administer this Stelsel."))" : ""
        guard !seats.isEmpty else { return opening + role }
        return opening + role + " \(say("U treedt op als", "You act as")) \(seats.joined(separator: "; "))."
    }

    private func peopleLink(_ account: Account) -> HTML {
        guard account.administrator else { return "" }
        return "<p><a href=\"/people\">\(say("Mensen en uitnodigingen", "People and invitations"))</a></p>"
    }

    private func contactSection(_ contact: Contact?, _ refused: RefusedAccess?) -> HTML {
        """
        <section class="card" id="contact"><h2>\(say("Naam en e-mail", "Name and e-mail"))</h2>
        <form method="post" action="/account/contact">\(token)
        \(field("name", say("Naam", "Name"), value: contact?.name ?? "", required: true, autocomplete: "name", after: refused))
        \(field("email", say("E-mailadres (mag leeg blijven)", "E-mail address (may stay empty)"), type: "email",
            value: contact?.email ?? "", autocomplete: "email", longest: 254, after: refused))
        <button class="button">\(say("Bewaren", "Keep"))</button></form></section>
        """
    }

    private var languageSection: HTML {
        let choices = Language.allCases.map { language in
            """
            <label class="box" lang="\(language.rawValue)"><input type="radio" name="lang" value="\(language.rawValue)"\
            \(if: language == say.language, " checked")> \(language == .nl ? "Nederlands" : "English")</label>
            """ as HTML
        }
        return """
            <section class="card" id="language"><h2>\(say("Taal", "Language"))</h2>
            <form method="post" action="/language"><input type="hidden" name="next" value="/account#language">
            <fieldset><legend>\(say("De taal van uw schermen", "The language of your screens"))</legend><div class="boxes">\(choices)</div></fieldset>
            <button class="button">\(say("Kiezen", "Choose"))</button></form></section>
            """
    }

    func passkeySection(_ passkeys: [Passkey]) -> HTML {
        let rows = passkeys.map { passkeyRow($0) }
        let list: HTML =
            rows.isEmpty
            ? """
            <p>\(say("U hebt nog geen passkey. Zonder passkey hebt u elke keer een link nodig.",
                "You have no passkey yet. Without one you need a link every time."))</p>
            """ : "<ul class=\"plain entries\">\(rows)</ul>"
        return """
            <section class="card" id="passkeys"><h2>Passkeys</h2>\(list)
            <p><a class="button" href="/account/passkeys">\(say("Passkey toevoegen", "Add a passkey"))</a></p></section>
            """
    }

    private func passkeyRow(_ passkey: Passkey) -> HTML {
        let path = "/account/passkeys/\(passkey.id.rawValue)"
        let copied: HTML =
            passkey.copySuspectedAt == nil
            ? ""
            : """
            <p class="pill broken">▲ \(say("Misschien bestaat er een kopie. Verwijder deze passkey.",
                "A copy may exist. Remove this passkey."))</p>
            """
        let removal = button(say("Ja, verwijder deze passkey", "Yes, remove this passkey"), to: "\(path)/removal")
        let nameField = "name-\(passkey.id.rawValue)"
        return """
            <li data-testid="passkey"><p><strong>\(passkey.name)</strong><br><span class="quiet">\
            \(say("gemaakt", "made")) \(day(passkey.createdAt)) · \(say("gebruikt", "used")) \(since(passkey.lastUsedAt))\
            \(passkey.backedUp ? " · " + say("ook elders bewaard", "kept elsewhere too") : "")</span></p>\(copied)
            <details><summary aria-label="\(say("Hernoemen", "Rename")): \(passkey.name)">\(say("Hernoemen", "Rename"))</summary>
            <form method="post" action="\(path)/name">\(token)<label for="\(nameField)">\(say("Nieuwe naam", "New name"))</label>
            <input id="\(nameField)" name="name" value="\(passkey.name)" maxlength="80" required>
            <button class="button quiet">\(say("Bewaren", "Keep"))</button></form></details>
            \(careful(say("Verwijderen", "Remove"), say("U kunt zich er daarna niet meer mee aanmelden.",
                "You can no longer sign in with it."), of: passkey.name, removal))</li>
            """
    }

    private func sessionSection(_ sessions: [Session], current: Session.ID) -> HTML {
        let rows = sessions.map { session in
            let isThis = session.id == current
            let means = session.means == .passkey ? "passkey" : "link"
            let end =
                isThis
                ? HTML.empty
                : button(
                    say("Afmelden", "Sign out"), to: "/account/sessions/\(session.id.rawValue)/end",
                    described: session.device)
            return """
                <li><p><strong>\(session.device)</strong>\(isThis ? " · " + say("deze browser", "this browser") : "")<br>\
                <span class="quiet">\(say("aangemeld met", "signed in with")) \(means), \(since(session.createdAt)) · \
                \(say("gezien", "seen")) \(since(session.seenAt))</span></p>\(end)</li>
                """ as HTML
        }
        let others =
            sessions.count > 1
            ? button(say("Overal elders afmelden", "Sign out everywhere else"), to: "/account/sessions/others/end") : ""
        return """
            <section class="card" id="sessions"><h2>\(say("Waar u bent aangemeld", "Where you are signed in"))</h2>
            <ul class="plain entries">\(rows)</ul>\(others)</section>
            """
    }
}
