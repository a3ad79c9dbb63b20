import Kernel
import Testing

@testable import Documents

@Suite("Documents")
struct PaperTests {
    /// A document that holds words of somebody else everywhere.
    static func paper(_ words: String = "woorden", languages: [Language] = [.nl, .en]) -> Paper {
        let other = Text("\(words) nl", "\(words) en")
        let told = Words(other)
        var paper = Paper()
        paper.title = other
        paper.edition = other
        paper.languages = languages
        paper.hash = String(repeating: "0123456789abcdef", count: 4)
        paper.day = Day(year: 2026, month: 3, day: 2) ?? paper.day
        paper.cover.kind = other
        paper.cover.subtitle = other
        paper.cover.parties = [told]
        paper.cover.facts = [Paper.Definition(other, told)]
        var clause = Paper.Clause()
        clause.id = "doel"
        clause.number = "1"
        clause.heading = told
        clause.mark = other
        clause.text = Prose(
            Text("\(words)\n\n- \(words)\n- twee\n\n\(words)", "\(words)\n\n- \(words)\n- two\n\n\(words)"))
        clause.asks = [told]
        clause.notes = [Paper.Note(told, Prose(other))]
        paper.pieces = [
            .heading(other, level: 2), .prose(Prose(other)), .definitions([Paper.Definition(told, told)]),
            .table(Paper.Table(other, head: [other], rows: [[told]])), .clause(clause),
            .note(Paper.Note(told, Prose(other))),
            .panels([Paper.Panel(told, answer: told, facts: [Paper.Definition(other, told)])]), .code(["abcd"]),
            .prose(Prose(Words(same: words, .address))), .prose(Prose(Words(same: words, .blank))),
            .prose(Prose(Words(same: words, .added) + Words(same: words, .removed))),
        ]
        return paper
    }

    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><style>@import 'http://x'",
        "' onload='x",
        "&lt;b&gt;", "javascript:alert(1)", "{{x}}", "\u{202E}omgekeerd", "\u{0}\u{1B}[31m",
    ]

    @Test("No words of others become markup in HTML", arguments: hostile)
    func html(words: String) {
        let clean = PaperHTML(Self.paper()).page.text
        let page = PaperHTML(Self.paper(words)).page.text
        #expect(Self.tags(page) == Self.tags(clean))
        #expect(!page.contains("<script") && !page.contains("href=\"javascript"))
        #expect(!page.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    /// Every tag without its attributes' values.
    private static func tags(_ page: String) -> [String] {
        page.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" && $0 != " " }) }
    }

    @Test(
        "No words of others become markup in Markdown",
        arguments: hostile + ["# kop", "1. een", "[a](b)", "```", "> x", "| a |", "http://x.nl", "---"])
    func markdown(words: String) {
        let lines = PaperMarkdown(Self.paper(words)).text.split(separator: "\n").map(String.init)
        let clean = PaperMarkdown(Self.paper()).text.split(separator: "\n").map(String.init)
        #expect(lines.count == clean.count)
        #expect(lines.map(Self.shape) == clean.map(Self.shape))
        #expect(lines.allSatisfy { !$0.contains(/(^|[^\\])<(?!ins>|\/ins>|del>|\/del>)/) })
        #expect(lines.allSatisfy { !$0.contains("](") || $0.contains(#"\](b)"#) })
    }

    /// What a line begins with, as far as it means something.
    private static func shape(_ line: String) -> String { String(line.prefix { "#->| *".contains($0) }) }

    @Test("An address of others becomes a link only when it is one of the web")
    func address() {
        var paper = Paper()
        paper.pieces = [.prose(Prose(Words(same: "https://x.nl/?a=\"b", .address)))]
        #expect(PaperHTML(paper).page.text.contains("<a href=\"https://x.nl/?a=&quot;b\">"))
    }

    @Test("Each language is marked, side by side in rows, and what is the same in both stands once")
    func languages() {
        let both = PaperHTML(Self.paper()).page.text
        #expect(both.contains("<html lang=\"nl\">"))
        #expect(both.contains("<div class=\"side\" lang=\"nl\"><p>woorden nl</p>"))
        #expect(both.contains("<div class=\"side\" lang=\"en\"><p>woorden en</p>"))
        let english = PaperHTML(Self.paper(languages: [.en])).page.text
        #expect(english.contains("<html lang=\"en\">") && !english.contains("woorden nl"))
        var paper = Paper()
        paper.languages = [.nl, .en]
        paper.title = Text(same: "Naam")
        #expect(PaperHTML(paper).article.text.components(separatedBy: ">Naam<").count == 2)
    }

    @Test("What is written in one language only says so in the other, and is shown in its own where that one is alone")
    func oneLanguage() {
        var paper = Paper()
        paper.pieces = [.prose(Prose(Text(nl: "Alleen zo.", en: "")))]
        paper.languages = [.nl, .en]
        #expect(PaperHTML(paper).page.text.contains("Not written in English."))
        paper.languages = [.en]
        #expect(PaperHTML(paper).page.text.contains("<div lang=\"nl\">\n<p>Alleen zo.</p>"))
    }

    @Test("Text becomes paragraphs at empty lines and a list at lines that begin with a hyphen")
    func prose() {
        let prose = Prose(Text(same: "Een\nregel\n\nTwee:\n- a\n- b\nvervolg\n\nDrie"))
        #expect(
            prose.nl == [
                .paragraph([Run("Een"), Run("\n"), Run("regel")]), .paragraph([Run("Twee:")]),
                .list([[Run("a")], [Run("b"), Run("\n"), Run("vervolg")]]), .paragraph([Run("Drie")]),
            ])
    }

    @Test("A line ends at whatever ends one, and a carriage return before a line feed counts once")
    func breaks() {
        let parts = Prose(Text(same: "a\r\nb\u{2028}c\u{85}€ 2\r\n\r\nd")).nl
        #expect(
            parts == [
                .paragraph([Run("a"), Run("\n"), Run("b"), Run("\n"), Run("c"), Run("\n"), Run("€ 2")]),
                .paragraph([Run("d")]),
            ])
    }

    @Test("The foot of the page has the first sixteen digits of the hash, and nothing that is no digit")
    func mark() {
        #expect(Self.paper().mark == "0123 4567 89ab cdef")
        var paper = Paper()
        paper.hash = "<x>\"abc"
        #expect(paper.mark == "abc")
    }

    @Test("Nothing in the page leads to be fetched")
    func fetches() {
        let page = PaperHTML(Self.paper()).page.text
        for word in ["url(", "@import", "<img", "<link", "<script", "src=", "<iframe", "<object"] {
            #expect(!page.contains(word), "\(word)")
        }
    }
}
