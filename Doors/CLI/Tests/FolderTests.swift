import Foundation
import Testing

@Suite("Text to store and back")
struct FolderTests {
    @Test(
        "an applied folder comes back byte for byte, and applying it again changes nothing", arguments: Program.examples
    )
    func identity(_ example: String) throws {
        let folder = try Folder()
        let path = try folder.copy(of: example)
        let store = folder["store.sqlite"]

        #expect(try Program.run("format", path).status == 0)
        #expect(try Program.run("format", path, "--check").status == 0)
        #expect(try Program.run("apply", path, "--store", store).status == 0)
        let before = try Program.run("verify", "--store", store, "--json").out
        let again = try Program.run("apply", path, "--store", store)
        let export = try Program.run("export", example, "--store", store, "--out", folder["out"])

        #expect(export.status == 0)
        #expect(try folder.yaml(in: "out") == folder.yaml(in: example))
        #expect(again.out == "\(example): nothing to change.\n")
        #expect(try Program.run("verify", "--store", store, "--json").out == before)
        #expect(try Program.run("diff", path, "--store", store).out == "No difference.\n")
    }

    @Test("whatever is changed in a folder, apply and export give it back", arguments: 1...8)
    func mutations(_ seed: UInt64) throws {
        var dice = Dice(seed)
        let folder = try Folder()
        let example = try #require(Program.examples.randomElement(using: &dice))
        let path = try folder.copy(of: example)
        let store = folder["store.sqlite"]
        #expect(try Program.run("apply", path, "--store", store).status == 0)

        try mutate(folder, example, &dice)
        let format = try Program.run("format", path)
        let apply = try Program.run("apply", path, "--store", store)
        let export = try Program.run("export", example, "--store", store, "--out", folder["out"])

        #expect(format.status == 0, "\(format.out)")
        #expect(apply.status == 0, "\(apply.out)")
        #expect(apply.out.hasPrefix("\(example): "))
        #expect(export.status == 0)
        #expect(try folder.yaml(in: "out") == folder.yaml(in: example))
        #expect(try Program.run("verify", "--store", store).status == 0)
    }

    /// Adds terms and organisations with difficult texts, and drops the last term.
    private func mutate(_ folder: Folder, _ example: String, _ dice: inout Dice) throws {
        let texts = [
            "no", "1.50", "01234567", "2024-11-26", "1:30", "a: b", "- x", "é “ü” 🙂", "# geen commentaar",
            "twee\\nregels", "  ruimte", "null", "'",
        ]
        var organisations = try folder.text("\(example)/organisations.yaml")
        for number in 0..<Int.random(in: 1...6, using: &dice) {
            let text = try #require(texts.randomElement(using: &dice))
            let name = text.replacingOccurrences(of: "\\n", with: " ")
            organisations += """
                - id: nieuw-\(number)
                  name: {nl: "\(name)", en: "\(name) \(number)"}
                  sector: company
                  description: "\(text)"

                """
        }
        try folder.write(organisations, to: "\(example)/organisations.yaml")
        var parts = try folder.text("\(example)/organisations.yaml").components(separatedBy: "\n- id: ")
        let first = parts.removeFirst()
        parts.shuffle(using: &dice)
        let shuffled = ([first] + parts.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 })
        try folder.write(shuffled.joined(separator: "\n- id: ") + "\n", to: "\(example)/organisations.yaml")
    }

    @Test("a dry run shows what would change and records nothing")
    func dryRun() throws {
        let folder = try Small.folder()
        let store = folder["store.sqlite"]

        let new = try Program.run("apply", folder["buurt"], "--store", store, "--dry-run")

        #expect(new.status == 0)
        #expect(new.out.contains("+ organisations/bakker  De Bakker"))
        #expect(new.out.contains("3 added, 0 changed, 0 removed (dry run, nothing recorded)"))
        #expect(!FileManager.default.fileExists(atPath: store))
    }

    @Test("a change, an addition and a removal are told by diff and recorded by apply; the past stays readable")
    func change() throws {
        let folder = try Small.folder()
        let store = folder["store.sqlite"]
        #expect(try Program.run("format", folder["buurt"]).status == 0)
        #expect(try Program.run("apply", folder["buurt"], "--store", store).status == 0)
        let before = try folder.yaml(in: "buurt")

        try folder.write(
            "- id: bakker\n  name: Bakkerij\n  sector: company\n- id: slager\n  name: De Slager\n  sector: company\n",
            to: "buurt/organisations.yaml")
        let diff = try Program.run("diff", folder["buurt"], "--store", store)
        let apply = try Program.run("apply", folder["buurt"], "--store", store)
        let past = try Program.run("export", "buurt", "--store", store, "--out", folder["past"], "--as-of", "3")

        #expect(diff.lines.contains("~ organisations/bakker  Bakkerij"))
        #expect(diff.lines.contains("    name: De Bakker → Bakkerij"))
        #expect(diff.lines.contains("- organisations/gemeente  De Gemeente"))
        #expect(diff.lines.contains("+ organisations/slager  De Slager"))
        #expect(apply.out == "buurt: 1 added, 1 changed, 1 removed\n")
        #expect(past.status == 0)
        #expect(try folder.yaml(in: "past") == before)
    }

    @Test("a folder with errors is refused with file and line, and makes no store")
    func refused() throws {
        let folder = try Small.folder(["goals.yaml": "- id: brood\n  name: Brood\n  owner: slager\n"])

        let apply = try Program.run("apply", folder["buurt"], "--store", folder["store.sqlite"])
        let format = try Program.run("format", folder["buurt"])

        #expect(apply.status == 1)
        #expect(apply.err.contains("goals.yaml:3: error"), "\(apply.out)")
        #expect(!FileManager.default.fileExists(atPath: folder["store.sqlite"]))
        #expect(format.status == 1)
        #expect(try folder.text("buurt/organisations.yaml") == Small.organisations)
    }

    @Test("records may name a method that comes with the same folder")
    func ownMethod() throws {
        let folder = try Small.folder()
        let yaml = try String(
            contentsOf: Program.repository.appendingPathComponent("Methods/sectors/helix-sectors.yaml"), encoding: .utf8
        )
        try folder.write(
            yaml.replacingOccurrences(
                of: "id: helix-sectors\n", with: "id: buurt-sectors\nbasedOn: {id: helix-sectors, version: 1}\n"),
            to: "buurt/methods/buurt-sectors.yaml")
        try folder.write(Small.ecosystem + "methods: [buurt-sectors]\n", to: "buurt/ecosystem.yaml")
        #expect(try Program.run("format", folder["buurt"]).status == 0)

        let apply = try Program.run("apply", folder["buurt"], "--store", folder["store.sqlite"])
        let export = try Program.run(
            "export", "buurt", "--store", folder["store.sqlite"], "--out", folder["out"])

        #expect(apply.status == 0, "\(apply.out)\(apply.err)")
        #expect(export.status == 0)
        #expect(try folder.yaml(in: "out") == folder.yaml(in: "buurt"))
    }

    @Test("the folder has the last word on a mandate that went to someone else")
    func mandateOfAnother() throws {
        let mandate =
            "- id: brood\n  person: %\n  organisation: bakker\n  scope: Brood\n  grantor: Directeur\n  state: valid\n"
        let folder = try Small.folder([
            "persons.yaml":
                "- id: bakker-een\n  function: Bakker\n  organisation: bakker\n- id: bakker-twee\n  function: Opvolger\n  organisation: bakker\n",
            "mandates.yaml": mandate.replacingOccurrences(of: "%", with: "bakker-een"),
        ])
        let store = folder["s.sqlite"]
        let first = try Program.run("apply", folder["buurt"], "--store", store)
        try folder.write(mandate.replacingOccurrences(of: "%", with: "bakker-twee"), to: "buurt/mandates.yaml")

        let second = try Program.run("apply", folder["buurt"], "--store", store)
        let third = try Program.run("apply", folder["buurt"], "--store", store)

        #expect(first.status == 0, "\(first.out)\(first.err)")
        #expect(second.out == "buurt: 0 added, 1 changed, 0 removed\n", "\(second.err)")
        #expect(third.out == "buurt: nothing to change.\n", "\(third.err)")
    }

    @Test("an export does not touch a folder of something else")
    func strangeFolder() throws {
        let folder = try Small.folder()
        #expect(try Program.run("apply", folder["buurt"], "--store", folder["s.sqlite"]).status == 0)
        try folder.write("a: 1\n", to: "other/notes.yaml")

        let export = try Program.run("export", "buurt", "--store", folder["s.sqlite"], "--out", folder["other"])

        #expect(export.status == 1)
        #expect(export.err.contains("export.folder"))
        #expect(try folder.yaml(in: "other") == ["notes.yaml": "a: 1\n"])
    }
}

/// A fixed row of throws for each seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
