import Testing

@testable import Web

@Suite("How much fits in a field")
struct FieldLengthTests {
    private let new = "/ecosystems/it-lots/new"

    @Test("a form takes no more letters than fit, and a text that is too long comes back with what is wrong")
    func forms() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: nil, administrator: true)
            let page = try await browser.get("\(new)/goals").body
            let title = try #require(page.firstMatch(of: /<input[^>]*name="f\.title\.nl"[^>]*>/)).output
            let about = try #require(page.firstMatch(of: /<textarea[^>]*name="f\.description\.nl"[^>]*>/)).output
            let measure = try #require(page.firstMatch(of: /<input[^>]*name="f\.measure\.nl"[^>]*>/)).output
            #expect(title.contains(" maxlength=\"200\""))
            #expect(about.contains(" maxlength=\"20000\""))
            #expect(measure.contains(" maxlength=\"500\""))
            #expect(page.contains("name=\"reason\" maxlength=\"1000\""))

            let long = String(repeating: "a", count: 201)
            let sent = SentForm(page).fields.map { $0.0 == "f.title.nl" ? ($0.0, long) : $0 }
            let answer = try await browser.post("/ecosystems/it-lots/records/goals", sent)
            #expect(answer.body.contains("Dit is 201 tekens lang; er passen er 200."))
        }
    }

    @Test("the reference tells it")
    func reference() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: nil, administrator: true)
            let page = try await browser.get("/reference", language: "nl").body
            #expect(page.contains("tekst in twee talen, hoogstens 200 tekens"))
            #expect(page.contains("lijst van één regel, hoogstens 200 tekens"))
        }
    }
}
