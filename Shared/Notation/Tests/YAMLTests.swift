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
            ": ", "01234567", "x\u{2028}y", "x\u{2029}", "1.0e+21", "on", "=", "<<", "2024-11-26", "1:30", "é\n\u{85}",
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

    /// What YAML 1.1 and the core schema of 1.2 take for something else than text.
    static let otherTypes: [(type: String, patterns: [String])] = [
        ("null", ["~|null|Null|NULL|"]),
        ("bool", ["y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"]),
        (
            "int",
            [
                "[-+]?0b[0-1_]+", "[-+]?0[0-7_]+", "[-+]?(0|[1-9][0-9_]*)", "[-+]?0x[0-9a-fA-F_]+", "0o[0-7]+",
                "[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+", "[-+]?[0-9]+",
            ]
        ),
        (
            "float",
            [
                "[-+]?([0-9][0-9_]*)?[.][0-9.]*([eE][-+][0-9]+)?", "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+[.][0-9_]*",
                "[-+]?[.](inf|Inf|INF)", "[.](nan|NaN|NAN)", "[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?",
            ]
        ),
        (
            "timestamp",
            [
                "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}([.][0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?",
            ]
        ),
        ("merge or value", ["<<|="]),
    ]

    static let special = [
        "01234567", "00000001003214345000", "No", "yes", "on", "OFF", "y", "N", "1:30", "+1", "-1", "1e3", "1E-3", ".5",
        "-.5e+3", "5.", ".inf", "-.INF", ".NaN", "=", "<<", "~", "Null", "0x1F", "0o17", "017", "0b101", "1_000",
        "190:20:30", "190:20:30.15", "2024-11-26", "2024-1-1 10:00:00 +1:00", "2001-12-14t21:59:43.10-05:00", "", ".",
        "1.50", "TRUE",
    ]

    @Test(
        "what another reader would take for a number, flag, day or nothing has quotes, as value and as key",
        arguments: special)
    func quotes(text: String) throws {
        let written = try YAMLWriter.text(.map([(text, .list([.value(.string(text))]))]))
        #expect(written == "'\(text)':\n- '\(text)'\n")
    }

    @Test("no word that comes out bare is anything but text in YAML 1.1 or 1.2")
    func bareWords() throws {
        let letters = Array("0123456789+-._:eExXoObBfntyYNOSa ZT=<~".map(String.init))
        let patterns = try Self.otherTypes.flatMap(\.patterns).map { try Regex("(\($0))") }
        var state: UInt64 = 11
        var bare = 0
        for _ in 0..<20_000 {
            var word = ""
            state = state &* 6_364_136_223_846_793_005 &+ 1
            for step in 0..<Int(1 + (state >> 60) % 6) {
                word += letters[Int((state >> (8 + 8 * UInt64(step))) % UInt64(letters.count))]
            }
            let written = try YAMLWriter.text(.list([.value(.string(word))]))
            #expect(try YAMLReader.read(written).value == [.string(word)])
            guard written == "- \(word)\n" else { continue }
            bare += 1
            #expect(try patterns.allSatisfy { try $0.wholeMatch(in: word) == nil }, "\(word)")
        }
        #expect(bare > 1_000)
    }

    @Test(
        "a number that needs an exponent is read back",
        arguments: [1e21, 1e20, -2.5e-9, 1e-7, 1.7976931348623157e308, 0.5])
    func exponents(number: Double) throws {
        let written = try YAMLWriter.text(.map([("n", .value(.number(number)))]))
        #expect(try YAMLReader.read(written).value == ["n": .number(number)])
        #expect(written.contains("."))
    }

    @Test("an error at the end points at the last line", arguments: ["- id: [\n", "- id: [", "a:\n  - {b: 1\n"])
    func end(text: String) {
        let count = text.split(separator: "\n").count
        #expect { try YAMLReader.read(text) } throws: { ($0 as? NotationError)?.place.line == count }
    }

    @Test("an empty text is nothing", arguments: ["", "# only a comment\n", "---\n"])
    func empty(text: String) throws { #expect(try YAMLReader.read(text).value == .null) }
}
