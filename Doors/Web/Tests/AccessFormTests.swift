import Access
import Hummingbird
import Testing

@testable import Web

@Suite("Forms about accounts")
struct AccessFormTests {
    private static func showsCode(_ page: String) -> Bool { page.contains(#/<code>|\([a-z]+-[a-z]+\)/#) }

    @Test("a refused invitation keeps what was filled in, says at the field what is wrong, and shows no code")
    func invitation() async throws {
        let site = try await AccessSite()
        try await site.ecosystem()
        let admin = try await site.account(administrator: true)
        try await site.access.bind(admin.id, ecosystem: "deal", person: "trekker")
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(admin)
            let sent = [
                ("name", "Bram & co"), ("email", "geen adres"), ("person", "deal/jurist"), ("language", "en"),
                ("administrator", "yes"),
            ]
            let page = try await signedIn.post("/people/invitations", sent).body
            #expect(page.contains("value=\"Bram &amp; co\"") && page.contains("value=\"geen adres\""))
            #expect(page.contains("<option value=\"deal/jurist\" selected>"))
            #expect(page.contains("<option value=\"en\" selected>"))
            #expect(page.contains("name=\"administrator\" value=\"yes\" checked"))
            #expect(page.contains("<a href=\"#email\">E-mailadres</a>: Dit e-mailadres kan niet kloppen."))
            #expect(page.contains("id=\"email-wrong\"") && page.contains("aria-invalid=\"true\""))
            #expect(!Self.showsCode(page))
            #expect(page.contains("<option disabled>Trekker, Gemeente Zwolle (heeft al een account)</option>"))
            let taken = try await signedIn.post("/people/invitations", [("name", "Bram"), ("person", "deal/trekker")])
            #expect(taken.body.contains("<a href=\"#person\">Treedt op als</a>: Een ander account"))
        }
    }

    @Test("a refused token keeps its name, boxes and days; a form beside it stays as it was")
    func token() async throws {
        let site = try await AccessSite()
        let account = try await site.account("Sanne")
        try await site.test { browser async throws in
            let signedIn = try await browser.signedIn(account)
            let page = try await signedIn.post("/account/tokens", [("token-name", "Rekenblad"), ("days", "365")]).body
            #expect(page.contains("value=\"Rekenblad\""))
            #expect(page.contains("<option value=\"365\" selected>"))
            #expect(page.contains("<details open><summary>Nieuw token maken"))
            #expect(page.contains("<a href=\"#scope\">Wat mag het?</a>: Zo mag het token niets."))
            #expect(page.contains("value=\"Sanne\""))
            #expect(!Self.showsCode(page))
            let contact = try await signedIn.post("/account/contact", [("name", "Sanne 2"), ("email", "nergens")]).body
            #expect(contact.contains("value=\"Sanne 2\"") && contact.contains("value=\"nergens\""))
        }
    }
}
