import Ecosystems
import Hummingbird
import Kernel
import Parties
import Testing

@testable import Web

@Suite("Today, findings and history")
struct TodayPagesTests {
    private let root = "/ecosystems/it-lots"

    @Test("A representative without a mandate is told so, with whom to ask; the orchestrator gets the form, filled in")
    func withoutMandate() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let person = "deliverymanager-cloud"
            let page = try await bed.browser(client, as: person).get("/")
            #expect(page.body.contains("U hebt nog geen mandaat: u kunt lezen, niet wijzigen."))
            #expect(page.body.contains("om een mandaat</a>"))
            #expect(page.body.contains("De regisseur legt het vast: "))
            #expect(!page.body.contains("U bent bij. "))
            let director = try await bed.browser(client, as: "it-directeur").get("/")
            #expect(director.body.contains("Leg het mandaat vast van Deliverymanager, Cloudleverancier"))
            let form =
                "\(root)/new/mandates?level=management&amp;organisation=cloudleverancier&amp;person=\(person)"
            #expect(director.body.contains("href=\"\(form)\""))
            #expect(try await bed.browser(client, administrator: true).get("/").body.contains("href=\"\(form)\""))
        }
    }

    @Test(
        "Whoever has a mandate reads until when; the heading counts what is asked, with the minutes as an estimate of ours"
    )
    func mandate() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client, as: "accountmanager-datacenter").get("/")
            #expect(page.body.contains("U vertegenwoordigt"))
            #expect(page.body.contains("loopt tot en met di 15 dec"))
            #expect(page.body.contains("Het loopt af op di 15 dec."))
            #expect(page.body.contains("Vraag Directeur van de businessunit."))
            #expect(!page.body.contains("2026-12-15"))
            #expect(page.body.contains("<h1>2 dingen voor u, samen ongeveer 15 minuten</h1>"))
            #expect(page.body.contains("De minuten zijn een schatting van Stelsel"))
            #expect(page.body.contains("<h4>Uw organisatie</h4>"))
        }
    }

    @Test("Extending a mandate is a form for who may, and the name of who may for who may not; no page links to itself")
    func extending() async throws {
        let bed = try await WebTestBed("it-lots")
        let mandate = "\(root)/records/mandates/datacenter-deelname"
        try await bed.test { client in
            let holder = try await bed.browser(client, as: "accountmanager-datacenter").get(mandate)
            #expect(holder.body.contains("De regisseur kan dit verhelpen:"))
            #expect(!holder.body.contains("href=\"\(mandate)\""))
            #expect(!holder.body.contains(">Bekijk</a>"))
            let director = try await bed.browser(client, as: "it-directeur")
            #expect(try await director.get("/").body.contains("href=\"\(mandate)/edit#f.period\""))
            #expect(
                try await director.get(mandate).body.contains(
                    "<a href=\"\(mandate)/edit#f.period\">Verleng het mandaat</a>"))
        }
    }

    @Test("After an invitation the mandate is offered")
    func invitation() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let offer =
                "\(root)/new/mandates?level=management&amp;organisation=cloudleverancier&amp;person=deliverymanager-cloud"
            let made = try await browser.post(
                "/people/invitations",
                [("name", "Ria"), ("person", "it-lots/deliverymanager-cloud"), ("language", "nl")])
            #expect(made.body.contains("Deze persoon heeft nog geen mandaat"))
            #expect(made.body.contains("href=\"\(offer)\""))
            let director = try await browser.post(
                "/people/invitations", [("name", "Bram"), ("person", "it-lots/it-directeur"), ("language", "nl")])
            #expect(!director.body.contains("Deze persoon heeft nog geen mandaat"))
        }
    }

    @Test(
        "Findings of one rule are one line that opens; what is late has the same mark everywhere and an action of its own"
    )
    func findings() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let page = try await browser.get("\(root)/findings")
            #expect(page.body.contains("<details><summary>Toon alle "))
            #expect(!page.body.contains(">Bekijk</a>"))
            #expect(
                page.body.contains(
                    "<li class=\"error\"><span class=\"sign\" role=\"img\" aria-label=\"te laat of fout\">▲</span>"))
            #expect(page.body.contains("<span class=\"pill broken\"><span aria-hidden=\"true\">▲</span> "))
            #expect(page.body.contains("#boarding-cloudleverancier\">Vink af of spreek een nieuwe dag af</a>"))
            let reading = try await bed.browser(client).get("\(root)/findings")
            #expect(!reading.body.contains("/edit"))
            #expect(!reading.body.contains("/new/"))
        }
    }

    @Test("No sentence of findings, tasks or history holds a date as machines write it")
    func days() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            for path in ["/", "\(root)/findings", root, "\(root)/history", "\(root)/records/passages"] {
                for language in ["nl", "en"] {
                    let page = try await browser.get(path, language: language)
                    #expect(page.status == .ok)
                    let text = page.body.replacing(#/<[^>]*>/#, with: " ")
                    #expect(text.firstMatch(of: #/\d{4}-\d{2}-\d{2}/#) == nil, "\(path)")
                }
            }
        }
    }

    @Test("An import is one line that opens; the history can be narrowed to a kind and a person")
    func history() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let page = try await browser.get("\(root)/history")
            #expect(page.body.components(separatedBy: "<li><div class=\"row\">").count == 2)
            #expect(page.body.contains("is toegevoegd, met "))
            #expect(page.body.contains("<details><summary>Toon alle "))
            #expect(page.body.contains("/api/v1/ecosystems/it-lots/events/"))
            let visitor = try await bed.browser(client).get("\(root)/history")
            #expect(visitor.body.contains("/api/v1/log/inclusion-proofs/"))
            #expect(!visitor.body.contains("/evidence"))
            let persons = try await browser.get("\(root)/history?kind=persons")
            #expect(persons.body.contains("personen</a></strong> toegevoegd"))
            #expect(!persons.body.contains("is toegevoegd, met "))
            let nobody = try await browser.get("\(root)/history?person=niemand")
            #expect(nobody.body.contains("Niets gevonden."))
            let today = try await browser.get("/")
            #expect(today.body.contains("Veranderd sinds "))
            #expect(today.body.contains("is toegevoegd, met "))
        }
    }

    @Test("Going back to a version is told in words, with the reason that was given")
    func reversion() async throws {
        let bed = try await WebTestBed("it-lots")
        let goal = try #require(try await bed.reader().state.table("goals")?.ids.first)
        let first = try #require(try await bed.reader().state.table("goals")?.version(of: goal))
        let ecosystem = try await bed.installation.host.ecosystem(bed.id)
        let change = RecordChange("goals", goal, .patch(["title": "Anders"]))
        let now = try await ecosystem.perform(ChangeRecords([change]), by: .atTheMachine).sequence
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let path = "\(root)/records/goals/\(goal)"
            let back = try await browser.post(
                "\(path)/reversions", [("seen", "\(now)"), ("version", "\(first)"), ("reason", "Te vroeg")])
            #expect(back.status == .seeOther)
            let page = try await browser.get("\(path)/history")
            #expect(page.body.contains("Teruggezet naar de versie van"))
            #expect(page.body.contains(">regel \(first)</a>: “Te vroeg”"))
            #expect(!page.body.contains("↶"))
        }
    }

    @Test("The proof can be downloaded, is explained in steps, and links to addresses of the log")
    func proof() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let page = try await browser.get("/proof")
            #expect(page.body.contains("href=\"/proof/checkpoint.txt\""))
            #expect(page.body.components(separatedBy: "<ol>").last?.components(separatedBy: "<li>").count ?? 0 > 4)
            for address in ["checkpoint", "verifier-key", "inclusion-proofs/", "consistency-proofs?from="] {
                #expect(page.body.contains("href=\"/api/v1/log/\(address)"))
            }
            #expect(page.body.contains("header.commitment = hex(commitment)"))
            let file = try await browser.get("/proof/checkpoint.txt")
            #expect(file.body == (try bed.installation.ledger.checkpoint().description))
        }
    }

    @Test("Over many ecosystems, the five heaviest risks and a line for each")
    func heaviest() async throws {
        let bed = try await WebTestBed("it-lots")
        for id in ["een", "twee"] {
            _ = try await bed.installation.host.begin(id).perform(
                ChangeRecords([
                    RecordChange("ecosystems", id, .add(["name": .string("Deal \(id)"), "languages": ["nl"]])),
                    RecordChange("organisations", "wij", .add(["name": "Wij", "sector": "unknown"])),
                ]), by: .atTheMachine)
        }
        try await bed.test { client in
            let page = try await bed.browser(client, administrator: true).get("/").body
            let card = page.components(separatedBy: "<h2>Loopt risico</h2>").last ?? ""
            let list = card.components(separatedBy: "Per ecosysteem").first ?? ""
            #expect(list.components(separatedBy: "class=\"sign\"").count - 1 <= 5)
            #expect(card.firstMatch(of: #/findings">Uitbestede IT in kavels: \d+</a>, waarvan \d+ te laat/#) != nil)
        }
    }

    @Test(
        "An open page says the right thing when something changes: shown, to be shown, or left alone while somebody types"
    )
    func live() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get(root).body
            #expect(page.contains("data-typing=\"Iemand anders heeft hier iets gewijzigd. Bewaar gerust;"))
            #expect(page.contains("data-show=\"Toon wat er nu staat\""))
            #expect(try await !bed.browser(client).get("/methods").body.contains("data-typing"))
            #expect(try await bed.browser(client).get("/").body.contains("<title>Stelsel</title>"))
            #expect(page.contains("<title>Uitbestede IT in kavels</title>"))
        }
    }

    @Test("A link says where it leads in a few words")
    func shortLinks() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            for path in ["/", "/ecosystems/city-deal", "/ecosystems/city-deal/findings"] {
                let page = try await bed.browser(client).get(path).body
                for link in page.matches(of: #/>Naar: ([^<]*)</#) { #expect(link.output.1.count <= 66) }
            }
        }
    }
}
