import Ecosystems
import Foundation
import Hummingbird
import Kernel
import MethodLibrary
import NetworkMap
import Purpose
import Testing

@testable import Web

@Suite("Copies of methods")
struct MethodCopyTests {
    private let copy = "it-lots-success-factors"

    private func copied(_ browser: AccessBrowser) async throws {
        let sent = try await browser.post("/ecosystems/it-lots/method-copies", [("method", "success-factors")])
        #expect(sent.location == "/ecosystems/it-lots/records/adaptedMethods/\(copy)/edit")
    }

    @Test("a copy is found again: in the list, at its original, and by its name")
    func found() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            try await copied(browser)
            let name = try #require(bed.installation.methods.method("success-factors")).name.nl
            let list = try await browser.get("/ecosystems/it-lots/records/adaptedMethods")
            #expect(list.body.contains("/records/adaptedMethods/\(copy)\">\(name)</a>"))
            #expect(list.body.contains("href=\"/methods/success-factors\""))
            let original = try await browser.get("/methods/success-factors")
            #expect(original.body.contains("/ecosystems/it-lots/records/adaptedMethods/\(copy)\""))
            let record = try await browser.get("/ecosystems/it-lots/records/adaptedMethods/\(copy)")
            #expect(record.body.contains("<h1>\(name)</h1>"))
            #expect(record.body.contains("/ecosystems/it-lots/method-copies/\(copy)\""))
        }
    }

    @Test("original and copy stand beside each other, field by field")
    func compared() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            try await copied(browser)
            let address = "/ecosystems/it-lots/method-copies/\(copy)"
            #expect(try await browser.get(address).body.contains("nog gelijk aan het origineel"))
            let yaml = try #require(bed.installation.methods.draft(copying: "success-factors", as: copy))
            let name = try #require(bed.installation.methods.method("success-factors")).name.nl
            let changed = yaml.replacingOccurrences(of: "  nl: \(name)\n", with: "  nl: <b>Eigen</b> factoren\n")
            _ = try await bed.installation.host.ecosystem("it-lots").perform(
                ChangeRecords([RecordChange("adaptedMethods", copy, .patch(["yaml": .string(changed)]))]),
                by: .atTheMachine)
            let page = try await browser.get(address)
            #expect(page.body.contains("<del>\(name)</del>"))
            #expect(page.body.contains("<ins>&lt;b&gt;Eigen&lt;/b&gt; factoren</ins>"))
            #expect(try await browser.get("/ecosystems/it-lots/method-copies/geen").status == .notFound)
        }
    }
}

@Suite("The map and the matrix")
struct MapPagesTests {
    @Test("a node leads to its neighbourhood with the filters kept; the one in the middle to its page")
    func neighbourhood() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let map = "/ecosystems/it-lots/map"
            let whole = try await browser.get("\(map)?shape=role")
            #expect(whole.body.contains("\(map)?shape=role&amp;focus=opdrachtgever\""))
            let near = try await browser.get("\(map)?focus=opdrachtgever")
            #expect(near.body.contains("href=\"/ecosystems/it-lots/parties/opdrachtgever\" data-id=\"opdrachtgever\""))
            #expect(near.body.contains(">Een stap verder</a>"))
        }
    }

    @Test("a kind of relation that nobody has gets a sentence instead of loose names")
    func nothing() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let used = Set(try await bed.reader().records(Relation.self).map(\.kind))
            let unused = try #require(
                bed.installation.methods.choices(for: .relationKind).first { !used.contains($0.id) })
            let page = try await browser.get("/ecosystems/it-lots/map?kind=\(unused.id)")
            #expect(page.body.contains("Er zijn geen relaties van deze soort."))
            #expect(!page.body.contains("<figure"))
        }
    }

    @Test("the overview's map says what it means and has the same as a table")
    func small() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/it-lots")
            #expect(page.body.contains("class=\"map-legend\""))
            #expect(page.body.contains("<summary>Als tabel</summary>"))
        }
    }

    @Test("many parties still have a matrix, with the others together; a party narrows it and the list")
    func matrix() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let address = "/ecosystems/city-deal/purpose/exchanges"
            let all = try await browser.get(address)
            #expect(all.body.contains("class=\"cards matrix\""))
            #expect(all.body.contains(" anderen</th>"))
            let giver = try #require(try await bed.reader().records(Exchange.self).first).from
            #expect(all.body.contains("<option value=\"\(giver)\""))
            let some = try await browser.get("\(address)?party=\(giver)")
            #expect(some.body.contains("class=\"cards matrix\"") && some.body.count < all.body.count)
        }
    }
}

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
            #expect(added.location == "/ecosystems/it-lots/parties/kavel-netwerk")
            let joined = try await browser.get("/ecosystems/it-lots/parties/kavel-werkplek")
            #expect(!joined.body.contains("Begin met aansluiten"))
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
        }
    }
}
