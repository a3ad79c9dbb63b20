import Hummingbird
@testable import Kernel
import Markup
import Testing

@testable import Gate
@testable import Web

@Suite("The web door") struct WebTests {
    @Test("every write route asks for a right")
    func routes() async throws {
        let bed = try await WebTestBed("den-bosch")
        let book = RouteBook(Router(context: GateContext.self))
        bed.door.add(to: book)
        let writes = book.entries.filter { $0.method != .get && $0.method != .head }
        #expect(writes.count > 20)
        #expect(writes.filter { $0.policy == .read } == [])
    }

    @Test("text of others never becomes markup")
    func escaping() {
        let hostile = "<script>alert(\"1\")</script> & 'x'\u{0}"
        let html: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
        #expect(!html.text.contains("<script>"))
        #expect(html.text.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;\u{FFFD}"))
    }

    @Test("a redirect stays here", arguments: ["//evil.example", "https://evil.example", "/\\evil", "evil", "/a\nb"])
    func redirects(url: String) { #expect(Response.onward(to: url).headers[.location] == "/") }

    @Test("money and days are written as people write them")
    func words() throws {
        let day = try #require(Day("2026-11-27"))
        #expect(Say(.nl).day(day, today: day) == "vr 27 nov")
        #expect(Say(.en).day(day) == "Fri 27 Nov 2026")
        #expect(Say(.nl).money(Money(cents: 250_000)) == "€ 2.500")
        #expect(Say(.en).money(Money(cents: 123_456_789)) == "€ 1,234,567.89")
        #expect(Say(.nl).until(day, today: day + -4) == "nog 4 dagen")
    }

    @Test("a form gives back what its fields hold")
    func forms() {
        let form = Form(
            urlEncoded: "f.name.nl=Zaag+%26+bijl&f.name.en=&f.steps.0.step=a&f.steps.1.step=&f.list=x%0D%0A+y+")
        let fields = [
            FieldDescription(
                name: "name", label: Text(), help: Text(), shape: .text(long: false), required: false, visibility: nil),
            FieldDescription(
                name: "list", label: Text(), help: Text(), shape: .list(.line), required: false, visibility: nil),
        ]
        #expect(form.values(fields) == ["name": ["nl": "Zaag & bijl"], "list": ["x", "y"]])
    }
}
