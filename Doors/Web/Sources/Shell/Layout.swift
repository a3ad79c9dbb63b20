import Access
import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import NIOCore

/// A page before it gets its frame.
package struct Page: Sendable {
    package let title: String
    package let main: HTML
    /// The place in the navigation.
    package var place = Place.none
    package var status = HTTPResponse.Status.ok
    /// Stylesheets and scripts beyond those of every page.
    package var styles: [String] = []
    package var scripts: [String] = []
    /// Without header and footer: the page takes the whole screen.
    package var isBare = false
    /// The address of an Atom feed of what the page shows; empty when there is none.
    package var feed = ""

    package init(_ title: String, place: Place = .none, _ main: HTML) {
        self.title = title
        self.place = place
        self.main = main
    }

    package enum Place: String, Sendable {
        case none, today, ecosystems, methods, search
        case overview, parties, purpose, lifecycle, map, agreements, governance, history
    }
}

extension Visit {
    /// The page in its frame, as an answer.
    package func show(_ page: Page) -> Response {
        tellingOnce(Response.html(framed(page, in: nil), page.status))
    }

    func framed(_ page: Page, in inside: EcosystemVisit?) -> String {
        let styles: HTML = (["stelsel.css"] + page.styles).html {
            "<link rel=\"stylesheet\" href=\"\(Path.asset($0))\">"
        }
        let scripts: HTML = (["stelsel.js"] + page.scripts).html {
            "<script type=\"module\" src=\"\(Path.asset($0))\"></script>"
        }
        let feed: HTML =
            page.feed.isEmpty ? "" : "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(page.feed)\">"
        let live = inside.map { $0.isPast ? HTML.empty : updates($0) } ?? .empty
        let brand = inside.map(\.name) ?? "Stelsel"
        let past = inside.map { PastLinks($0) }
        let header = page.isBare ? HTML.empty : header(page.place, inside)
        let frame: HTML = """
            <!doctype html>
            <html lang="\(say.language.rawValue)"><head><meta charset="utf-8"><title>\(page.title.isEmpty || page.title == brand ? brand : "\(page.title) · \(brand)")</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
            <link rel="icon" href="\(Path.asset("icon.svg"))" type="image/svg+xml">\(feed)\(styles)\(scripts)</head>
            <body\(live)\(if: page.isBare, " class=\"bare\"")>
            <a class="skip" href="#main">\(say("Naar de inhoud", "To the content"))</a>
            \(past?.html(header) ?? header)\(warnings(inside))
            <main id="main" tabindex="-1">\(justDone(inside))\(past?.html(page.main) ?? page.main)</main>
            \(page.isBare ? HTML.empty : footer)
            </body></html>
            """
        return frame.text
    }

    /// Where an open page hears of changes, and what it then says: when it shows them, when it could, and when somebody is typing.
    private func updates(_ inside: EcosystemVisit) -> HTML {
        let typing = say(
            "Iemand anders heeft hier iets gewijzigd. Bewaar gerust; als het hetzelfde betreft, kunt u daarna kiezen.",
            "Someone else changed something here. Go on and save; if it concerns the same, you can choose then.")
        return """
             data-updates="\(Path.updates(inside.id))" data-updated="\(say("Bijgewerkt: er is iets veranderd.", "Updated: something changed."))" \
            data-newer="\(say("Iemand anders heeft hier iets gewijzigd.", "Someone else changed something here."))" \
            data-show="\(say("Toon wat er nu staat", "Show what is there now"))" data-typing="\(typing)" data-close="\(say("Sluiten", "Close"))"\(if: request.method == .post, " data-sent")
            """
    }

    private func header(_ place: Page.Place, _ inside: EcosystemVisit?) -> HTML {
        let links = inside.map { ecosystemLinks($0) } ?? globalLinks
        let items: HTML = links.html { link in
            let current: HTML = link.place == place ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(link.path)\"\(current)>\(link.label)</a></li>"
        }
        return """
            <header class="top"><a class="brand" href="\(Path.home)"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">\
            <path d="M12 5 5 18h14z" class="brand-line"/><circle cx="12" cy="5" r="3"/><circle cx="5" cy="18" r="3"/>\
            <circle cx="19" cy="18" r="3"/></svg><span>Stelsel</span></a>\(here(inside))
            <details class="menu"><summary>\(say("Menu", "Menu"))</summary></details>
            <nav aria-label="\(say("Hoofdmenu", "Main menu"))"><ul>\(items)</ul></nav>\(who)</header>
            """
    }

    private var globalLinks: [(place: Page.Place, label: String, path: Path)] {
        [
            (.today, say("Vandaag", "Today"), .home), (.ecosystems, say("Ecosystemen", "Ecosystems"), .ecosystems),
            (.methods, say("Methoden", "Methods"), .methods), (.search, say("Zoeken", "Search"), .everywhere),
        ]
    }

    private func ecosystemLinks(_ inside: EcosystemVisit) -> [(place: Page.Place, label: String, path: Path)] {
        let id = inside.id
        return [
            (.overview, say("Overzicht", "Overview"), .ecosystem(id)),
            (.parties, say("Partijen", "Parties"), .parties(id)),
            (.purpose, say("Doel", "Purpose"), .purpose(id)),
            (.lifecycle, say("Levensloop", "Lifecycle"), .lifecycle(id)),
            (.map, say("Kaart", "Map"), .map(id)),
            (.agreements, say("Afspraken", "Agreements"), .agreements(id)),
            (.governance, say("Bestuur", "Governance"), .governance(id)),
            (.history, say("Geschiedenis", "History"), .history(id)),
            (.search, say("Zoeken", "Search"), .search(id)),
        ]
    }

    /// On a phone the name stands beside the mark, and the rest of the header opens with the menu.
    private func here(_ inside: EcosystemVisit?) -> HTML {
        inside.map { "<a class=\"here\" href=\"\(Path.ecosystem($0.id))\">\($0.name)</a>" } ?? ""
    }

    private var who: HTML {
        let other = say.language == .nl ? ("en", "English") : ("nl", "Nederlands")
        let language: HTML = """
            <form method="post" action="/language"><input type="hidden" name="next" value="\(request.uri.string)">\
            <button class="plain" name="lang" value="\(other.0)" lang="\(other.0)">\(other.1)</button></form>
            """
        guard visitor.account != nil else {
            return
                "<div class=\"who\">\(language)<a class=\"button\" href=\"/sign-in\">\(say("Aanmelden", "Sign in"))</a></div>"
        }
        return """
            <div class="who">\(language)<a href="/account">\(say("Mijn account", "My account"))</a>
            <form method="post" action="/sign-out">\(token)<button class="plain">\(say("Afmelden", "Sign out"))</button></form></div>
            """
    }

    private func warnings(_ inside: EcosystemVisit?) -> HTML {
        var warnings: HTML = ""
        if door.installation.readOnlyBecause != nil {
            let (why, command): (String, String) =
                door.installation.lacksKey
                ? (
                    say(
                        "De sleutel waarmee deze opslag tekent ontbreekt of is een andere. Er kan niets gewijzigd worden; een beheerder zet hem terug, of draait",
                        "The key with which this store signs is missing or another. Nothing can be changed; an administrator puts it back, or runs"
                    ),
                    "stelsel key renew"
                )
                : (
                    say(
                        "De opslag is beschadigd of klopt niet met zijn bewijs. Er kan niets gewijzigd worden; een beheerder draait",
                        "The store is damaged or does not fit its proof. Nothing can be changed; an administrator runs"),
                    "stelsel verify"
                )
            warnings += """
                <p class="banner broken" role="alert"><strong>\(say("Alleen lezen.", "Read only."))</strong> \(why) <code>\(command)</code>.</p>
                """
        }
        if let inside, inside.isPast {
            warnings += """
                <p class="banner" role="status">\(say("U kijkt terug naar", "You look back to")) <strong>\(inside.momentLookedBackTo)</strong>. \
                \(say("Alleen lezen.", "Read only.")) <a href="\(request.uri.path)">\(say("Naar nu", "To the present"))</a></p>
                """
        }
        return warnings
    }

    private var footer: HTML {
        """
        <footer><ul><li><a href="\(Path.proof)">\(say("Bewijs", "Proof"))</a></li>\
        <li><a href="\(Path.glossary)">\(say("Begrippen", "Terms"))</a></li>\
        <li><a href="\(Path.reference)">\(say("Naslag", "Reference"))</a></li>\
        <li><a href="/api/v1/openapi.json">API</a></li></ul>
        <p>\(say("Stelsel: in kaart brengen, afspreken, uitvoeren en meten.", "Stelsel: map, agree, run and measure."))</p></footer>
        """
    }
}

extension EcosystemVisit {
    /// The page in its frame, with the navigation of this ecosystem.
    package func show(_ page: Page) -> Response {
        visit.tellingOnce(Response.html(visit.framed(page, in: self), page.status))
    }
}

extension Response {
    package static func html(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// On to another page after a change; only to a path of our own.
    package static func onward(to path: Path) -> Response { onward(to: path.url) }

    package static func onward(to url: String) -> Response {
        let isLocal =
            url.hasPrefix("/") && !url.hasPrefix("//") && !url.contains("\\") && !url.utf8.contains { $0 < 32 }
        return Response(status: .seeOther, headers: [.location: isLocal ? url : "/"])
    }
}
