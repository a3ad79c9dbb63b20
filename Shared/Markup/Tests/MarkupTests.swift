import Testing

@testable import Markup

@Suite("Words of others in markup")
struct MarkupTests {
    @Test("No word becomes HTML, in content or in an attribute")
    func html() {
        let words = "<script>alert('x')</script> & \"y\" \u{1}"
        let page: HTML = "<p title=\"\(words)\">\(words)</p>"
        #expect(!page.text.contains("<script"))
        #expect(page.text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot; \u{FFFD}"))
    }

    @Test(
        "No word becomes Markdown",
        arguments: [
            ("# kop", ##"\# kop"##), ("## kop", ##"\#\# kop"##), ("- punt", ##"\- punt"##), ("--- ", ##"\-\-\-"##),
            ("1. een", ##"1\. een"##), ("12) een", ##"12\) een"##),
            ("*vet* _en_ `code`", ##"\*vet\* \_en\_ \`code\`"##),
            ("[hier](http://x.nl)", ##"\[hier\](http\://x.nl)"##), ("<b>x</b>", ##"\<b\>x\</b\>"##),
            ("![x](y)", ##"\!\[x\](y)"##), ("a | b", ##"a \| b"##), ("www.x.nl", ##"www\.x.nl"##),
            ("a@b.nl", ##"a\@b.nl"##),
            ("&lt;", ##"\&lt;"##), ("    ingesprongen", "ingesprongen"), ("===", ##"\=\=\="##),
        ])
    func markdown(words: String, escaped: String) { #expect(Markdown.line(words) == escaped) }

    @Test("Ordinary sentences stay as they are")
    func plain() {
        let sentence = "Elke partij draagt € 2.500 per jaar bij (vóór 1 maart), zie artikel 3.1: de bijdrage – samen."
        #expect(Markdown.line(sentence) == sentence)
    }

    @Test("A second line cannot begin a heading or a list")
    func lines() { #expect(Markdown.paragraph("een\n\n# twee\n- drie") == "een\\\n\\# twee\\\n\\- drie") }
}
