import Foundation
import Testing

@Suite("stelsel check")
struct CheckTests {
    @Test("passes every example without errors", arguments: Program.examples)
    func examples(_ example: String) throws {
        let folder = try Folder()

        let answer = try Program.run("check", try folder.copy(of: example))

        #expect(answer.status == 0)
        #expect(answer.err.hasPrefix("0 errors"))
        #expect(answer.lines.allSatisfy { $0.contains(#/^[a-zA-Z-]+\.yaml:\d+: (warning|notice) [a-z.-]+ /#) })
    }

    struct Break: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let text: String
        let expected: String

        var testDescription: String { name }
    }

    static let breaks = [
        Break(
            name: "an unknown field", file: "organisations.yaml",
            text: "- id: bakker\n  name: De Bakker\n  sector: company\n  colour: red\n",
            expected: "organisations.yaml:4: error field.unknown There is no field “colour”."),
        Break(
            name: "a wrong type", file: "organisations.yaml",
            text: "- id: bakker\n  name: [a, b]\n  sector: company\n",
            expected: "organisations.yaml:2: error field.type"),
        Break(
            name: "a missing reference", file: "participations.yaml",
            text: "- id: slager\n  organisation: slager\n  status: joined\n",
            expected: "participations.yaml:2: error reference.missing “slager” is not among the organisations."),
        Break(
            name: "a duplicate id", file: "organisations.yaml",
            text: Small.organisations + "- id: bakker\n  name: Nog een\n  sector: company\n",
            expected: "organisations.yaml:7: error record.duplicate “bakker” is also on line 1."),
        Break(
            name: "a cycle of parents", file: "organisations.yaml",
            text:
                "- id: a\n  name: A\n  sector: company\n  parent: b\n- id: b\n  name: B\n  sector: company\n  parent: a\n",
            expected: "organisations.yaml:4: error reference.cycle This makes a circle: a → b → a."),
        Break(
            name: "a period that ends before it starts", file: "activities.yaml",
            text: "- id: bakken\n  title: Bakken\n  period: {from: 2024-02-01, until: 2024-01-01}\n",
            expected: "activities.yaml:3: error period.order"),
        Break(
            name: "a method that does not exist", file: "ecosystem.yaml",
            text: Small.ecosystem + "methods: [alchemy]\n",
            expected: "ecosystem.yaml:4: error method.missing “alchemy” is not in the method library."),
        Break(
            name: "broken YAML", file: "goals.yaml", text: "- id: brood\n  name: \"Brood\n",
            expected:
                "goals.yaml:2: error yaml.syntax column 9: This is not valid YAML: found unexpected end of stream."),
        Break(
            name: "a file that belongs to nothing", file: "wensen.yaml", text: "[]\n",
            expected: "wensen.yaml:1: error folder.unknown-file"),
        Break(
            name: "an id that is no id", file: "organisations.yaml",
            text: "- id: De Bakker\n  name: B\n  sector: company\n", expected: "organisations.yaml:1: error id.form"),
        Break(
            name: "a method of the folder's own with a mistake", file: "methods/eigen.yaml",
            text: "id: eigen\nfamily: sectors\nversion: 1\nbread: yes\n",
            expected: "methods/eigen.yaml:4: error field.unknown"),
        Break(
            name: "a number that no register gives, without quotes", file: "organisations.yaml",
            text: "- id: a\n  name: A\n  sector: company\n  kvk: 1234567\n",
            expected: "organisations.yaml:4: error field.register"),
        Break(
            name: "a file with another ending", file: "goals.yml", text: "[]\n",
            expected: "goals.yml:1: error folder.unknown-file"),
        Break(
            name: "a list that is none", file: "organisations.yaml", text: "bakker: De Bakker\n",
            expected: "organisations.yaml:1: error folder.list"),
    ]

    @Test("refuses with file, line, rule and exit code 1", arguments: breaks)
    func broken(_ broken: Break) throws {
        let folder = try Small.folder([broken.file: broken.text])

        let answer = try Program.run("check", folder["buurt"])

        #expect(answer.status == 1)
        #expect(answer.lines.contains { $0.hasPrefix(broken.expected) }, "\(answer.out)")
    }

    @Test("a link that leads nowhere is not taken for an empty file")
    func deadLink() throws {
        let folder = try Small.folder()
        try FileManager.default.createSymbolicLink(
            atPath: folder["buurt/terms.yaml"], withDestinationPath: folder["nowhere.yaml"])

        let answer = try Program.run("check", folder["buurt"])

        #expect(answer.status == 1)
        #expect(answer.lines.contains { $0.hasPrefix("terms.yaml:1: error folder.unreadable") }, "\(answer.out)")
    }

    @Test("who mentions a record with a mistake is not blamed for it")
    func noCascade() throws {
        let folder = try Small.folder([
            "organisations.yaml": "- id: a\n  name: A\n  sector: company\n  brood: 1\n",
            "participations.yaml": "- id: a\n  organisation: a\n  status: joined\n",
        ])

        let answer = try Program.run("check", folder["buurt"])

        #expect(answer.lines.count { $0.contains(" error ") } == 1, "\(answer.out)")
    }

    @Test("as JSON it says the same, with column and how to mend it")
    func json() throws {
        let folder = try Small.folder(["organisations.yaml": Self.breaks[0].text])

        let answer = try Program.run("check", folder["buurt"], "--json")

        let list = try #require(try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [[String: Any]])
        let first = try #require(list.first)
        #expect(answer.status == 1)
        #expect(first["file"] as? String == "organisations.yaml")
        #expect(first["line"] as? Int == 4)
        #expect((first["column"] as? Int ?? 0) > 0)
        #expect(first["severity"] as? String == "error")
        #expect(first["rule"] as? String == "field.unknown")
        #expect((first["mend"] as? String ?? "").contains("Known fields"))
    }

    @Test("speaks Dutch when asked")
    func dutch() throws {
        let folder = try Small.folder(["organisations.yaml": Self.breaks[0].text])

        let answer = try Program.run("check", folder["buurt"], "--lang", "nl")

        #expect(answer.out.contains("Het veld “colour” bestaat niet."))
        #expect(answer.err.hasPrefix("1 fout,"))
    }

    @Test("a path that is no folder is told, with exit code 1; no path at all is bad usage")
    func usage() throws {
        let folder = try Small.folder()
        let file = try Program.run("check", folder["buurt/ecosystem.yaml"])
        #expect(file.status == 1)
        #expect(file.out.hasPrefix("ecosystem.yaml:1: error folder.file This is a file, not a folder. Give the folder"))
        let missing = try Program.run("check", "/no/such/folder")
        let nothing = try Program.run("check")
        let unknown = try Program.run("check", ".", "--colour")

        #expect(missing.status == 1)
        #expect(missing.out.contains("error folder.missing There is no folder /no/such/folder."))
        #expect(nothing.status == 64)
        #expect(unknown.status == 64)
    }
}
