import Testing

@testable import Drawing

@Suite("Lettering and plain text") struct DrawingTests {
    @Test("bold is wider than plain, a line fits in the width it was broken for, and what is cut says so")
    func lines() {
        let text = "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
        #expect(Lettering(12, .bold).width(of: text) > Lettering(12).width(of: text))
        for width in stride(from: 60.0, through: 400, by: 20) {
            let (lines, fits) = Lettering(12).lines(of: text, widths: [width, width])
            #expect(lines.allSatisfy { Lettering(12).width(of: $0) <= width }, "\(lines)")
            #expect(fits == !(lines.last ?? "").hasSuffix("…") || lines.contains { $0.hasSuffix("-") })
        }
    }

    @Test("nothing from outside leaves the text of a drawing")
    func escaping() {
        #expect(PlainText.escaped("<a href=\"x\">&'\u{0}\u{202E}") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;")
        #expect(PlainText.slug("Kennis & Kunde!") == "kennis-kunde")
        #expect(PlainText.slug("漢字") == "other")
    }

    @Test(
        "only addresses that open a page are addresses",
        arguments: [
            ("/a?b#c", true), ("https://example.org", true), ("#x", true), ("javascript:alert(1)", false),
            ("//evil.example", false), ("/a b", false), ("\\x", false), ("", false),
        ])
    func addresses(text: String, isSafe: Bool) { #expect((PlainText.safeAddress(text) != nil) == isSafe) }

    @Test("lengths are tenths of a pixel without a zero that says nothing")
    func lengths() {
        #expect([1.0, 1.25, -0.04, -2.5, 1e12].map(\.px) == ["1", "1.3", "0", "-2.5", "0"])
    }
}
