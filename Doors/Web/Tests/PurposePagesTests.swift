import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("Pages of the purpose")
struct PurposePagesTests {
    private let root = "/ecosystems/it-lots/purpose"

    @Test(
        "Every view answers in both languages and leads to the others",
        arguments: ["", "/canvas", "/coverage", "/exchanges", "/investors", "/interests", "/glossary"])
    func views(_ view: String) async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            for language in ["nl", "en"] {
                let page = try await browser.get(root + view, language: language)
                #expect(page.status == .ok)
                #expect(page.body.contains("href=\"\(root)\(view)\" aria-current=\"page\""))
                #expect(page.body.contains("href=\"\(root)/glossary\""))
            }
        }
    }

    @Test("The canvas is drawn wide and narrow, with a table that says the same")
    func canvas() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("\(root)/canvas")
            #expect(page.body.contains("canvas.css"))
            #expect(page.body.contains("canvas-wide") && page.body.contains("canvas-narrow"))
            #expect(page.body.contains("</summary><div id=\"tabel\">"))
        }
    }

    @Test("A party with many activities shows three of them; the others open on demand")
    func few() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/city-deal/purpose/canvas")
            #expect(page.body.contains("<details class=\"more\"><summary>en nog 2"))
        }
    }

    @Test("On paper words in tables stay whole, and what is folded stays folded")
    func print() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let css = try await bed.browser(client).get("/assets/stelsel.css").body
            let paper = css.components(separatedBy: "@media print").last ?? ""
            #expect(paper.contains("th, td { padding: .3rem .5rem .3rem 0; overflow-wrap: normal;"))
            #expect(paper.contains("details:not([open]) { display: none; }"))
        }
    }

    @Test("Interests are for who takes part; others read why they see none")
    func interests() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let stranger = try await bed.browser(client).get("\(root)/interests")
            #expect(stranger.body.contains("alleen te zien voor wie"))
            #expect(!stranger.body.contains("/ecosystems/it-lots/records/interests/"))
            let director = try await bed.browser(client, as: "it-directeur").get("\(root)/interests")
            #expect(director.body.contains("/ecosystems/it-lots/records/interests/"))
        }
    }

    @Test("A search that finds no term says so and shows the words as words")
    func search() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("\(root)/glossary?q=%3Cb%3Ezzz")
            #expect(page.body.contains("Geen begrip past bij"))
            #expect(page.body.contains("&lt;b&gt;zzz") && !page.body.contains("<b>zzz"))
        }
    }
}
