import Ecosystems
import Foundation
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("What pages say about their words and steps")
struct PageWordsTests {
    @Test("words that are only there in the other language carry that language")
    func language() {
        #expect(Say(.en).marked(Text(nl: "Alleen <hier>", en: "")) == "<span lang=\"nl\">Alleen &lt;hier&gt;</span>")
        #expect(Say(.nl).marked(Text(nl: "Alleen hier", en: "")) == "Alleen hier")
        #expect(Say(.nl).marked(Text()) == "")
    }

    @Test("an English page marks a Dutch answer")
    func answer() async throws {
        let bed = try await WebTestBed("it-lots")
        let goal = RecordChange(
            "goals", "eigen", .add(["level": "shared", "title": ["nl": "Samen sneller", "en": ""]]))
        _ = try await bed.installation.host.ecosystem("it-lots").perform(ChangeRecords([goal]), by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let page = try await browser.get("/ecosystems/it-lots/records/goals/eigen", language: "en")
            #expect(page.body.contains("<h1><span lang=\"nl\">Samen sneller</span></h1>"))
        }
    }

    @Test("long past is told in months")
    func span() throws {
        let (first, last) = (try #require(Day("2020-01-01")), try #require(Day("2020-12-02")))
        #expect(Say(.nl).span(first, last) == "jan – dec 2020")
        #expect(Say(.en).span(first, last + 60) == "Jan 2020 – Jan 2021")
    }

    @Test("a boarding leads to its steps, and saving one too")
    func boarding() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let record = try await browser.get("/ecosystems/it-lots/records/boardings/cloudleverancier")
            #expect(record.body.contains("/ecosystems/it-lots/parties/cloudleverancier#boarding\""))
            let added = try await browser.post(
                "/ecosystems/it-lots/records/boardings",
                [
                    ("id", "afscheid"), ("f.organisation", "kavel-netwerk"), ("f.direction", "offboarding"),
                    ("f.checklist", "offboarding"), ("f.started", "2026-11-19"),
                ])
            #expect(added.location == "/ecosystems/it-lots/parties/kavel-netwerk#boarding-afscheid")
            let joined = try await browser.get("/ecosystems/it-lots/parties/kavel-werkplek")
            #expect(!joined.body.contains("Begin met toetreden"))
        }
    }

    @Test("the shared goal stands before the summary, and notes on the facts with the source")
    func overview() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/city-deal").body
            let places = ["class=\"goal\"", "City Deal waarin", "<summary>Bron</summary>", "is onze indeling"]
                .map { page.range(of: $0)?.lowerBound }
            #expect(!places.contains(nil))
            #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        }
    }

    @Test("on a phone every place is behind a menu that needs no script")
    func menu() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/city-deal/map").body
            #expect(page.contains("<details class=\"menu\"><summary>Menu</summary></details>"))
            #expect(page.contains("<a class=\"here\" href=\"/ecosystems/city-deal\">"))
        }
    }

    @Test(
        "paper is white: dark colours and the narrow layout are for screens only",
        arguments: ["stelsel", "map", "canvas", "parties"])
    func paper(_ sheet: String) async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let css = try await bed.browser(client).get("/assets/\(sheet).css").body
            #expect(!css.isEmpty)
            for query in ["(prefers-color-scheme", "(max-width"] {
                let parts = css.components(separatedBy: query).dropLast()
                #expect(parts.allSatisfy { $0.hasSuffix("@media screen and ") })
            }
        }
    }

    @Test("a mandate that goes to its own deputy is refused")
    func deputy() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let mandate = "/ecosystems/it-lots/records/mandates/applicaties-deelname"
            let refused = try await bed.browser(client, administrator: true).post(
                mandate, [("f.person", "accountmanager-applicaties"), ("f.deputy", "accountmanager-applicaties")])
            #expect(refused.status == .badRequest)
        }
    }
}

@Suite("Steps and words") struct StepListTests {
    @Test("the first open step is at hand, the others fold")
    func folded() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let page = try await browser.get("/ecosystems/it-lots/parties/cloudleverancier").body
            let open = page.components(separatedBy: "class=\"tick\"").count - 1
            let folded = page.components(separatedBy: "<details><summary>Al gedaan?").count - 1
            #expect(open > 2 && folded == open - 1)
        }
    }

    @Test("the terms explain the words of the field")
    func words() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/glossary", language: "en").body
            #expect(page.contains("id=\"helix\"") && page.contains("quadruple helix"))
            for kind in [
                "matters", "proposals", "soundings", "ballots", "votes", "turnoutMarks", "proxies", "decisions",
                "seats",
                "decisionRights", "responsibilities", "selections", "scorings", "disputes", "risks",
            ] {
                #expect(page.contains("id=\"\(kind)\""), "\(kind)")
            }
            let words = FieldWord.all
            #expect(Set(words.map(\.id)).count == words.count)
            #expect(
                words.allSatisfy { !$0.meaning.nl.isEmpty && !$0.meaning.en.isEmpty && $0.meaning.nl != $0.meaning.en })
        }
    }
}
