import Hummingbird
import Markup

extension Visit {
    /// `GET /account/passkeys`: makes a passkey. `?welcome` is the first page after a link; it may be skipped.
    func newPasskeyPage() async throws -> Response {
        let (account, _) = try signedIn()
        let isWelcome = request.uri.queryParameters["welcome"] != nil
        let next = LocalPath(query("next"))
        let name = try await access.contact(account.id)?.name ?? ""
        let title =
            isWelcome
            ? name.isEmpty
                ? say("U bent aangemeld", "You are signed in")
                : say("U bent aangemeld, \(name)", "You are signed in, \(name)")
            : say("Passkey toevoegen", "Add a passkey")
        let skip: HTML =
            isWelcome
            ? "<p><a href=\"\(next?.url ?? "/")\" data-testid=\"skip-passkey\">\(say("Later", "Later"))</a></p>"
            : "<p><a href=\"/account#passkeys\">\(say("Terug naar mijn account", "Back to my account"))</a></p>"
        let goal = isWelcome ? next?.url ?? "/" : "/account?done=passkey-added#passkeys"
        var page = Page(
            title,
            """
            <div class="narrow"><h1>\(title)</h1>
            <p class="lead">\(isWelcome ? say("Maak nu een passkey: dan meldt u zich voortaan aan zonder link.",
                "Make a passkey now: from then on you sign in without a link.") : say("Maak een passkey op dit apparaat of op een beveiligingssleutel.",
                "Make a passkey on this device or on a security key."))</p>
            <section class="card">\(newPasskeyForm(goal))</section>\(skip)\(passkeyExplained)</div>
            """)
        page.scripts = ["passkey.js"]
        return showAccess(page)
    }

    private func newPasskeyForm(_ goal: String) -> HTML {
        """
        <form class="passkey" data-passkey="register" data-options="/account/passkeys/options" \
        data-answer="/account/passkeys" data-next="\(goal)" data-csrf="\(csrf)"\(passkeyWords)>
        \(field("name", say("Naam van de passkey", "Name of the passkey"), value: device.name,
            hint: say("Zo herkent u hem later terug in de lijst.", "By this you recognise it in the list later."), longest: 80))
        <button class="button" type="submit" data-testid="passkey-register" hidden>\(say("Passkey maken", "Make a passkey"))</button>
        <p class="quiet" data-waiting>\(say("Uw browser heeft JavaScript nodig om een passkey te maken.",
            "Your browser needs JavaScript to make a passkey."))</p>
        <p role="alert" data-message hidden></p></form>
        """
    }

    private var passkeyExplained: HTML {
        """
        <section><h2>\(say("Wat is een passkey?", "What is a passkey?"))</h2>
        <p>\(say("Een sleutel die op uw apparaat blijft. U ontgrendelt hem met uw vingerafdruk, gezicht of pincode. Wij krijgen die nooit te zien.",
            "A key that stays on your device. You unlock it with your fingerprint, face or PIN. We never see those."))</p></section>
        """
    }

    /// What passkey.js tells when the browser or the passkey says no.
    var passkeyWords: HTML {
        """
         data-unsupported="\(say("Deze browser kent geen passkeys. Gebruik een nieuwere browser of vraag een link.",
            "This browser knows no passkeys. Use a newer browser or ask for a link."))" \
        data-insecure="\(say("Passkeys werken alleen via https of op localhost. Open dit adres met https.",
            "Passkeys work only over https or on localhost. Open this address with https."))" \
        data-cancelled="\(say("Er is geen passkey gebruikt. Probeer het nog eens.", "No passkey was used. Try again."))" \
        data-exists="\(say("Op dit apparaat staat al een passkey van u. Meld u daarmee aan.",
            "This device already has a passkey of yours. Sign in with it."))" \
        data-unreachable="\(say("De server antwoordt niet. Controleer uw verbinding en probeer het nog eens.",
            "The server does not answer. Check your connection and try again."))" \
        data-failed="\(say("Dat lukte niet. Probeer het nog eens of vraag een nieuwe link.",
            "That did not work. Try again or ask for a new link."))" \
        data-busy="\(say("Volg de aanwijzingen van uw browser.", "Follow the directions of your browser."))"
        """
    }
}
