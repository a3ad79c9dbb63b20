import Kernel
import Testing

@testable import Notation

@Suite("YAML notation") struct YAMLTests {
    @Test("reads values with their places") func places() throws {
        let read = try YAMLReader.read("id: a\nlist:\n  - name: x\n    on: 2024-11-26\n")
        #expect(read.value["list"].list?.first?["on"] == "2024-11-26")
        #expect(read.place(at: ["list", "0", "on"]) == .init(line: 4, column: 9))
        #expect(read.place(at: ["list", "0", "absent"]).line == 3)
    }

    @Test(
        "keeps leading zeros and dates as text",
        arguments: ["01234567", "2024-11-26", "1.2.3", "yes", "0x10", "1e5", "-", "1_000", "+5"])
    func text(word: String) { #expect(YAMLReader.plain(word) == .string(word)) }

    @Test(
        "writes what it reads back",
        arguments: [
            "plain", "true", "12", "1.50", "", " lead", "a: b", "# no", "line\nbreak", "tail\n", "é ☃ 😀", "- x", "'",
            "\"", "null", "~", "tab\tx", "nul\u{1}",
            "\u{85}x", "a\r\nb", "*a", "&a", "!t", "%d", "@x", "x ", "\n lead", "---", "a\n---\nb", "{", "]", ",", "?",
            ": ",
        ])
    func roundTrip(text: String) throws {
        let written = try YAMLWriter.text(.map([("t", .value(.string(text)))]))
        #expect(try YAMLReader.read(written).value == ["t": .string(text)])
    }

    @Test(
        "refuses with line and column",
        arguments: [
            ("a: 1\na: 2\n", "yaml.duplicate"), ("a: [1\n", "yaml.syntax"), ("a: &x 1\nb: *x\n", "yaml.anchor"),
            ("a: !!binary aGVs\n", "yaml.tag"), ("!x {a: 1}\n", "yaml.tag"), ("a: !y [1]\n", "yaml.tag"),
            ("? [a]\n: b\n", "yaml.key"),
            ("a: b: c\n", "yaml.syntax"), ("--- 1\n--- 2\n", "yaml.syntax"),
            (String(repeating: "[", count: 100_000), "yaml.depth"),
            (String(repeating: "- ", count: 60) + "x", "yaml.depth"), ("\t- a", "yaml.syntax"),
        ])
    func refusal(text: String, rule: String) {
        #expect { try YAMLReader.read(text) } throws: { ($0 as? NotationError)?.problem.rule == rule }
    }

    @Test("an empty text is nothing", arguments: ["", "# only a comment\n", "---\n"])
    func empty(text: String) throws { #expect(try YAMLReader.read(text).value == .null) }
}
