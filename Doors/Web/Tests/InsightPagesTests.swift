import Ecosystems
import Foundation
import Kernel
import NetworkMap
import Testing

@testable import Web

@Suite("The map read as an ecosystem, on pages")
struct InsightPagesTests {
    private static let relation = "cloudleverancier-supply-opdrachtgever"

    private func fields(_ by: String, _ quality: String) -> [(String, String)] {
        [("f.relation", Self.relation), ("f.by", by), ("f.on", "2026-11-01"), ("f.quality", quality)]
    }

    @Test("both sides say how a relation goes; its page and the map tell whether they agree")
    func sides() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = "/ecosystems/it-lots/records/relations/\(Self.relation)"
            let records = "/ecosystems/it-lots/records/observations"
            let supplier = try await bed.browser(client, as: "accountdirecteur-cloud")
            #expect(try await supplier.get(page).body.contains("Nog geen van beide kanten zei hoe het gaat."))
            #expect(try await supplier.post(records, fields("cloudleverancier", "shared")).status == .seeOther)
            let forAnother = try await supplier.post(records, fields("opdrachtgever", "shared"))
            #expect(forAnother.status == .forbidden)
            let client = try await bed.browser(client, as: "it-directeur")
            #expect(try await client.post(records, fields("opdrachtgever", "unaware")).status == .seeOther)
            let told = try await client.get(page).body
            #expect(told.contains("De kanten zien het verschillend.") && told.contains("werkt langs elkaar heen"))
            let map = try await client.get("/ecosystems/it-lots/map").body
            #expect(map.contains("Cloudleverancier: deelt een belang; Opdrachtgever: werkt langs elkaar heen"))
            let findings = try await client.get("/ecosystems/it-lots/findings").body
            #expect(findings.contains("zien hun relatie verschillend"))
        }
    }

    @Test("the page of an organisation tells what hangs on it, and a finding leads there")
    func impact() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let page = try await browser.get("/ecosystems/it-lots/parties/opdrachtgever").body
            #expect(page.contains("id=\"impact\"") && page.contains("Draagt niemand anders"))
            #expect(page.contains("Verliest het contact met de rest"))
            let findings = try await browser.get("/ecosystems/it-lots/findings").body
            #expect(findings.contains("/ecosystems/it-lots/parties/opdrachtgever#impact\""))
        }
    }

    @Test("who leaves an agreement first sees what hangs on it")
    func leaving() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "accountmanager-netwerk")
            let page = try await browser.get("/ecosystems/it-lots/agreements/kavelafspraken/exit")
            #expect(page.body.contains("id=\"follows\"") && page.body.contains("id=\"impact\""))
        }
    }

    @Test("the map hides what follows from other records when asked, and its table links to those records")
    func derived() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let whole = try await browser.get("/ecosystems/it-lots/map").body
            #expect(whole.contains("/ecosystems/it-lots/records/exchanges/") && whole.contains("volgt uit: ruil"))
            let recorded = try await browser.get("/ecosystems/it-lots/map?derived=no").body
            #expect(!recorded.contains("/ecosystems/it-lots/records/exchanges/"))
            #expect(recorded.contains("8 organisaties en 25 relaties."))
        }
    }
}
