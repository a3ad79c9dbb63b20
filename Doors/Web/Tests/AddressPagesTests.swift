import Ecosystems
import HTTPTypes
import Testing

@testable import Ensemble
@testable import Web

@Suite("The address of a page") struct AddressPagesTests {
    @Test("a slash too many leads to the one address, and never to another site")
    func slashes() async throws {
        let bed = try await WebTestBed("den-bosch")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            for (asked, meant) in [
                ("/ecosystems/den-bosch/", "/ecosystems/den-bosch"), ("/reference/?lang=en", "/reference?lang=en"),
                ("//ecosystems", "/ecosystems"), ("//evil.example/", "/evil.example"),
            ] {
                let answer = try await browser.get(asked)
                #expect(answer.status == .permanentRedirect, "\(asked)")
                #expect(answer.location == meant)
            }
            #expect(try await browser.get("/\\evil.example/").status == .notFound)
            #expect(try await browser.get("/").status == .ok)
        }
    }

    @Test("the reference names the address of an ecosystem itself, and of what is in it")
    func reference() async throws {
        let bed = try await WebTestBed("den-bosch")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/reference").body
            #expect(page.contains("<code>/api/v1/ecosystems/{id}</code>"))
            #expect(page.contains("<code>/api/v1/ecosystems/{id}/adapted-methods</code>"))
            #expect(!page.contains("{id}/ecosystems"))
        }
    }

    @Test("a store that can only be read answers a change with 503, and says why")
    func readOnly() async throws {
        let bed = try await WebTestBed("den-bosch")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            bed.installation.ledger.stopWriting(because: "test")
            let answer = try await browser.post(
                "/ecosystems/den-bosch/records/ecosystems/den-bosch", [("f.name.nl", "Anders"), ("f.languages", "nl")])
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.body.contains("alleen te lezen"))
        }
    }
}
