import Ecosystems
import Kernel
import Parties
import Testing

@testable import Web

@Suite("Beginning to join or leave")
struct BoardingPagesTests {
    private let root = "/ecosystems/it-lots"

    @Test("Beginning asks who guides and from when, and ends at the steps; whoever takes part can only begin to leave")
    func begin() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let party = "\(root)/parties/kavel-netwerk"
            let page = try await browser.get(party)
            #expect(page.body.contains("<summary>Begin met uittreden</summary>"))
            #expect(!page.body.contains("Begin met toetreden"))
            let begun = try await browser.post(
                "\(root)/records/boardings",
                [
                    ("f.organisation", "kavel-netwerk"), ("f.direction", "offboarding"),
                    ("f.checklist", "offboarding"), ("f.host", "opdrachtgever"), ("f.started", "2026-11-20"),
                ])
            let place = begun.location
            #expect(place.hasPrefix("\(party)#boarding-"))
            let record = try #require(place.split(separator: "#boarding-").last)
            let steps = try await browser.get(party)
            #expect(steps.body.contains("id=\"boarding-\(record)\""))
            #expect(!steps.body.contains("<summary>Begin met uittreden</summary>"))
        }
    }

    @Test("The next step can be ticked off at once, the others after opening them; late has the mark of findings")
    func steps() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client, as: "it-directeur").get("\(root)/parties/cloudleverancier")
            let forms = page.body.components(separatedBy: "<form method=\"post\" class=\"tick\"").dropLast()
            #expect(forms.count == 10)
            #expect(forms.filter { $0.hasSuffix("</summary>") }.count == 9)
            #expect(page.body.contains("<span class=\"pill broken\"><span aria-hidden=\"true\">▲</span> "))
        }
    }
}
