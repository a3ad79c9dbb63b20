import Access
import Foundation
import Gate
import HTTPTypes
import Testing

@testable import Web

@Suite("One's own account")
struct AccessAccountTests {
    @Test("the page shows account, sessions, passkeys and tokens, in both languages")
    func page() async throws {
        let site = try await AccessSite()
        try await site.ecosystem()
        let account = try await site.account(administrator: true)
        try await site.access.bind(account.id, ecosystem: "deal", person: "trekker")
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(account)
            let dutch = try await signedIn.get("/account").body
            for words in [
                "U bent aangemeld als", "Sanne", "Trekker, Gemeente Zwolle (De deal)", "Firefox · Linux",
                "deze browser",
                "U hebt nog geen passkey", "Nieuw token maken", "href=\"/people\"",
            ] { #expect(dutch.contains(words), "\(words)") }
            let english = try await signedIn.get("/account?lang=en").body
            #expect(english.contains("You are signed in as"))
            #expect(english.contains("Where you are signed in"))
        }
    }

    @Test("without a session every page asks to sign in, and every form is refused")
    func nobody() async throws {
        let site = try await AccessSite()
        try await site.test { browser async throws in
            #expect(try await browser.get("/account?done=x").location == "/sign-in?next=%2Faccount%3Fdone%3Dx")
            #expect(try await browser.get("/account/passkeys").location == "/sign-in?next=%2Faccount%2Fpasskeys")
            #expect(try await browser.get("/people").location == "/sign-in?next=%2Fpeople")
            for entry in site.entries where entry.method == .post {
                guard entry.path.hasPrefix("/account") || entry.path.hasPrefix("/people") else { continue }
                #expect(entry.policy == .ownAccount || entry.policy == .administer)
                let answer = try await browser.post(entry.path.replacing(":", with: ""))
                #expect(answer.status == .forbidden, "\(entry.path)")
                #expect(answer.cookies.isEmpty)
            }
        }
    }

    @Test("every form is refused with a wrong token, and with another session's")
    func forged() async throws {
        let site = try await AccessSite()
        let (account, other) = (
            try await site.account(administrator: true), try await site.account("Bram", administrator: true)
        )
        try await site.test { browser async throws in
            let (mine, theirs) = (try await browser.signedIn(account), try await browser.signedIn(other))
            for entry in site.entries where entry.method == .post {
                guard entry.path.hasPrefix("/account") || entry.path.hasPrefix("/people") else { continue }
                let path = entry.path.replacing(":account", with: other.id.rawValue).replacing(":", with: "")
                for token in ["", "wrong", theirs.csrf] {
                    let answer = try await mine.post(path, csrf: token)
                    #expect(answer.status == .forbidden, "\(path)")
                    #expect(answer.body.contains("request-forged"), "\(path)")
                }
            }
            #expect(try await !site.access.account(other.id).disabled)
        }
    }

    @Test("an API token is nobody on pages, so it manages no accounts")
    func bearer() async throws {
        let site = try await AccessSite()
        let account = try await site.account(administrator: true)
        let end = Date(timeIntervalSince1970: Double(site.clock.now) / 1000 + 86_400)
        let (_, token) = try await site.access.createToken(
            for: account.id, name: "script", scopes: [.read, .write, .admin], expires: end)
        try await site.test { browser async throws in
            for path in ["/account", "/account/tokens", "/people/invitations", "/sign-out"] {
                let method: HTTPRequest.Method = path == "/account" ? .get : .post
                let answer = try await browser.send(method, path, [.authorization: "Bearer \(token.plaintext)"], "")
                #expect(answer.status == (method == .get ? .seeOther : .forbidden), "\(path)")
            }
            #expect(try await browser.send(.get, "/", [.authorization: "Basic eDp5"], "").status == .ok)
        }
    }

    @Test("name and address can be changed; a bad address is told on the page")
    func contact() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(account)
            let bad = try await signedIn.post("/account/contact", [("name", "Sanne"), ("email", "nergens")])
            #expect(bad.status == .badRequest)
            #expect(bad.body.contains("vault-invalid"))
            let good = try await signedIn.post("/account/contact", [("name", "Sanne de Boer"), ("email", "")])
            #expect(good.location == "/account?done=contact-changed#contact")
            #expect(try await site.access.contact(account.id) == Contact(name: "Sanne de Boer", email: nil))
        }
    }

    @Test("other sessions can be ended, one or all; those of others cannot")
    func sessions() async throws {
        let site = try await AccessSite()
        let (account, other) = (try await site.account(), try await site.account("Bram"))
        try await site.test { browser async throws in
            let mine = try await browser.signedIn(account)
            let phone = try await browser.signedIn(account)
            let theirs = try await browser.signedIn(other)
            let foreign = theirs.session?.id.rawValue ?? ""
            #expect(try await mine.post("/account/sessions/\(foreign)/end").status == .unauthorized)
            #expect(try await site.access.sessions(other.id).count == 1)
            let ended = try await mine.post("/account/sessions/\(phone.session?.id.rawValue ?? "")/end")
            #expect(ended.location == "/account?done=session-ended#sessions")
            #expect(try await phone.get("/account").status == .seeOther)
            _ = try await browser.signedIn(account)
            #expect(try await mine.post("/account/sessions/others/end").location.contains("sessions-ended"))
            #expect(try await site.access.sessions(account.id).map(\.id) == [mine.session?.id])
        }
    }

    @Test("a token is shown once, works, and can be revoked; only administrators may make one that administers")
    func tokens() async throws {
        let site = try await AccessSite()
        let (account, other) = (try await site.account(), try await site.account("Bram"))
        try await site.test { browser async throws in
            let (mine, theirs) = (try await browser.signedIn(account), try await browser.signedIn(other))
            let made = try await mine.post(
                "/account/tokens", [("token-name", "Rapport"), ("scope", "read"), ("scope", "write"), ("days", "30")])
            let plaintext = try #require(made.value(of: "fresh-token"))
            #expect(made.headers[.cacheControl] == "no-store")
            let (token, _) = try await site.access.resolveToken(plaintext)
            #expect(token.scopes == [.read, .write])
            #expect(try await !mine.get("/account").body.contains(plaintext))
            #expect(try await theirs.post("/account/tokens/\(token.id.rawValue)/removal").status == .unauthorized)
            for fields in [
                [("token-name", "Te veel"), ("scope", "admin")], [("token-name", "Niets")], [("scope", "read")],
                [("token-name", "Anders"), ("scope", "alles")],
                [("token-name", "Elders"), ("scope", "read"), ("ecosystem", "nergens")],
            ] {
                let refused = try await mine.post("/account/tokens", fields)
                #expect([.badRequest, .forbidden, .notFound].contains(refused.status))
                #expect(refused.value(of: "fresh-token") == nil)
            }
            #expect(
                try await mine.post("/account/tokens/\(token.id.rawValue)/removal").location.contains("token-revoked"))
            #expect(try await site.access.tokens(account.id).allSatisfy { $0.revokedAt != nil })
        }
    }

    @Test("the form for a token says what each scope means, administering only to who may")
    func scopeWords() async throws {
        let site = try await AccessSite()
        let (account, administrator) = (try await site.account(), try await site.account("Bea", administrator: true))
        try await site.test { browser async throws in
            let page = try await browser.signedIn(account).get("/account").body
            #expect(page.contains("Lezen: zien wat u in uw rollen ziet."))
            #expect(page.contains("wijzigen (write)"))
            #expect(!page.contains("Beheren: daarbij"))
            let theirs = try await browser.signedIn(administrator).get("/account?lang=en").body
            #expect(theirs.contains("by itself it grants nothing"))
        }
    }
}
