import Foundation
import Testing

@Suite("Canonical text, and looking back")
struct CanonicalTests {
    @Test("what another YAML reader would take for a number, flag or day keeps its quotes")
    func quotes() throws {
        let folder = try Small.folder([
            "organisations.yaml": """
            - id: bakker
              name: "No"
              sector: company
              aliases: ["yes", "1:30", "0123", "1e3"]
              kvk: "01234567"
              description: "2024-11-26"

            """,
            "answers.yaml":
                "- id: a\n  lifecycle: l\n  phase: map-ecosystem\n  question: players\n  answer: \"on\"\n  on: 2024-11-26\n",
            "lifecycles.yaml": "- id: l\n  method: strategy-model\n",
        ])

        let format = try Program.run("format", folder["buurt"])

        #expect(format.status == 0, "\(format.err)")
        let text = try folder.text("buurt/organisations.yaml")
        for line in ["name: 'No'", "kvk: '01234567'", "- '1:30'", "- '0123'", "- '1e3'", "description: '2024-11-26'"] {
            #expect(text.contains(line), "\(text)")
        }
        #expect(try folder.text("buurt/answers.yaml").hasSuffix("  answer: 'on'\n  'on': 2024-11-26\n"))
    }

    @Test("format says of each file that its comments are not kept; what only looks like one is kept")
    func comments() throws {
        let text =
            "- id: bakker # een goede\n  name: De Bakker\n  sector: company\n  description: '# geen'\n"
        let block = "- id: brood\n  title: Brood\n  description: |\n    # kop\n    tekst # meer\n  level: shared\n"
        let folder = try Small.folder(["organisations.yaml": text, "goals.yaml": block])
        let told = "organisations.yaml: comments are not kept\n"

        let check = try Program.run("format", folder["buurt"], "--check")
        let dutch = try Program.run("format", folder["buurt"], "--check", "--lang", "nl")
        let format = try Program.run("format", folder["buurt"])
        let again = try Program.run("format", folder["buurt"])

        #expect(check.status == 1)
        #expect(check.err == told)
        #expect(dutch.err == "organisations.yaml: commentaar blijft niet staan\n")
        #expect(format.status == 0)
        #expect(format.err == told)
        #expect(again.err.isEmpty)
        #expect(try folder.text("buurt/goals.yaml").contains("# kop\n    tekst # meer"))
        #expect(try !folder.text("buurt/organisations.yaml").contains("een goede"))
    }

    @Test("an export over a folder with comments says that they are not kept")
    func exportOverComments() throws {
        let folder = try Small.folder()
        #expect(try Program.run("apply", folder["buurt"], "--store", folder["s.sqlite"]).status == 0)
        try folder.write("# van ons\n" + Small.ecosystem, to: "buurt/ecosystem.yaml")

        let export = try Program.run("export", "buurt", "--store", folder["s.sqlite"], "--out", folder["buurt"])

        #expect(export.status == 0)
        #expect(export.err == "ecosystem.yaml: comments are not kept\n")
    }

    @Test("an event beyond the end and a day to come are refused, with the last; so is an ecosystem that is not there")
    func asOf() throws {
        let folder = try Small.folder()
        let store = folder["s.sqlite"]
        #expect(try Program.run("apply", folder["buurt"], "--store", store).status == 0)
        func export(_ ecosystem: String, _ moment: String, _ language: String = "en") throws -> Program.Answer {
            try Program.run(
                "export", ecosystem, "--store", store, "--out", folder["out"], "--as-of", moment, "--lang", language)
        }

        let beyond = try export("buurt", "4")
        let tomorrow = try export("buurt", "9999-12-31", "nl")
        let before = try export("buurt", "2020-01-01")
        let unknown = try export("stad", "1")

        #expect([beyond, tomorrow, before, unknown].map(\.status) == [1, 1, 1, 1])
        #expect(
            beyond.err.contains("history.after Event 4 has not been yet. The last event is number 3."), "\(beyond.err)")
        #expect(tomorrow.err.contains(/history\.after .*9999 is nog niet geweest\./), "\(tomorrow.err)")
        #expect(before.err.contains("history.before"))
        #expect(unknown.err.contains("ecosystem.unknown"), "\(unknown.err)")
        #expect(!FileManager.default.fileExists(atPath: folder["out"]))
        #expect(try export("buurt", "3").status == 0)
    }
}
