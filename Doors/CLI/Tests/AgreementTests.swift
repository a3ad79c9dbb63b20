import Agreements
import Foundation
import Kernel
import Testing

@Suite("stelsel agreement document and redline")
struct AgreementTests {
    /// A store with an agreement that has one version and a draft that went on.
    private func store(clause: String = "Elke partij doet jaarlijks verslag.") throws -> Folder {
        let text = """
            - id: samen
              kind: cooperation
              name: Samen sterk
              parties:
                - organisation: bakker
                - organisation: gemeente

            """
        func clauses(_ words: String) -> String {
            let quoted = CanonicalJSON.string(.string(words))
            return "- id: verslag\n  agreement: samen\n  heading: Verslag\n  position: 10\n  text: \(quoted)\n"
        }
        let version = try Self.version(clause)
        let folder = try Small.folder([
            "agreements.yaml": text, "clauses.yaml": clauses("Elke partij doet elk kwartaal verslag."),
            "versions.yaml": version,
        ])
        let apply = try Program.run("apply", folder["buurt"], "--store", folder["s.sqlite"])
        try #require(apply.status == 0, "\(apply.out)\(apply.err)")
        return folder
    }

    private static func version(_ words: String) throws -> String {
        var text = AgreementDocument()
        text.ecosystem = "buurt"
        text.agreement = "samen"
        text.name = Text(same: "Samen sterk")
        text.languages = [.nl, .en]
        var party = DocumentParty()
        (party.id, party.name) = ("bakker", Text(same: "De Bakker"))
        text.parties = [party]
        var clause = DocumentClause()
        (clause.id, clause.heading, clause.text) = ("verslag", Text(same: "Verslag"), Text(same: words))
        text.clauses = [clause]
        let document = CanonicalJSON.string(.string(text.json))
        return "- id: samen-v1\n  agreement: samen\n  number: 1\n  \"on\": 2026-03-02\n  document: \(document)\n"
            + "  hash: \(text.hash)\n"
    }

    @Test("the document of a version goes to a file, in the language asked for")
    func html() throws {
        let folder = try store()
        let answer = try Program.run(
            "agreement", "document", "samen", "--store", folder["s.sqlite"], "--version", "1", "--format", "html",
            "--lang", "nl", "--out", folder["samen.html"])
        #expect(answer.status == 0, "\(answer.err)")
        let page = try folder.text("samen.html")
        #expect(page.contains("<html lang=\"nl\">"))
        #expect(page.contains("Elke partij doet jaarlijks verslag."))
        #expect(page.contains("Echtheid"))
    }

    @Test("the draft is marked on every page, and both languages stand in it")
    func draft() throws {
        let folder = try store()
        let answer = try Program.run("agreement", "document", "samen", "--store", folder["s.sqlite"], "--draft")
        #expect(answer.out.contains("Concept, niet om te ondertekenen"))
        #expect(answer.out.contains("Draft, not to be signed"))
        #expect(answer.out.contains("elk kwartaal"))
    }

    @Test("hostile text in a clause is text in HTML and in Markdown")
    func hostile() throws {
        let folder = try store(clause: "<script>x</script>\n\n# Kop\n\n[hier](http://x.example)")
        let place = ["samen", "--store", folder["s.sqlite"], "--version", "1"]
        let html = try Program.run(["agreement", "document"] + place)
        let md = try Program.run(["agreement", "document"] + place + ["--format", "md"])
        #expect(!html.out.contains("<script>"))
        #expect(md.out.contains(##"\<script\>x\</script\>"##))
        #expect(md.out.contains(##"\# Kop"##))
        #expect(md.out.contains(##"\[hier\](http\://x.example)"##))
    }

    @Test("a redline of a version and the draft shows what is gone and what is new")
    func redline() throws {
        let folder = try store()
        let place = ["agreement", "redline", "samen", "--store", folder["s.sqlite"], "--from", "1"]
        let answer = try Program.run(place + ["--lang", "nl"])
        #expect(answer.status == 0, "\(answer.err)")
        #expect(answer.out.contains("Elke partij doet [-jaarlijks-]{+elk kwartaal+} verslag."))
        let json = try Program.run(place + ["--json"])
        #expect(json.out.contains(#""fate":"changed""#))
        let html = try Program.run(place + ["--format", "html"])
        #expect(html.out.contains("<del>jaarlijks</del><ins>elk kwartaal</ins>"))
    }

    @Test(
        "a version or agreement that is not there is refused in words; without the program a PDF is refused with the remedy"
    )
    func refusals() throws {
        let folder = try store()
        let store = ["--store", folder["s.sqlite"]]
        let version = try Program.run(["agreement", "document", "samen", "--version", "7"] + store)
        #expect(version.status == 1 && version.err.contains("version.unknown"))
        #expect(try Program.run(["agreement", "document", "anders"] + store).err.contains("agreement.unknown"))
        #expect(try Program.run(["agreement", "document", "buurt/samen"] + store).status == 0)
        #expect(try Program.run(["agreement", "document", "samen", "--version", "1", "--draft"] + store).status == 64)
        let pdf = try Program.run(
            ["agreement", "document", "samen", "--format", "pdf", "--lang", "en", "--out", folder["x.pdf"]] + store,
            environment: ["STELSEL_WEASYPRINT": folder["nowhere/no-weasyprint"]])
        #expect(pdf.status == 1)
        #expect(pdf.err.contains("document.no-renderer") && pdf.err.contains("apt-get install weasyprint"))
    }
}
