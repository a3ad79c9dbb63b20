import Foundation
import Testing

@Suite("stelsel check, limits and several errors at once")
struct CheckLimitTests {
    static let long = String(repeating: "a", count: 201)

    static let breaks = [
        CheckTests.Break(
            name: "a text that is too long", file: "organisations.yaml",
            text: "- id: a\n  name: {nl: A, en: \(long)}\n  sector: company\n",
            expected:
                "organisations.yaml:2: error field.too-long This is 201 characters long; 200 fit. Make it shorter."),
        CheckTests.Break(
            name: "an item that is too long", file: "organisations.yaml",
            text: "- id: a\n  name: A\n  sector: company\n  aliases:\n  - B\n  - \(long)\n",
            expected: "organisations.yaml:6: error field.too-long"),
        CheckTests.Break(
            name: "an id that is too long", file: "organisations.yaml",
            text: "- id: \(String(repeating: "a", count: 9_000))\n  name: A\n  sector: company\n",
            expected: "organisations.yaml:1: error id.form “\(String(repeating: "a", count: 120))…” is not a good id"),
        CheckTests.Break(
            name: "the same one twice", file: "activities.yaml",
            text: "- id: bakken\n  title: Bakken\n  organisations: [bakker, gemeente, bakker]\n",
            expected: "activities.yaml:3: error field.duplicate “bakker” is already in this list. Name it once."),
        CheckTests.Break(
            name: "the same choice twice", file: "ecosystem.yaml",
            text: "id: buurt\nname: De buurt\nlanguages: [nl, nl]\n",
            expected: "ecosystem.yaml:3: error field.duplicate “nl” is already in this list."),
        CheckTests.Break(
            name: "an id that is no text", file: "organisations.yaml",
            text: "- name: A\n  id: true\n  sector: company\n",
            expected: "organisations.yaml:2: error field.type Expected text; found yes/no."),
        CheckTests.Break(
            name: "an id that is not there", file: "organisations.yaml", text: "- name: A\n  sector: company\n",
            expected: "organisations.yaml:1: error id.missing The id is missing."),
        CheckTests.Break(
            name: "a name over two lines", file: "organisations.yaml",
            text: "- id: a\n  name: |\n    A\n    B\n  sector: company\n",
            expected: "organisations.yaml:2: error field.line This must fit on one line. Remove the line breaks."),
        CheckTests.Break(
            name: "a mark that turns the direction of writing", file: "organisations.yaml",
            text: "- id: a\n  name: A\n  sector: company\n  description: \"a\\u202Eb\"\n",
            expected: "organisations.yaml:4: error field.character This holds an invisible character: U+202E."),
        CheckTests.Break(
            name: "a dangling bracket", file: "goals.yaml", text: "- id: brood\n  title: [a\n  level: b: c\n",
            expected: "goals.yaml:3: error yaml.syntax column 8: This is not valid YAML"),
    ]

    @Test("refuses with file, line, rule and exit code 1", arguments: breaks)
    func broken(_ broken: CheckTests.Break) throws {
        let folder = try Small.folder([broken.file: broken.text])

        let answer = try Program.run("check", folder["buurt"])

        #expect(answer.status == 1)
        #expect(answer.lines.contains { $0.hasPrefix(broken.expected) }, "\(answer.out)")
        #expect(answer.lines.allSatisfy { $0.utf8.count < 500 })
    }

    @Test("every finding is one line, whatever stands in the folder")
    func oneLine() throws {
        let folder = try Small.folder([
            "organisations.yaml":
                #"[{id: "a\nb", name: A, sector: company}, {id: "a\e[31mred", name: A, sector: "x\r\u2028y"}, {id: c, name: C, sector: company, "f\tg": 1}]"#,
            "persons.yaml": #"[{id: p, function: Bakker, organisation: "a\nb"}]"#,
        ])

        let answer = try Program.run("check", folder["buurt"])

        #expect(answer.err == "\(answer.lines.count) errors, 0 warnings, 0 notices\n")
        #expect(answer.out.contains(#"“a\nb” is not a good id"#))
        #expect(answer.out.contains(#"“a\u{1B}[31mred” is not a good id"#))
        #expect(answer.out.contains(#"“x\r\u{2028}y”"#))
        #expect(answer.lines.allSatisfy { $0.contains(#/^[a-z]+\.yaml:\d+: error [a-z.-]+ /#) }, "\(answer.out)")
        #expect(!answer.out.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x2028) })
    }

    @Test("the errors of all files that can be read are told in one go, without blame for what could not be read")
    func allAtOnce() throws {
        let folder = try Small.folder([
            "ecosystem.yaml": "id: buurt\nname: De buurt\n",
            "organisations.yaml": Small.organisations + "- id: bakker\n  name: Nog een\n  sector: company\n",
            "persons.yaml": "- id: [\n",
            "goals.yaml":
                "- title: Brood\n  level: shared\n- id: melk\n  title: Melk\n  level: shared\n  due: 2024-02-30\n",
            "milestones.yaml":
                "- id: oven\n  goal: brood\n  title: Oven\n- id: meel\n  goal: melk\n  title: Meel\n  owner: molen\n",
            "mandates.yaml":
                "- id: brood\n  person: wie\n  organisation: bakker\n  scope: Brood\n  level: official\n  grantor: Directeur\n",
            "wensen.yaml": "[]\n",
        ])

        let answer = try Program.run("check", folder["buurt"])

        let told = answer.lines.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        #expect(
            told == [
                "ecosystem.yaml:1: error field.required", "goals.yaml:1: error id.missing",
                "goals.yaml:6: error field.day", "milestones.yaml:7: error reference.missing",
                "organisations.yaml:7: error record.duplicate", "persons.yaml:1: error yaml.syntax",
                "wensen.yaml:1: error folder.unknown-file",
            ], "\(answer.out)")
    }

    @Test("a method that cannot be used hides nothing else, and who names it is not blamed")
    func methods() throws {
        let folder = try Small.folder([
            "ecosystem.yaml": Small.ecosystem + "methods: [eigen]\n",
            "methods/eigen.yaml": "id: eigen\nfamily: sectors\nversion: 1\nbread: yes\n",
            "organisations.yaml": "- id: a\n  name: A\n  sector: eigen-sector\n  colour: red\n",
        ])

        let answer = try Program.run("check", folder["buurt"])

        #expect(answer.out.contains("methods/eigen.yaml:4: error field.unknown"))
        #expect(answer.out.contains("organisations.yaml:4: error field.unknown"))
        #expect(!answer.out.contains("method.missing"), "\(answer.out)")
    }

    @Test("one record tells an unknown field, a day that does not exist and a name that leads nowhere together")
    func oneRecord() throws {
        let folder = try Small.folder([
            "goals.yaml":
                "- id: Brood!\n  title: Brood\n  level: shared\n  colour: red\n  due: 2024-02-30\n  parent: nergens\n"
        ])

        let answer = try Program.run("check", folder["buurt"])

        let rules = answer.lines.map { $0.split(separator: " ")[2] }
        #expect(Set(rules) == ["id.form", "field.unknown", "field.day", "reference.missing"], "\(answer.out)")
    }
}
