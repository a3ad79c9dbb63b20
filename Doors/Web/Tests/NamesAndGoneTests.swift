import Ecosystems
import Hummingbird
import Kernel
import Parties
import Testing

@testable import Web

@Suite("Names instead of ids, and what is gone or hidden")
struct NamesAndGoneTests {
    private let root = "/ecosystems/it-lots"

    @Test("What is called after what it refers to, is called by its name, in titles, lists and search")
    func titles() async throws {
        let bed = try await WebTestBed("it-lots")
        let reader = try await bed.reader()
        #expect(reader.title("boardings", "cloudleverancier").nl == "Toetreding van Cloudleverancier")
        #expect(reader.title("participations", "cloudleverancier").nl == "Deelname van Cloudleverancier")
        for plural in ["relations", "assignments", "passages", "closures", "participations"] {
            for id in reader.state.table(plural)?.ids ?? [] {
                let title = reader.title(plural, id).nl
                #expect(title != id && title.firstMatch(of: #/\b[a-z]+-[a-z]+-?[a-z]* (·|→)/#) == nil, "\(title)")
            }
        }
        try await bed.test { client in
            let page = try await bed.browser(client, administrator: true).get(
                "\(root)/records/boardings/cloudleverancier")
            #expect(page.body.contains("<h1>Toetreding van Cloudleverancier</h1>"))
        }
    }

    @Test("Of whom the history tells is everyone, not everything, until somebody is chosen")
    func everyone() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client, administrator: true).get("\(root)/history")
            #expect(page.body.contains("<select name=\"person\"><option value=\"\">iedereen</option>"))
        }
    }

    @Test("A refusal names the organisation, and sends only its own people to it")
    func refusals() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "accountmanager-datacenter")
            let refused = try await browser.post(
                "\(root)/records/organisations/kavel-netwerk", [("f.place", "Elders")])
            #expect(refused.status == .forbidden)
            #expect(!refused.body.contains("mandaat heeft van kavel-netwerk"))
            #expect(refused.body.contains("Laat Kavel netwerk het zelf vastleggen, of kies uw eigen organisatie."))
        }
    }

    @Test("The address of a merged organisation leads to the one that stayed; of a removed record to its history")
    func gone() async throws {
        let bed = try await WebTestBed("it-lots")
        let ecosystem = try await bed.installation.host.ecosystem(bed.id)
        let double = RecordChange(
            "organisations", "kavel-netwerken", .add(["name": "Het netwerk", "sector": "company"]))
        _ = try await ecosystem.perform(ChangeRecords([double]), by: .atTheMachine)
        let merge = MergeOrganisations(duplicate: "kavel-netwerken", into: "kavel-netwerk", reason: "Dubbel")
        _ = try await ecosystem.perform(merge, by: .atTheMachine)
        let term = RecordChange("terms", "weg", .add(["term": "Wegwoord", "definition": "Straks weg"]))
        _ = try await ecosystem.perform(ChangeRecords([term]), by: .atTheMachine)
        _ = try await ecosystem.perform(ChangeRecords([RecordChange("terms", "weg", .remove)]), by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let merged = try await browser.get("\(root)/parties/kavel-netwerken")
            #expect(merged.status == .gone)
            #expect(merged.body.contains("Het netwerk is samengevoegd met <a href=\"\(root)/parties/kavel-netwerk\">"))
            let removed = try await browser.get("\(root)/records/terms/weg")
            #expect(removed.status == .notFound)
            #expect(removed.body.contains("Wegwoord is verwijderd."))
            #expect(removed.body.contains("href=\"\(root)/records/terms/weg/history\""))
            #expect(try await browser.get("\(root)/records/terms/nooit").body.contains("bestaat niet"))
        }
    }

    @Test("What is hidden is said to be hidden")
    func hidden() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            for plural in ["persons", "mandates", "interests"] {
                let page = try await bed.browser(client).get("\(root)/records/\(plural)")
                #expect(page.body.contains("Alleen deelnemers zien dit."))
                #expect(page.body.contains("href=\"/sign-in\">Meld u aan</a>"))
                #expect(!page.body.contains("0 vastgelegd"))
                #expect(!page.body.contains("Er is nog niets vastgelegd"))
            }
            let open = try await bed.browser(client, administrator: true).get("\(root)/records/persons")
            #expect(!open.body.contains("Alleen deelnemers zien dit."))
        }
    }
}
