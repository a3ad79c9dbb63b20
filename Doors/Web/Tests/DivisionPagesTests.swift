import Ecosystems
import Hummingbird
import Kernel
import Responsibilities
import Testing

@testable import Web

@Suite("Pages of who does what")
struct DivisionPagesTests {
    private let root = "/ecosystems/it-lots/responsibilities"

    @Test("Every view answers in both languages, for participants only")
    func views() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            for view in ["", "/shared", "/processes", "/comparison", "/tables"] {
                for language in ["nl", "en"] {
                    let page = try await browser.get(root + view, language: language)
                    #expect(page.status == .ok)
                    #expect(page.body.contains("href=\"\(root)\(view)\" aria-current=\"page\""))
                }
                let stranger = try await bed.browser(client).get(root + view, language: "en")
                #expect(stranger.status == .ok && stranger.body.contains("Only participants see the division."))
            }
            #expect(try await bed.browser(client).get("\(root)/lines.csv").body.hasSuffix("clause,note\r\n"))
        }
    }

    @Test("The example is complete, and its matrix has letters and meanings")
    func complete() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let page = try await browser.get(root)
            #expect(page.body.contains("De verdeling is volledig"))
            #expect(page.body.contains("title=\"eindverantwoordelijk\">A</abbr>"))
            let shared = try await browser.get("\(root)/shared")
            #expect(shared.body.contains("<span class=\"final\" aria-hidden=\"true\">▲</span>"))
        }
    }

    @Test("A cell becomes a form where it stands; a second accountable party is refused there with a way out")
    func cell() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let address = "\(root)?subject=heidag&party=kavel-datacenter"
            let page = try await browser.get(address, language: "en")
            #expect(page.body.contains("<td id=\"cell\" class=\"edited\">"))
            let fields = [
                ("subject", "heidag"), ("party", "kavel-datacenter"), ("view", ""), ("from", "2026-11-20"),
            ]
            let refused = try await browser.post("\(root)/parts", fields + [("part", "accountable")])
            #expect(refused.status == .badRequest)
            #expect(
                refused.body.contains("responsibility.double-accountable")
                    || refused.body.contains("eindverantwoordelijk"))
            let done = try await browser.post("\(root)/parts", fields + [("part", "support")])
            #expect(done.status == .seeOther)
            let matrix = ResponsibilityMatrix(try await bed.reader())
            #expect(matrix[.activity(ID("heidag")), .organisation("kavel-datacenter")].letters == "S")
        }
    }

    @Test("A table that is wrong is refused by its lines and stays in the form")
    func table() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let wrong = try await browser.post("\(root)/imports", [("table", "activity,party,part\nheidag,nobody,R\n")])
            #expect(wrong.status == .badRequest)
            #expect(wrong.body.contains("Regel 2") || wrong.body.contains("Line 2"))
            #expect(wrong.body.contains("heidag,nobody,R"))
        }
    }
}

@Suite("Pages of disputes, risks and selections")
struct ConfidencePagesTests {
    private let root = "/ecosystems/it-lots/disputes"

    @Test("A dispute is raised, climbs, is closed and looked back on; no other door shows it to an administrator")
    func dispute() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let party = try await bed.browser(client, as: "dienstmanager-applicaties")
            let raised = try await party.post(
                root,
                [
                    ("raisedBy", "kavel-applicaties"), ("sort", "disagreement"), ("subject", "Zeldzaam onderwerp"),
                    ("statement", "Dubbele licenties"), ("other", "opdrachtgever"),
                ])
            #expect(raised.status == .seeOther, "\(raised.body)")
            let place = raised.headers[.location] ?? ""
            #expect(try await party.get(place).body.contains("Dubbele licenties"))
            let administrator = try await bed.browser(client, administrator: true)
            #expect(try await administrator.get(place).status == .notFound)
            for page in [
                root, "/ecosystems/it-lots/history", "/ecosystems/it-lots/search?query=zeldzaam",
                "/ecosystems/it-lots/findings", "/ecosystems/it-lots/records/disputes", "/ecosystems/it-lots",
            ] {
                #expect(try await !administrator.get(page).body.contains("Zeldzaam"), "\(page)")
            }
            let impartial = try await bed.browser(client, as: "moderator")
            #expect(try await impartial.get(place).body.contains("Zeldzaam onderwerp"))
            #expect(try await party.post("\(place)/steps", [("note", "Geen antwoord")]).status == .seeOther)
            #expect(try await impartial.post("\(place)/parties", [("handler", "moderator")]).status == .seeOther)
            let closing = [("outcome", "mediated"), ("settlement", "Samen betaald")]
            #expect(try await impartial.post("\(place)/closure", closing).status == .seeOther)
            let back = [("organisation", "kavel-applicaties"), ("mark", "4")]
            #expect(try await party.post("\(place)/feedback", back).status == .seeOther)
            #expect(try await administrator.get(root).body.contains("0 dagen"))
        }
    }

    @Test("Risks are told heaviest first, with what the library knows")
    func risks() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client, administrator: true).get(
                "/ecosystems/it-lots/risks")
            #expect(page.status == .ok && page.body.contains("▲ 16"))
            #expect(page.body.contains("Bekend uit de bibliotheek"))
        }
    }
}
