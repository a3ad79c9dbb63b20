import Access
import Ecosystems
import Hummingbird
import Kernel
import Parties
import Testing

@testable import Web

@Suite("Pages of the parties")
struct PartiesPagesTests {
    private let parties = "/ecosystems/it-lots/parties"
    private let cloud = "/ecosystems/it-lots/parties/cloudleverancier"

    @Test("The list says who takes part, and filters by what the address says")
    func list() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let all = try await browser.get(parties)
            #expect(all.status == .ok)
            #expect(all.body.contains("doen mee"))
            #expect(all.body.contains("\(parties)/kavel-netwerk\""))
            let some = try await browser.get("\(parties)?status=onboarding")
            #expect(some.body.contains("\(cloud)\""))
            #expect(!some.body.contains("\(parties)/kavel-netwerk\""))
            let none = try await browser.get("\(parties)?text=bestaatniet", language: "en")
            #expect(none.body.contains("No organisation fits this."))
        }
    }

    @Test("The way in shows only steps where somebody stands, and a day that all share stands once")
    func pipeline() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/city-deal/parties")
            #expect(!page.body.contains("<span class=\"count\">0</span>"))
            #expect(page.body.contains("Van 13 is onbekend hoe ver ze zijn, van 16 is niets vastgelegd."))
            #expect(page.body.contains("Status op di 26 nov 2024"))
            #expect(!page.body.contains("sinds di 26 nov 2024"))
        }
    }

    @Test("Who only looks sees the profile, but no forms, people or names")
    func onlooker() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.installation.access.put(
            VaultEntry(ecosystem: "it-lots", person: "it-directeur", name: "Robin Voorbeeld"))
        try await bed.test { client in
            let page = try await bed.browser(client).get("\(parties)/opdrachtgever")
            #expect(page.status == .ok)
            #expect(page.body.contains("Alleen deelnemers") || page.body.contains("zien alleen deelnemers"))
            #expect(!page.body.contains("Robin Voorbeeld"))
            #expect(!page.body.contains("name=\"csrf\""))
            let unknown = try await bed.browser(client).get("\(parties)/bestaat-niet")
            #expect(unknown.status == .notFound)
        }
    }

    @Test(
        "The orchestrator takes the next step of an organisation; a step that may not be is explained beside the form")
    func nextStep() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let back = try await browser.post(
                "\(cloud)/participation", [("status", "approached"), ("since", "2026-11-19"), ("reason", "")])
            #expect(back.status == .badRequest)
            #expect(back.body.contains("vraagt om een reden"))
            #expect(back.body.contains("<a href=\"#step-reason\">Waarom</a>"))
            #expect(
                back.body.contains(
                    "name=\"reason\" rows=\"2\" aria-invalid=\"true\" aria-describedby=\"participation-troubles\""))
            let on = try await browser.post(
                "\(cloud)/participation", [("status", "joined"), ("since", "2026-11-19"), ("reason", "Getekend")])
            #expect(on.status == .seeOther)
            #expect(on.location == cloud)
            let page = try await browser.get(cloud)
            #expect(page.body.contains("doet mee"))
            #expect(page.body.contains("“Getekend”"))
        }
    }

    @Test("A step of the welcome is ticked and taken back")
    func boarding() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let steps = "\(cloud)/boardings/cloudleverancier"
            let ticked = try await browser.post(steps, [("step", "interests"), ("done", "2026-11-18")])
            #expect(ticked.status == .seeOther)
            var boarding = try await bed.reader().record(Boarding.self, "cloudleverancier")
            #expect(boarding?.steps.first { $0.step == "interests" }?.done == Day("2026-11-18"))
            #expect(boarding?.steps.first { $0.step == "interests" }?.person == ID("it-directeur"))
            _ = try await browser.post(steps, [("step", "interests"), ("done", "")])
            boarding = try await bed.reader().record(Boarding.self, "cloudleverancier")
            #expect(boarding?.steps.contains { $0.step == "interests" } == false)
            let anonymous = try await bed.browser(client).post(steps, [("step", "interests"), ("done", "2026-11-18")])
            #expect(anonymous.status == .forbidden || anonymous.status == .unauthorized)
        }
    }

    @Test("Two organisations that are one are compared and then merged")
    func merger() async throws {
        let bed = try await WebTestBed("it-lots")
        let double = RecordChange(
            "organisations", "kavel-netwerken", .add(["name": "Het netwerk", "sector": "supplier"]))
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let sector = try await bed.reader().record(Organisation.self, "kavel-netwerk")?.sector ?? ""
            guard case .add(var values) = double.action else { return }
            values["sector"] = .string(sector)
            _ = try await bed.installation.host.ecosystem("it-lots").perform(
                ChangeRecords([RecordChange("organisations", double.id, .add(values))]), by: .atTheMachine)
            let address = "/ecosystems/it-lots/mergers"
            let compared = try await browser.get("\(address)?into=kavel-netwerk&duplicate=kavel-netwerken")
            #expect(compared.body.contains("Voeg samen"))
            let merged = try await browser.post(address, [("into", "kavel-netwerk"), ("duplicate", "kavel-netwerken")])
            #expect(merged.location == "\(parties)/kavel-netwerk")
            let reader = try await bed.reader()
            #expect(reader.record(Organisation.self, "kavel-netwerken") == nil)
            #expect(reader.record(Organisation.self, "kavel-netwerk")?.aliases.contains("Het netwerk") == true)
            #expect(try await bed.browser(client).get(address).status == .seeOther)
        }
    }

    @Test(
        "A name is written by the organisation itself, seen by those who take part, and forgotten by an administrator")
    func contact() async throws {
        let bed = try await WebTestBed("it-lots")
        let person = "\(parties)/opdrachtgever/persons/it-directeur/contact"
        try await bed.test { client in
            let director = try await bed.browser(client, as: "it-directeur")
            let wrong = try await director.post(person, [("name", "Robin Voorbeeld"), ("email", "geen adres")])
            #expect(wrong.status == .badRequest)
            let kept = try await director.post(person, [("name", "Robin Voorbeeld"), ("email", "robin@example.nl")])
            #expect(kept.status == .seeOther)
            #expect(try await director.get("\(parties)/opdrachtgever").body.contains("Robin Voorbeeld"))
            #expect(try await director.post("\(person)/erasure").status == .forbidden)
            let administrator = try await bed.browser(client, administrator: true)
            #expect(try await administrator.post("\(person)/erasure").status == .seeOther)
            #expect(try await !administrator.get("\(parties)/opdrachtgever").body.contains("Robin Voorbeeld"))
        }
    }
}
