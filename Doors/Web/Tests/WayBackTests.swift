import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("Back to where one came from")
struct WayBackTests {
    private let root = "/ecosystems/it-lots"

    @Test("What is added from the page of a party leads back there; an address elsewhere is not followed")
    func party() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let party = "\(root)/parties/kavel-netwerk"
            #expect(
                try await browser.get(party).body.contains(
                    "/new/persons?organisation=kavel-netwerk&amp;back=\(party)\""))
            let form = try await browser.get("\(root)/new/persons?organisation=kavel-netwerk&back=\(party)").body
            #expect(form.contains("name=\"back\" value=\"\(party)\""))
            let sent = [("f.organisation", "kavel-netwerk"), ("f.function.nl", "Planner")]
            let added = try await browser.post("\(root)/records/persons", sent + [("back", party)])
            #expect(added.location == party)
            let elsewhere = try await browser.post("\(root)/records/persons", sent + [("back", "//elders.nl")])
            #expect(elsewhere.location.hasPrefix("\(root)/records/persons/"))
        }
    }

    @Test("Going on before all is ready asks why, and an answer keeps its lines")
    func early() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client, as: "it-directeur").get("\(root)/lifecycle").body
            #expect(page.contains("Waarom nu al? Nog niet klaar: "))
        }
    }
}
