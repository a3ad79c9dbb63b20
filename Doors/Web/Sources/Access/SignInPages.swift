import Access
import Gate
import Hummingbird
import Kernel
import Markup

extension Visit {
    /// `GET /sign-in`: the passkey button, and how to get in without one.
    func signInPage() async throws -> Response {
        let next = LocalPath(query("next"))
        if visitor.session != nil { return .onward(to: next?.url ?? "/") }
        var page = Page(
            say("Aanmelden", "Sign in"),
            """
            <div class="narrow"><h1>\(say("Aanmelden", "Sign in"))</h1>
            \(saidAfterSignOut)<p class="lead">\(say("U meldt zich aan met uw passkey. Er zijn geen wachtwoorden.",
                "You sign in with your passkey. There are no passwords."))</p>
            <section class="card">\(passkeyButton(next))</section>
            <section><h2>\(say("Hebt u geen passkey?", "No passkey?"))</h2>\(freshLinkAdvice)</section></div>
            """)
        page.scripts = ["passkey.js"]
        return showAccess(page)
    }

    private var saidAfterSignOut: HTML {
        guard query("done") == "signed-out" else { return "" }
        return "<p class=\"banner ok\" role=\"status\">\(say("U bent afgemeld.", "You are signed out."))</p>"
    }

    /// The part that passkey.js brings to life. Without a script it says what is needed.
    func passkeyButton(_ next: LocalPath?) -> HTML {
        """
        <form class="passkey" data-passkey="sign-in" data-options="/sign-in/options" data-answer="/sign-in/passkey" \
        data-next="\(next?.url ?? "")"\(passkeyWords)>
        <button class="button" type="submit" data-testid="passkey-sign-in" hidden>\(say("Aanmelden met uw passkey", "Sign in with your passkey"))</button>
        <p class="quiet" data-waiting>\(say("Uw browser heeft JavaScript nodig om een passkey te gebruiken.",
            "Your browser needs JavaScript to use a passkey."))</p>
        <p role="alert" data-message hidden></p></form>
        """
    }

    /// How to get a link when the passkey is not at hand.
    var freshLinkAdvice: HTML {
        """
        <p>\(say("Vraag een beheerder om een nieuwe link. Die meldt u één keer aan; daarna kunt u een passkey maken.",
            "Ask an administrator for a new link. It signs you in once; then you can make a passkey."))</p>
        <p class="quiet">\(say("Beheert u dit Stelsel zelf? Maak dan een link op de server met",
            "Do you run this Stelsel yourself? Then make a link on the server with")) <code>stelsel user invite</code>.</p>
        """
    }

    /// `GET /sign-in/{token}`: says whose link it is and asks for a click; mail scanners that open links use nothing up.
    func linkPage() async throws -> Response {
        let invitation: Invitation
        do { invitation = try await access.inspect(part("token")) } catch let refusal as AccessRefusal {
            return unusableLink(refusal)
        }
        let name = try await access.contact(invitation.account)?.name ?? ""
        let seats = await seatWords(try await access.seats(invitation.account))
        let title =
            invitation.purpose == .signIn
            ? say("Aanmelden met een link", "Sign in with a link") : say("Welkom bij Stelsel", "Welcome to Stelsel")
        let roles: HTML = seats.isEmpty ? "" : "<ul>\(seats.map { "<li>\($0)</li>" as HTML })</ul>"
        let form: HTML = """
            <form method="post"><input type="hidden" name="next" value="\(LocalPath(query("next"))?.url ?? "")">\
            <button class="button" data-testid="link-sign-in">\(name.isEmpty ? say("Aanmelden", "Sign in") : say("Aanmelden als \(name)", "Sign in as \(name)"))</button></form>
            """
        return showAccess(
            Page(
                title,
                """
                <div class="narrow"><h1>\(title)</h1><p class="lead">\(linkWords(invitation.purpose, name))</p>
                \(roles)
                <section class="card">\(form)<p class="quiet">\(say("De link werkt één keer, tot en met",
                    "The link works once, up to and including")) \(day(invitation.expiresAt)).</p></section>
                <p class="quiet">\(say("Is deze link niet voor u? Gebruik hem dan niet en laat het de afzender weten.",
                    "Is this link not for you? Then do not use it, and tell the sender."))</p></div>
                """))
    }

    private func linkWords(_ purpose: Invitation.Purpose, _ name: String) -> String {
        switch purpose {
        case .firstAdministrator:
            say(
                "Met deze link meldt u zich aan als eerste beheerder.",
                "With this link you sign in as the first administrator.")
        case .join:
            say("\(name), u bent uitgenodigd om mee te doen.", "\(name), you are invited to take part.")
        case .signIn: say("Deze link is voor \(name).", "This link is for \(name).")
        }
    }

    /// Why a link does not work, and the two ways in that remain.
    func unusableLink(_ refusal: AccessRefusal) -> Response {
        let words = say(Text(refusal.messages.nl, refusal.messages.en))
        let title = words.hasSuffix(".") ? String(words.dropLast()) : words
        var page = Page(
            title,
            """
            <div class="narrow"><h1>\(title)</h1>
            <p class="lead">\(say(Text(refusal.remedy.nl, refusal.remedy.en)))</p>
            <section class="card"><h2>\(say("Hebt u al een passkey?", "Do you have a passkey already?"))</h2>
            <p>\(say("Dan hebt u geen link nodig.", "Then you need no link."))</p>\(passkeyButton(nil))</section>
            <section><h2>\(say("Een nieuwe link", "A new link"))</h2>\(freshLinkAdvice)</section>
            <p class="quiet">\(say("regel", "rule")) <code>\(refusal.rule.rawValue)</code></p></div>
            """)
        page.status = refusal.status
        page.scripts = ["passkey.js"]
        return showAccess(page)
    }
}
