import Ecosystems
import Foundation
import Hummingbird
import Kernel
import MethodLibrary
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

    @Test("a mistake in the text is told with its line and column, in the language of the page, beside an example")
    func mistake() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            try await copied(browser)
            let address = "/ecosystems/it-lots/records/adaptedMethods/\(copy)"
            let form = try await browser.get("\(address)/edit")
            #expect(form.body.contains("<summary>Voorbeeld: een vraag toevoegen of veranderen</summary>"))
            let yaml = try #require(bed.installation.methods.draft(copying: "success-factors", as: copy))
            let broken = try await browser.post(address, [("f.yaml", "tags: [a, b\n" + yaml)])
            #expect(broken.status == .badRequest)
            #expect(broken.body.contains("id=\"f.yaml-wrong\""))
            #expect(broken.body.firstMatch(of: #/Regel \d+, kolom \d+: Dit is geen geldige YAML: een komma of/#) != nil)
            let unknown = try await browser.post(address, [("f.yaml", yaml + "\nkleur: rood\n")])
            let last = yaml.split(separator: "\n", omittingEmptySubsequences: false).count + 1
            #expect(unknown.body.contains("Regel \(last), kolom 8: "))
        }
    }
}
