import Testing

@testable import Kernel

extension FieldShape {
    /// What a field of this shape says of a value.
    func judged(_ value: Value, longest: Int? = nil, _ rules: FieldRules = .all) -> [Problem] {
        FieldDescription(
            name: "it", label: Text(), help: Text(), shape: self, required: false, visibility: nil,
            longest: longest ?? self.longest
        ).problems(in: value, rules)
    }
}

/// A step with a text, as parts of records have.
private struct Step: Part {
    var name = Text()
    var next: [String] = []

    static let fields: [Field<Step>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true, longest: 5),
        Field("next", \.next, Text("Daarna", "Next"), shape: .list(.method(.phase))),
    ]
}

private struct Route: Described {
    var steps: [Step] = []

    static let fields: [Field<Route>] = [Field("steps", \.steps, Text("Stappen", "Steps"))]
}

@Suite("What may stand in a field") struct FieldRulesTests {
    @Test(
        "a text longer than fits is refused with how long it is and how long it may be",
        arguments: [
            (FieldShape.line, 200), (.text(long: false), 200), (.text(long: true), 20_000), (.web, 2_000),
            (.reference("tools"), 100), (.method(.role), 201), (.code, 500_000),
        ])
    func length(shape: FieldShape, longest: Int) throws {
        let text = String(repeating: "é", count: longest + 1)
        let problem = try #require(shape.judged(.string(text)).first)

        #expect(problem.rule == "field.too-long")
        #expect(problem.message.en == "This is \(longest + 1) characters long; \(longest) fit.")
        #expect(problem.message.nl == "Dit is \(longest + 1) tekens lang; er passen er \(longest).")
        #expect(!shape.judged(.string(String(text.dropLast()))).contains { $0.rule == "field.too-long" })
        #expect(FieldShape.list(shape).judged(.list([.string(text)])).map(\.path) == [["0"]])
    }

    @Test("a field says itself how much fits; each language counts by itself; an emoji counts its code points")
    func perField() {
        let text = FieldShape.text(long: false)
        #expect(text.judged(.string(String(repeating: "a", count: 300)), longest: 300).isEmpty)
        #expect(text.judged(["nl": "abcd", "en": "abcde"], longest: 4).map(\.path) == [["en"]])
        #expect(text.judged("👩‍🚀a", longest: 3).map(\.rule) == ["field.too-long"])
    }

    @Test(
        "a line and a short text refuse line breaks, a long text does not", arguments: ["a\nb", "a\r\nb", "a\u{2028}b"])
    func lines(text: String) {
        #expect(FieldShape.line.judged(.string(text)).map(\.rule) == ["field.line"])
        #expect(FieldShape.text(long: false).judged(["nl": .string(text)]).map(\.rule) == ["field.line"])
        #expect(FieldShape.text(long: true).judged(.string(text)).isEmpty)
    }

    @Test("marks that turn the direction of writing are refused like other invisible characters")
    func direction() {
        for code in Array(0x202A...0x202E) + Array(0x2066...0x2069) {
            let text = "a" + String(Unicode.Scalar(UInt32(code)).map(Character.init) ?? "?") + "b"
            for shape in [FieldShape.line, .text(long: false), .text(long: true), .code] {
                #expect(shape.judged(.string(text)).map(\.rule) == ["field.character"], "\(code)")
            }
        }
        #expect(FieldShape.line.judged("a\u{202E}b").first?.message.en.contains("U+202E") == true)
        #expect(FieldShape.line.judged("שלום 👩‍🚀").isEmpty)
    }

    @Test("what is picked from a list is named once")
    func doubles() {
        for shape in [FieldShape.reference("tools"), .method(.sector), .choice([])] {
            #expect(FieldShape.list(shape).judged(["a", "b", "a"]).map(\.rule) == ["field.duplicate"])
            #expect(FieldShape.list(shape).judged(["a", "b", "a"]).map(\.path) == [["2"]])
        }
        #expect(FieldShape.list(.line).judged(["a", "a"]).isEmpty)
    }

    @Test("a part is judged where it is written, with the path to each problem, but read back whatever it holds")
    func parts() throws {
        var route = Route()
        let problems = route.write([
            "steps": [["name": "ga"], ["name": "verder", "next": ["a/b", "a/b"]], ["next": ["a/b"]]]
        ])

        #expect(problems.map(\.rule) == ["field.too-long", "field.duplicate", "field.required"])
        #expect(
            problems.map(\.path) == [["steps", "1", "name"], ["steps", "1", "next", "1"], ["steps", "2", "name"]])
        #expect(route.steps.isEmpty)
        #expect(try [Step]([["name": "verder dan vijf"], ["next": ["a/b", "a/b"]]]).count == 2)
    }

    @Test("what was recorded before there were limits may break them")
    func before() {
        #expect(FieldShape.line.judged(.string(String(repeating: "a", count: 300)), .asBefore).isEmpty)
        #expect(FieldShape.list(.reference("tools")).judged(["a", "a"], .asBefore).isEmpty)
        #expect(FieldShape.line.judged("a\u{7}", .asBefore).map(\.rule) == ["field.character"])
    }

    @Test("a text on one line shows what is hidden in it")
    func oneLine() {
        #expect("a\nb\r\n\tc\u{1B}[31md\u{202E}\u{85}é".onOneLine == #"a\nb\r\n\tc\u{1B}[31md\u{202E}\u{85}é"#)
        #expect(String(repeating: "a", count: 500).inShort.count == 121)
    }
}
