import Access
import Foundation
import Gate
import Testing

@testable import Web

@Suite("Signing in with a link")
struct AccessSignInTests {
    @Test("the sign-in page has a passkey button and says how to get a link, in both languages")
    func signInPage() async throws {
        let site = try await AccessSite()
        try await site.test { browser async throws in
            let dutch = try await browser.get("/sign-in?next=/ecosystems")
            #expect(dutch.status == .ok)
            #expect(dutch.body.contains("Aanmelden met uw passkey"))
            #expect(dutch.body.contains("data-next=\"/ecosystems\""))
            #expect(dutch.body.contains("stelsel user invite"))
            let english = try await browser.get("/sign-in?lang=en")
            #expect(english.body.contains("Sign in with your passkey"))
            #expect(!english.body.contains("Aanmelden met"))
        }
    }

    @Test("opening a link uses nothing up; the button signs in, once, with a guarded cookie")
    func followLink() async throws {
        let site = try await AccessSite()
        let token = try await site.link(for: try await site.account())
        try await site.test { browser async throws in
            for _ in 0..<2 {
                let page = try await browser.get("/sign-in/\(token)")
                #expect(page.status == .ok)
                #expect(page.body.contains("Aanmelden als Sanne"))
                #expect(page.cookies.isEmpty)
            }
            let done = try await browser.post("/sign-in/\(token)", [])
            #expect(done.status == .seeOther)
            #expect(done.location == "/account/passkeys?welcome")
            let cookie = done.cookies.first ?? ""
            for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
            #expect(!cookie.contains("Secure"))
            let (_, account) = try await site.access.resolveSession(done.session ?? "")
            #expect(try await site.access.contact(account.id)?.name == "Sanne")
            let again = try await browser.post("/sign-in/\(token)", [])
            #expect(again.status == .forbidden)
            #expect(again.body.contains("Deze link is al gebruikt"))
            #expect(again.cookies.isEmpty)
        }
    }

    @Test("over https the cookie is Secure")
    func secureCookie() async throws {
        let site = try await AccessSite(base: "https://stelsel.example.nl")
        let token = try await site.link(for: try await site.account())
        try await site.test { browser async throws in
            let done = try await browser.post("/sign-in/\(token)", [])
            #expect(done.cookies.first?.contains("Secure") == true)
        }
    }

    @Test("expired, used and unknown links say what is wrong and how to get a new one")
    func unusableLinks() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        let (expired, used) = (try await site.link(for: account), try await site.link(for: account))
        _ = try await site.access.redeem(used)
        try await site.test { browser async throws in
            #expect(try await browser.get("/sign-in/\(used)").body.contains("Deze link is al gebruikt"))
            let unknown = try await browser.get("/sign-in/abc")
            #expect(unknown.status == .notFound)
            #expect(unknown.body.contains("Deze link is niet bekend"))
            #expect(unknown.body.contains("Vraag een beheerder om een nieuwe link"))
            #expect(unknown.body.contains("data-passkey=\"sign-in\""))
            site.clock.advance(days: 2)
            let late = try await browser.get("/sign-in/\(expired)")
            #expect(late.status == .forbidden)
            #expect(late.body.contains("Deze link is verlopen"))
            let english = try await browser.get("/sign-in/\(expired)?lang=en")
            #expect(english.body.contains("This link has expired"))
            #expect(try await browser.post("/sign-in/\(expired)", []).status == .forbidden)
        }
    }

    @Test("a link goes on only to pages of this site")
    func onlyLocal() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        let wishes = [
            "/ecosystems/deal": "/account/passkeys?welcome&next=%2Fecosystems%2Fdeal",
            "https://evil.example": "/account/passkeys?welcome", "//evil.example": "/account/passkeys?welcome",
        ]
        for (wish, expected) in wishes {
            let token = try await site.link(for: account)
            try await site.test { browser async throws in
                #expect(try await browser.post("/sign-in/\(token)", [("next", wish)]).location == expected)
            }
        }
    }

    @Test("another site cannot make a browser follow a link, sign out or choose a language")
    func otherSites() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        let token = try await site.link(for: account)
        try await site.test { browser async throws in
            for path in ["/sign-in/\(token)", "/language"] {
                let forged = try await browser.send(
                    .post, path, [.origin: "https://evil.example", .contentType: "application/x-www-form-urlencoded"],
                    "lang=en")
                #expect(forged.status == .forbidden)
                #expect(forged.cookies.isEmpty)
            }
            #expect(try await site.access.inspect(token).usedAt == nil)
            let signedIn = try await browser.signedIn(account)
            #expect(try await signedIn.post("/sign-out", csrf: "wrong").status == .forbidden)
            #expect(try await site.access.sessions(account.id).count == 1)
        }
    }

    @Test("signing out ends the session and takes the cookie away")
    func signOut() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(account)
            let out = try await signedIn.post("/sign-out")
            #expect(out.location == "/sign-in?done=signed-out")
            #expect(out.session == "")
            #expect(try await site.access.sessions(account.id).isEmpty)
            #expect(try await signedIn.get("/account").location == "/sign-in?next=%2Faccount")
            #expect(try await browser.get(out.location).body.contains("U bent afgemeld"))
        }
    }

    @Test("the language is kept for the browser and for the account")
    func language() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        try await site.test { browser async throws in
            let anyone = try await browser.post("/language", [("lang", "en"), ("next", "/ecosystems")])
            #expect(anyone.location == "/ecosystems")
            #expect(anyone.cookies.first?.hasPrefix("lang=en;") == true)
            #expect(try await browser.post("/language", [("lang", "fr")]).status == .badRequest)
            _ = try await browser.signedIn(account).post("/language", [("lang", "en")])
            #expect(try await site.access.account(account.id).language == .en)
        }
    }
}

@Suite("Where to go next")
struct LocalPathTests {
    @Test(
        "anything that may leave this site is refused",
        arguments: [
            "", "https://evil.example", "//evil.example", "/\\evil.example", "/a\\b", "ecosystems", "/a b", "/a\r\nb",
            "javascript:alert(1)", "/sign-in", "/sign-in/abc", "/sign-out", "/language", "/\u{e9}",
        ])
    func refused(_ text: String) { #expect(LocalPath(text) == nil) }

    @Test("a path of this site is kept as it is", arguments: ["/", "/ecosystems/deal?as-of=3#top", "/account"])
    func kept(_ text: String) { #expect(LocalPath(text)?.url == text) }
}

@Suite("Naming a browser")
struct DeviceTests {
    @Test(
        "browsers and systems are recognised",
        arguments: [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"),
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari · iPhone"),
            ("curl/8", "Browser"),
        ])
    func named(_ agent: String, _ name: String) { #expect(Device(userAgent: agent).name == name) }
}

@Suite("A store that can only be read")
struct AccessReadOnlyTests {
    @Test("pages still open, links are not used up, and signing out at least forgets the cookie")
    func readOnly() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        let token = try await site.link(for: account)
        let (session, secret) = try await site.access.createSession(for: account.id, means: .link, device: "Firefox")
        let readOnly = try await site.reopenedReadOnly()
        try await readOnly.test { browser async throws in
            let signedIn = AccessBrowser(
                client: browser.client, door: browser.door, session: (secret.plaintext, session.id))
            #expect(try await signedIn.get("/account").status == .ok)
            #expect(try await browser.get("/sign-in/\(token)").status == .ok)
            #expect(try await browser.post("/sign-in/\(token)").status == .serviceUnavailable)
            #expect(try await browser.script("/sign-in/options").status == .serviceUnavailable)
            #expect(try await signedIn.post("/account/contact", [("name", "Anders")]).status == .serviceUnavailable)
            #expect(try await signedIn.post("/sign-out").session == "")
            #expect(try await readOnly.access.inspect(token).usedAt == nil)
        }
        withExtendedLifetime(site) {}
    }
}
