import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("What a refused form says, and what one finds where there is nothing to choose yet")
struct RefusalWordsTests {
    private let root = "/ecosystems/it-lots"

    @Test("A representative records what their organisation gives, not what another gives them")
    func exchanges() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "accountmanager-datacenter")
            func record(_ from: String, _ to: String) async throws -> (status: HTTPResponse.Status, body: String) {
                let page = try await browser.post(
                    "\(root)/records/exchanges",
                    [("f.from", from), ("f.to", to), ("f.what.nl", "Geld"), ("f.form", "money")])
                return (page.status, page.body)
            }
            let asked = try await record("opdrachtgever", "kavel-datacenter")
            #expect(asked.status == .forbidden)
            #expect(asked.body.contains("geldig mandaat heeft van Opdrachtgever"))
            #expect(try await record("kavel-datacenter", "opdrachtgever").status == .seeOther)
        }
    }

    @Test("A goal of an organisation without organisation asks for it, in place of sending one to the orchestrator")
    func owner() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "accountmanager-datacenter")
            let page = try await browser.post(
                "\(root)/records/goals", [("f.title.nl", "Iets"), ("f.level", "organisation")])
            #expect(page.status == .badRequest)
            #expect(page.body.contains("<a href=\"#f.organisation\">Organisatie</a>"))
            #expect(page.body.contains("Kies uw organisatie."))
            #expect(!page.body.contains("Dit mag alleen wie een regierol heeft"))
        }
    }

    @Test("A second participation names the organisation and leads to the first")
    func second() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let page = try await browser.post(
                "\(root)/records/participations", [("f.organisation", "cloudleverancier"), ("f.status", "joined")])
            #expect(page.body.contains("Cloudleverancier heeft al een deelname."))
            #expect(page.body.contains("href=\"\(root)/records/participations/cloudleverancier/edit\""))
            #expect(!page.body.contains("dezelfde id"))
        }
    }

    @Test("Spaces in a number of a register are no mistake; a name that does not fit an address is told in those words")
    func numbersAndAddresses() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let spaced = try await browser.post(
                "\(root)/records/organisations",
                [("f.name.nl", "Met nummer"), ("f.sector", "company"), ("f.kvk", "1234 5678"), ("id", "met-nummer")])
            #expect(spaced.status == .seeOther)
            let wrong = try await browser.post(
                "\(root)/records/organisations", [("f.name.nl", "X"), ("f.sector", "company"), ("id", "Met Spaties")])
            #expect(wrong.body.contains("Dit past niet in een adres"))
            #expect(!wrong.body.contains("geen goede id"))
            let taken = try await browser.post(
                "\(root)/records/organisations", [("f.name.nl", "X"), ("f.sector", "company"), ("id", "met-nummer")])
            #expect(taken.body.contains("Deze korte naam is al in gebruik."))
        }
    }

    @Test(
        "Where nothing can be chosen the form says what to add first", arguments: ["persons", "relations", "exchanges"])
    func tooEarly(_ kind: String) async throws {
        let bed = try await WebTestBed("it-lots")
        let begun = try await bed.installation.host.begin("leeg")
        _ = try await begun.perform(
            ChangeRecords([RecordChange("ecosystems", "leeg", .add(["name": "Leeg", "languages": ["nl"]]))]),
            by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let page = try await browser.get("/ecosystems/leeg/new/\(kind)")
            #expect(page.body.contains("href=\"/ecosystems/leeg/new/organisations\""))
            #expect(page.body.contains("Voeg eerst toe: organisatie"))
            #expect(!page.body.contains("class=\"record\""))
        }
    }

    @Test("What is still named elsewhere is not removed; the page says where, by name")
    func stillMentioned() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let page = try await browser.post("\(root)/records/organisations/kavel-netwerk/removal")
            #expect(page.status == .conflict)
            #expect(page.body.contains("<h1>Kavel netwerk kan nog niet weg</h1>"))
            #expect(page.body.contains("href=\"\(root)/records/persons/accountmanager-netwerk\""))
            #expect(!page.body.contains("persons/accountmanager-netwerk (organisation)"))
        }
    }

    @Test("Phases and items of checklists are called by their names in titles")
    func names() async throws {
        let bed = try await WebTestBed("city-deal")
        let reader = try await bed.reader()
        for id in reader.state.table("passages")?.ids ?? [] {
            let title = reader.title("passages", id).nl
            #expect(title.first?.isUppercase == true && !title.contains("quartermaster"), "\(title)")
        }
        let other = try await WebTestBed("den-bosch")
        let titles = try await other.reader()
        let assessed = titles.state.table("assessments")?.ids ?? []
        #expect(!assessed.isEmpty)
        for id in assessed { #expect(!titles.title("assessments", id).nl.hasSuffix("-share")) }
    }
}
