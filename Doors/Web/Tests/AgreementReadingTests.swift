import Ecosystems
import Kernel
import Testing

@testable import Web

@Suite("Reading agreements on the web")
struct AgreementReadingTests {
    private let lots = "/ecosystems/it-lots/agreements/kavelafspraken"

    @Test(
        "Every page of an agreement answers in both languages, whoever asks",
        arguments: ["it-lots", "city-deal", "den-bosch"])
    func pages(_ example: String) async throws {
        let agreement =
            ["it-lots": "kavelafspraken", "city-deal": "deal-tekst", "den-bosch": "intentie"][example] ?? ""
        let bed = try await WebTestBed(example)
        try await bed.test { client in
            let root = "/ecosystems/\(example)"
            let views = ["", "/bound", "/redline", "/document", "/course"].map {
                "\(root)/agreements/\(agreement)\($0)"
            }
            for browser in [try await bed.browser(client), try await bed.browser(client, administrator: true)] {
                for view in views + ["\(root)/agreements", "\(root)/obligations"] {
                    let (dutch, english) = (try await browser.get(view), try await browser.english(view))
                    #expect(dutch.status == .ok && english.status == .ok, "\(view)")
                    #expect(dutch.body.contains("lang=\"nl\"") && english.body.contains("lang=\"en\""), "\(view)")
                    #expect(dutch.body != english.body)
                }
            }
        }
    }

    @Test("The list says what is in force, which version, how many are bound and when signing closes")
    func list() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let dutch = try await browser.get("/ecosystems/it-lots/agreements")
            #expect(dutch.body.contains("href=\"\(lots)\">Samenwerkingsovereenkomst IT in kavels"))
            #expect(dutch.body.contains("✓ van kracht</span> <span class=\"quiet\">versie 3"))
            #expect(dutch.body.contains("6 van 7 gebonden"))
            let english = try await browser.english("/ecosystems/it-lots/agreements")
            #expect(english.body.contains("✓ in force</span> <span class=\"quiet\">version 3"))
            #expect(english.body.contains("6 of 7 bound"))
        }
    }

    @Test("The text of a version shows what was said in its round, with what became of it")
    func margin() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "accountmanager-netwerk")
            let page = try await member.get("\(lots)?version=2")
            #expect(
                page.body.contains(
                    "class=\"remark objection\" id=\"remark-kavelafspraken-v2-ronde-kavel-netwerk-overstapkosten\""))
            #expect(page.body.contains("De stuurgroep houdt gelijke delen aan"))
            #expect(page.body.contains("<span class=\"pill soon\">terzijde gelegd</span>"))
            #expect(page.body.contains("Dit houdt de verdeling in balans."))
            #expect(page.body.contains("<span class=\"pill\">vervangen</span>"))
            #expect(!page.body.contains("name=\"proposal\""), "The round is shut, so there is no form to react.")
        }
    }

    @Test("Who stands where: signed, rejected with its reason, joined, and who was never heard")
    func standing() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get(lots)
            let table = try #require(page.part(from: "id=\"standing\"", to: "</section>"))
            #expect(table.contains("▲ wijst af"))
            #expect(table.contains("✓ treedt toe"))
            #expect(table.contains("versie 1, sinds"))
            #expect(table.contains("zonder overstapkosten"))
            #expect(table.contains("nog niets"))
        }
    }

    @Test("The table says which version it is about; who may not know who reacted does not see that column")
    func standingSubject() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let stranger = try await bed.browser(client).get(lots)
            let table = try #require(stranger.part(from: "id=\"standing\"", to: "</section>"))
            #expect(table.contains("Over versie 3") && !table.contains("Gereageerd"))
            let member = try await bed.browser(client, as: "accountmanager-netwerk").get("\(lots)?version=2")
            let own = try #require(member.part(from: "id=\"standing\"", to: "</section>"))
            #expect(own.contains("Over versie 2") && own.contains("Gereageerd"))
        }
    }

    @Test("Where nobody orchestrates, nobody is offered to sign, to write or to give notice, only to be refused")
    func nobodyOrchestrates() async throws {
        let bed = try await WebTestBed("den-bosch")
        let letter = "/ecosystems/den-bosch/agreements/intentie"
        try await bed.test { client in
            let party = try await bed.browser(client, as: "directeur-dei")
            let signing = try await party.get("\(letter)/signing?party=dei&answer=accept")
            #expect(signing.status == .ok && !signing.body.contains("data-passkey=\"sign\""))
            #expect(!(try await party.get("\(letter)/signing").body.contains("name=\"answer\"")))
            for page in ["", "/course", "/document", "/bound"] {
                let body = try await party.get("\(letter)\(page)").body
                let forms = body.components(separatedBy: "<form method=\"post\" action=\"\(letter)").count - 1
                #expect(forms == 0 && !body.contains("/new/"), "\(page)")
            }
        }
    }

    @Test("A version or agreement that is not there is not found, in words")
    func missing() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            for path in [
                "\(lots)?version=9", "\(lots)x", "\(lots)x/bound", "\(lots)/redline?from=7&to=8",
                "\(lots)x/document.md",
            ] {
                #expect(try await browser.get(path).status == .notFound, "\(path)")
            }
        }
    }

    @Test("On a day in the past the bound page shows who was bound then, and in the drawing and table the same")
    func bound() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let before = try await browser.get("\(lots)/bound?on=2026-03-01")
            #expect(before.body.contains("Op deze dag is nog niemand gebonden"))
            let first = try await browser.get("\(lots)/bound?on=2026-06-01")
            let then = try #require(first.part(from: "<h2>Op 1 juni 2026</h2>", to: "</table>"))
            #expect(then.components(separatedBy: "<td>✓").count - 1 == 5)
            #expect(!then.contains("versie 3"))
            let now = try await browser.get("\(lots)/bound")
            let today = try #require(now.part(from: "<h2>Op 20 november 2026</h2>", to: "</table>"))
            #expect(today.components(separatedBy: "<td>✓").count - 1 == 6)
            #expect(now.body.contains("aanvaardde een latere versie"))
            #expect(now.body.contains("zonder overstapkosten"))
            #expect(now.body.contains("<svg class=\"bonds\""))
            let english = try await browser.english("\(lots)/bound?on=2026-06-01")
            #expect(english.body.contains("<h2>On 1 June 2026</h2>"))
        }
    }

    @Test("The redline shows what went and what came, between any two versions, in both directions")
    func redline() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let page = try await browser.get("\(lots)/redline?from=2&to=3")
            #expect(
                page.body.contains("<ins>") && !page.body.contains("<del>"), "The proposal that was adopted only adds.")
            let back = try await browser.english("\(lots)/redline?from=3&to=2")
            #expect(back.body.contains("<del>") && !back.body.contains("<ins>"))
            let same = try await browser.get("\(lots)/redline?from=3&to=3")
            #expect(!same.body.contains("<ins>") && !same.body.contains("<del>"))
        }
    }

    @Test("The course tells versions, rounds, offerings, answers and the review to come, the newest first")
    func course() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client, as: "it-directeur").get("\(lots)/course").body
            for words in ["Evaluatie gepland", "Tekenen sluit", "Versie 3 vastgelegd", "Consultatie geopend"] {
                #expect(page.contains(words), "\(words)")
            }
            let review = try #require(page.range(of: "Evaluatie gepland"))
            let fixed = try #require(page.range(of: "Versie 1 vastgelegd"))
            #expect(review.lowerBound < fixed.lowerBound)
        }
    }

    @Test("A stranger reads what was agreed, and neither remarks, drafts, norms, the bundle nor anything to write with")
    func stranger() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.patch("clauses", "doel", ["heading": ["nl": "Geheime kop", "en": "Secret heading"]])
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let text = try await browser.get("\(lots)?version=2").body
            #expect(text.contains("id=\"clause-overstapkosten\""))
            for hidden in [
                "Gelijk delen raakt", "De stuurgroep houdt gelijke delen aan", "class=\"watched\"",
                "method=\"post\" action=\"\(lots)",
            ] {
                #expect(!text.contains(hidden), "\(hidden)")
            }
            for path in ["?draft=1", "/redline?from=3&to=draft", "/document.md?draft=1", "/document.html?draft=1"] {
                #expect(!(try await browser.get(lots + path).body.contains("Geheime kop")), "\(path)")
            }
            let course = try await browser.get("\(lots)/course").body
            #expect(!course.contains("Consultatie geopend"))
            let owed = try await browser.get("/ecosystems/it-lots/obligations").body
            #expect(owed.contains("Alleen deelnemers zien"))
            #expect(try await browser.get("\(lots)/bundle.zip").status == .forbidden)
            #expect(!(try await browser.get("\(lots)/document").body.contains("bundle.zip")))
            for path in ["/assembly", "/signing"] {
                #expect([.forbidden, .unauthorized].contains(try await browser.get(lots + path).status), "\(path)")
            }
        }
    }
}
