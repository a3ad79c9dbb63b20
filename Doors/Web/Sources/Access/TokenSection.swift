import Access
import Foundation
import Hummingbird
import Kernel
import Markup

extension Visit {
    /// API tokens: those that exist, and a form for a new one.
    func tokenSection(_ account: Account, fresh: Secret?, _ refused: RefusedAccess?) async throws -> HTML {
        let tokens = try await access.tokens(account.id)
        let now = Date(timeIntervalSince1970: Double(door.installation.clock.now()) / 1000)
        let rows = tokens.map { tokenRow($0, now: now) }
        let list: HTML = rows.isEmpty ? "" : "<ul class=\"plain entries\">\(rows)</ul>"
        return """
            <section class="card" id="tokens"><h2>API-tokens</h2>
            <p>\(say("Met een token werkt een programma namens u. Het mag nooit meer dan u zelf.",
                "With a token a program works in your name. It may never do more than you."))</p>
            \(freshToken(fresh))\(list)\(await newTokenForm(account, refused))</section>
            """
    }

    private func freshToken(_ fresh: Secret?) -> HTML {
        guard let fresh else { return "" }
        return once(
            "fresh-token", say("Uw nieuwe token", "Your new token"), fresh.plaintext,
            say("Kopieer het nu: het is hierna niet meer te zien.", "Copy it now: it will not be shown again."))
    }

    /// A secret that is shown once, ready to be copied.
    func once(_ id: String, _ label: String, _ secret: String, _ advice: String) -> HTML {
        """
        <div class="banner" role="status"><label for="\(id)"><strong>\(label)</strong></label>
        <input id="\(id)" class="secret" data-testid="\(id)" value="\(secret)" readonly spellcheck="false" \
        aria-describedby="\(id)-hint"><p id="\(id)-hint">\(advice)</p></div>
        """
    }

    private func tokenRow(_ token: APIToken, now: Date) -> HTML {
        let isOver = token.revokedAt != nil || token.expiresAt <= now
        let state =
            token.revokedAt.map { say("ingetrokken", "revoked") + " " + day($0) }
            ?? (isOver ? say("verlopen", "expired") : say("geldig tot", "valid until")) + " " + day(token.expiresAt)
        let scopes = APIToken.Scope.allCases.filter { token.scopes.contains($0) }.map { scopeWords($0) }
        let place = token.ecosystem ?? say("alle ecosystemen", "all ecosystems")
        let form = button(
            say("Ja, trek dit token in", "Yes, revoke this token"), to: "/account/tokens/\(token.id.rawValue)/removal")
        let end: HTML =
            isOver
            ? ""
            : careful(
                say("Intrekken", "Revoke"),
                say(
                    "Programma's die het gebruiken, werken dan niet meer.",
                    "Programs that use it will stop working."), of: token.name, form)
        return """
            <li data-testid="token"><p><strong>\(token.name)</strong><br><span class="quiet">\
            \(scopes.joined(separator: ", ")) · \(place) · \(state) · \(say("gebruikt", "used")) \(since(token.lastUsedOn))\
            </span></p>\(end)</li>
            """
    }

    /// With the name that the API uses when it says what a token lacks.
    private func scopeWords(_ scope: APIToken.Scope) -> String {
        switch scope {
        case .read: say("lezen (read)", "read")
        case .write: say("wijzigen (write)", "change (write)")
        case .map: say("alleen de kaart lezen (map)", "only read the map")
        case .admin: say("beheren (admin)", "administer (admin)")
        }
    }

    private func scopeHelp(_ account: Account) -> String {
        let roles = say(
            "Lezen: zien wat u in uw rollen ziet. Wijzigen: veranderen wat u in die rollen mag.",
            "Read: see what you see in your roles. Change: change what you may in those roles.")
        guard account.administrator else { return roles }
        return roles
            + say(
                " Beheren: daarbij alles wat een beheerder ziet en mag; op zichzelf geeft het niets.",
                " Administer: besides, all that an administrator sees and may do; by itself it grants nothing.")
    }

    private func newTokenForm(_ account: Account, _ refused: RefusedAccess?) async -> HTML {
        let isChosen = { (scope: APIToken.Scope) in
            refused.map { $0.sent.all("scope").contains(scope.rawValue) } ?? (scope == .read)
        }
        let (wrong, state) = mark("scope", after: refused, also: ["scope-hint"])
        // A token for the map is made on the map, because it belongs in an address.
        let scopes = APIToken.Scope.allCases.filter { $0 != .map && ($0 != .admin || account.administrator) }.map {
            scope in
            """
            <label class="box"><input type="checkbox" name="scope" value="\(scope.rawValue)"\
            \(if: isChosen(scope), " checked")> \(scopeWords(scope))</label>
            """ as HTML
        }
        let places =
            await [option("", say("Alle ecosystemen", "All ecosystems"))]
            + ecosystemOptions(chosen: refused.value("ecosystem"))
        let terms = [30, 90, 365].map {
            option("\($0)", "\($0) \(say("dagen", "days"))", selected: "\($0)" == refused.value("days", else: "90"))
        }
        return """
            <details\(if: refused != nil, " open")><summary>\(say("Nieuw token maken", "Make a new token"))</summary>
            <form method="post" action="/account/tokens#tokens">\(token)
            \(field("token-name", say("Naam, bijvoorbeeld het programma", "Name, such as the program"), required: true, longest: 80, after: refused))
            <fieldset id="scope" tabindex="-1"\(state)><legend>\(say("Wat mag het?", "What may it do?"))</legend>
            <p class="help" id="scope-hint">\(scopeHelp(account))</p>\(wrong)<div class="boxes">\(scopes)</div></fieldset>
            \(select("ecosystem", say("Waar?", "Where?"), places.joined))
            \(select("days", say("Hoe lang?", "How long?"), terms.joined))
            <button class="button">\(say("Token maken", "Make token"))</button></form></details>
            """
    }
}
