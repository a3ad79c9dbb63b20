import Documents
import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Papers of agreements")
struct AgreementPaperTests {
    private func html(_ paper: Paper) -> String { PaperHTML(paper).page.text }

    @Test(
        "A version shows cover, parties, clauses, how it works, annexes, signatures and how to verify, in the languages asked for"
    )
    func version() throws {
        let sample = try Sample.printed()
        let both = html(try sample.paper())
        for words in [
            "Samen beheren van de digitale kavels", "Managing the digital lots together", "Samenwerkingsovereenkomst",
            "Wolkenveld Datacenters B.V.", "leverancier van het netwerk", "Gezamenlijk doel", "mag worden weggelaten",
            "€ 2.500", "€ 2,500", "Annex 1. Demarcation of the lots", "https://afspraken.example.nl/demarcatie",
            "Verschillen de talen, dan geldt het Nederlands.", "A party may leave with a notice of 6 months.",
            "aanvaardt, zonder bepaling 5", "wijst af", "ter ondertekening",
        ] { #expect(both.contains(words), "\(words)") }
        let english = html(try sample.paper([.en]))
        #expect(english.contains("What this asks") && !english.contains("Wat dit vraagt"))
    }

    @Test("Who signed stands there by function, with mandate, day, method and key; never by name")
    func signatures() throws {
        let paper = try Sample.printed().paper([.nl])
        let panels = paper.pieces.compactMap { if case .panels(let panels) = $0 { panels } else { nil } }.flatMap(
            \.self)
        #expect(panels.map(\.name.nl.plain).count == 4)
        let first = panels[0].facts.map { "\($0.term.nl.plain): \($0.meaning.nl.plain)" }
        #expect(
            first.prefix(4) == [
                "Functie: directeur", "Mandaat: Afspraken tekenen, tot € 50.000, gegeven door bestuur",
                "Datum: 20 maart 2026", "Getekend met: passkey",
            ])
        #expect(panels.map { $0.answer == nil } == [false, false, true, false])
        #expect(panels.map(\.agrees) == [true, true, true, false])
    }

    @Test("The verification code is the hash of the version, in groups of four")
    func code() throws {
        let sample = try Sample.printed()
        let paper = try sample.paper()
        let hash = try #require(sample.state.versions(of: ID("samen")).last?.hash)
        let groups = paper.pieces.compactMap { if case .code(let groups) = $0 { groups } else { nil } }.flatMap(\.self)
        #expect(groups.joined() == hash && groups.allSatisfy { $0.count == 4 })
        #expect(paper.hash == hash)
    }

    @Test("An objection that was set aside stays visible with its reply; one that was adopted does not")
    func objections() throws {
        var sample = try Sample.printed()
        #expect(html(try sample.paper()).contains("wij brengen liever uren in"))
        #expect(html(try sample.paper()).contains("Antwoord (terzijde gelegd): Uren tellen al mee"))
        try sample.put("replies", "duur", ["remark": "duur", "outcome": "adopted", "on": "2026-03-02"])
        #expect(!html(try sample.paper()).contains("wij brengen liever uren in"))
    }

    @Test("A reader who may not see people and mandates gets the page without them")
    func hidden() throws {
        let sample = try Sample.printed()
        let version = try #require(sample.state.versions(of: ID("samen")).last)
        let text = try #require(version.text)
        let stranger = Reader(situation: sample.situation, rights: Rights(), catalogue: Sample.catalogue)
        let page = html(AgreementPaper(text, VersionEvidence(version, text, reader: stranger)).paper(in: [.nl]))
        #expect(page.contains("aanvaardt") && !page.contains("directeur") && !page.contains("Afspraken tekenen"))
        #expect(!page.contains("liever uren"))
    }

    @Test("A draft says so on every page, has no signatures, and shows what is not filled in")
    func draft() throws {
        var sample = try Sample.printed()
        try sample.patch("clauses", "bijdrage", ["variables": []])
        let page = html(try sample.draftPaper([.nl]))
        #expect(page.contains("data-draft=\"Concept, niet om te ondertekenen\""))
        #expect(page.contains("<mark class=\"blank\">… bijdrage …</mark>"))
        #expect(!page.contains("Ondertekening") && !page.contains("Echtheid"))
    }

    @Test("Hostile words in variables and names stay words, in HTML and in Markdown")
    func hostile() throws {
        var sample = try Sample.printed()
        let words = "<script>x</script> [a](http://b) # kop"
        try sample.patch("organisations", "net", ["name": .string(words)])
        try sample.patch(
            "clauses", "bijdrage", ["variables": [["name": "bijdrage", "type": "text", "value": .string(words)]]])
        let paper = try sample.draftPaper()
        #expect(!html(paper).contains("<script"))
        let markdown = PaperMarkdown(paper).text
        #expect(!markdown.contains(/[^\\]<script/) && !markdown.contains(/[^\\]\]\(http/))
    }

    @Test("An agreement in one language is shown in that one, also where two are asked for")
    func oneLanguage() throws {
        var sample = try Sample.drafted(["languages": ["nl"]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        #expect(try sample.paper().languages == [.nl])
    }

    @Test("The same facts give the same page")
    func deterministic() throws {
        #expect(html(try Sample.printed().paper()) == html(try Sample.printed().paper()))
    }
}

@Suite("An agreement about itself, in sentences")
struct AgreementWordsTests {
    @Test("Entry into force is told for each rule, with its last day")
    func entry() {
        var text = AgreementDocument()
        text.parties = ["stad", "net"].map { id in
            var party = DocumentParty()
            (party.id, party.name) = (id, Text("De \(id)", "The \(id)"))
            return party
        }
        #expect(AgreementWords(text).entry.en.hasSuffix("on which all parties have accepted it."))
        text.entry.needs = .named
        text.entry.named = [ID("stad"), ID("net")]
        #expect(AgreementWords(text).entry.nl.hasSuffix("hebben aanvaard: De stad en De net."))
        text.entry.needs = .count
        text.entry.count = 1
        text.entry.by = Day("2026-06-01")
        #expect(
            AgreementWords(text).entry.en
                == "This agreement enters into force once at least 1 of the 2 parties have accepted it. "
                + "If that has not happened by 1 June 2026, this version lapses.")
    }

    @Test("What does not apply is left out")
    func lines() {
        var text = AgreementDocument()
        #expect(AgreementWords(text).lines.map(\.term.en) == ["Entry into force", "Term"])
        text.kind = .intent
        text.notice = 0
        text.precedence = ["kader"]
        let lines = AgreementWords(text, names: ["kader": Text("Het kader", "The framework")]).lines
        #expect(lines.map(\.term.en) == ["Entry into force", "Term", "Leaving", "Precedence", "Binding"])
        #expect(lines[3].words.en.hasSuffix("that document prevails: The framework."))
    }
}
