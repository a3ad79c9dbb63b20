import Access
import Foundation
import Gate
import Testing

@testable import Web

@Suite("People, for administrators")
struct AccessPeopleTests {
    @Test("only administrators see it and use it")
    func onlyAdministrators() async throws {
        let site = try await AccessSite()
        let account = try await site.account()
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(account)
            for path in ["/people", "/people/\(account.id.rawValue)"] {
                let page = try await signedIn.get(path)
                #expect(page.status == .forbidden)
                #expect(page.body.contains("rights.administer"))
            }
            #expect(try await signedIn.post("/people/invitations", [("name", "Bram")]).status == .forbidden)
            let wish = [("state", "administrator")]
            #expect(try await signedIn.post("/people/\(account.id.rawValue)/state", wish).status == .forbidden)
            #expect(try await site.access.accounts().map(\.administrator) == [false])
        }
    }

    @Test("an invitation makes an account that acts as a person, and shows a link that works once")
    func invite() async throws {
        let site = try await AccessSite()
        try await site.ecosystem()
        let admin = try await site.account(administrator: true)
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(admin)
            let form = try await signedIn.get("/people")
            #expect(form.body.contains("<option value=\"deal/trekker\">Trekker, Gemeente Zwolle</option>"))
            let made = try await signedIn.post(
                "/people/invitations",
                [("name", "Bram"), ("email", "bram@example.nl"), ("person", "deal/trekker"), ("language", "en")])
            #expect(made.status == .ok)
            let link = try #require(made.value(of: "fresh-link"))
            #expect(link.hasPrefix("\(AccessSite.base)/sign-in/"))
            let path = String(link.dropFirst(AccessSite.base.count))
            #expect(try await browser.get(path).body.contains("Trekker, Gemeente Zwolle (De deal)"))
            #expect(try await browser.post(path).session != nil)
            let bram = try #require(try await site.access.account(actingAs: "trekker", in: "deal"))
            #expect(bram.language == .en)
            #expect(!bram.administrator)
            #expect(try await !signedIn.get("/people").body.contains(link))
        }
    }

    @Test("a taken person, a known address, an unknown person and an empty name make no account")
    func refusedInvitations() async throws {
        let site = try await AccessSite()
        try await site.ecosystem()
        let admin = try await site.account(administrator: true)
        try await site.access.bind(admin.id, ecosystem: "deal", person: "trekker")
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(admin)
            let wishes: [([(String, String)], String)] = [
                ([("name", "Bram"), ("person", "deal/trekker")], "seat-taken"),
                ([("name", "Bram"), ("person", "deal/niemand")], "seat-invalid"),
                ([("name", "Bram"), ("person", "nergens/x")], "ecosystem.unknown"),
                ([("name", "Bram"), ("email", "SANNE@example.nl")], "account.email-known"),
                ([("name", "")], "vault-invalid"),
            ]
            for (fields, rule) in wishes {
                let refused = try await signedIn.post("/people/invitations", fields)
                #expect(refused.status.code >= 400)
                #expect(refused.body.contains(rule), "\(rule)")
            }
            #expect(try await site.access.accounts().count == 1)
        }
    }

    @Test("an account gets a new link and a seat, is disabled and enabled; the last administrator stays")
    func manage() async throws {
        let site = try await AccessSite()
        try await site.ecosystem()
        let (admin, bram) = (try await site.account(administrator: true), try await site.account("Bram"))
        try await site.test { browser async throws in
            let (signedIn, his) = (try await browser.signedIn(admin), try await browser.signedIn(bram))
            let path = "/people/\(bram.id.rawValue)"
            #expect(try await signedIn.post("\(path)/links").value(of: "fresh-link")?.contains("/sign-in/") == true)
            let bound = try await signedIn.post("\(path)/seats", [("person", "deal/jurist")])
            #expect(bound.location == "\(path)?done=seat-added")
            #expect(try await signedIn.get(path).body.contains("Jurist, Gemeente Zwolle (De deal)"))
            #expect(try await signedIn.post("\(path)/seats", [("person", "")]).status == .badRequest)
            let freed = try await signedIn.post("\(path)/seats/removal", [("person", "deal/jurist")])
            #expect(freed.location == "\(path)?done=seat-removed")
            #expect(try await signedIn.post("\(path)/state", [("state", "disabled")]).location.contains("disabled"))
            #expect(try await his.get("/account").status == .seeOther)
            #expect(try await signedIn.post("\(path)/links").status == .forbidden)
            #expect(try await signedIn.post("\(path)/state", [("state", "enabled")]).location.contains("enabled"))
            #expect(try await signedIn.post("\(path)/state", [("state", "koning")]).status == .badRequest)
            let own = "/people/\(admin.id.rawValue)/state"
            for state in ["member", "disabled"] {
                let refused = try await signedIn.post(own, [("state", state)])
                #expect(refused.status == .conflict)
                #expect(refused.body.contains("account-last-administrator"))
            }
            #expect(try await signedIn.post("\(path)/state", [("state", "administrator")]).status == .seeOther)
            #expect(try await signedIn.post(own, [("state", "member")]).status == .seeOther)
            #expect(try await signedIn.get("/people").status == .forbidden)
            #expect(try await signedIn.get("/people/onbekend").status == .forbidden)
        }
    }
}
