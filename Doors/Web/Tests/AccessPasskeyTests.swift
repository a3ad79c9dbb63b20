import Access
import Foundation
import Gate
import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite("Passkeys through the door")
struct AccessPasskeyTests {
    /// Registers a passkey for a signed-in browser.
    private func register(_ key: AccessAuthenticator, _ browser: AccessBrowser, _ extra: String = "") async throws
        -> AccessAnswer
    {
        let options = try await browser.script("/account/passkeys/options").json()
        return try await browser.script("/account/passkeys", key.register(options, extra))
    }

    @Test("a passkey is made, named, and signs in later")
    func roundTrip() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        try await site.test { browser async throws in
            var key = AccessAuthenticator()
            key.handle = account.id.rawValue
            let signedIn = try await browser.signedIn(account)
            let page = try await signedIn.get("/account/passkeys?welcome")
            #expect(page.body.contains("U bent aangemeld, Sanne"))
            #expect(page.body.contains("data-csrf=\"\(signedIn.csrf)\""))
            let made = try await register(key, signedIn, "\"name\":\"Werklaptop\",\"next\":\"/ecosystems\",")
            #expect(made.status == .ok)
            #expect(try made.json()["location"].string == "/ecosystems")
            #expect(try await site.access.passkeys(account.id).map(\.name) == ["Werklaptop"])

            let options = try await browser.script("/sign-in/options").json()
            let done = try await browser.script("/sign-in/passkey", key.signIn(options, "\"next\":\"//evil.example\","))
            #expect(done.status == .ok)
            #expect(try done.json()["location"].string == "/")
            let (session, who) = try await site.access.resolveSession(done.session ?? "")
            #expect(who.id == account.id)
            #expect(session.means == .passkey)
        }
    }

    @Test("an answer that is repeated, unknown or nonsense is refused as a problem, and nobody is signed in")
    func refusedAnswers() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        try await site.test { browser async throws in
            var key = AccessAuthenticator()
            key.handle = account.id.rawValue
            let options = try await browser.script("/sign-in/options").json()
            let unknown = try await browser.script("/sign-in/passkey", key.signIn(options))
            #expect(unknown.status == .unauthorized)
            #expect(unknown.headers[.contentType] == "application/problem+json")
            #expect(try unknown.json()["rule"].string == "passkey-unknown")
            #expect(unknown.cookies.isEmpty)
            let repeated = try await browser.script("/sign-in/passkey", key.signIn(options))
            #expect(try repeated.json()["rule"].string == "passkey-challenge-used")
            let nonsense = try await browser.script("/sign-in/passkey", "[1")
            #expect(nonsense.status == .badRequest)
            #expect(try nonsense.json()["title"].string?.isEmpty == false)
        }
    }

    @Test("scripts need the visitor's own token, a session and our own site")
    func forgedScripts() async throws {
        let site = try await AccessSite()
        let (account, other) = (try await site.account(), try await site.account("Bram"))
        try await site.test { browser async throws in
            let (mine, theirs) = (try await browser.signedIn(account), try await browser.signedIn(other))
            for path in ["/account/passkeys/options", "/account/passkeys"] {
                for token in ["", "wrong", theirs.csrf] {
                    #expect(try await mine.script(path, csrf: token).json()["rule"].string == "request-forged")
                }
                #expect(try await browser.script(path).status == .forbidden)
            }
            for path in ["/sign-in/options", "/sign-in/passkey"] {
                #expect(try await browser.script(path, origin: "https://evil.example").status == .forbidden)
                #expect(try await browser.script(path, origin: AccessSite.base).status != .forbidden)
            }
        }
    }

    @Test("a passkey is renamed and removed by its owner only; removing the last one warns")
    func manage() async throws {
        let site = try await AccessSite()
        let (account, other) = (try await site.account(), try await site.account("Bram"))
        try await site.test { browser async throws in
            let (mine, theirs) = (try await browser.signedIn(account), try await browser.signedIn(other))
            _ = try await register(AccessAuthenticator(), mine)
            let id = try #require(try await site.access.passkeys(account.id).first?.id.rawValue)
            let path = "/account/passkeys/\(id)"
            for request in [("\(path)/name", [("name", "Van mij")]), ("\(path)/removal", [])] {
                let refused = try await theirs.post(request.0, request.1)
                #expect(refused.status == .unauthorized)
                #expect(refused.body.contains("passkey-unknown"))
                #expect(try await mine.post(request.0, request.1, csrf: theirs.csrf).status == .forbidden)
            }
            #expect(try await site.access.passkeys(account.id).count == 1)
            #expect(try await mine.post("\(path)/name", [("name", "")]).status == .badRequest)
            let renamed = try await mine.post("\(path)/name", [("name", "Thuis <b>")])
            #expect(renamed.location == "/account?done=passkey-renamed#passkeys")
            #expect(try await mine.get("/account").body.contains("Thuis &lt;b&gt;"))
            let removed = try await mine.post("\(path)/removal")
            #expect(removed.location == "/account?done=last-passkey-removed#passkeys")
            #expect(try await mine.get(removed.location).body.contains("Het was uw laatste"))
        }
    }
}
