import Foundation
import Kernel
import Testing

@testable import MethodLibrary

@Suite("Refusing a method") struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let rule: String
        let line: Int
        let file: String

        init(_ file: String, _ old: String, _ new: String, _ rule: String, _ line: Int) {
            (self.file, self.old, self.new, self.rule, self.line) = (file, old, new, rule, line)
        }

        var testDescription: String { "\(new.debugDescription) \(rule)" }
    }

    @Test(
        "names the rule and the line",
        arguments: [
            Case(Sample.roles, "version: 1", "version: one", "field.type", 3),
            Case(Sample.roles, "version: 1", "version: 0", "field.range", 3),
            Case(Sample.roles, "version: 1\n", "", "field.required", 1),
            Case(Sample.roles, "family: roles", "family: rolls", "field.choice", 1),
            Case(Sample.roles, "family: roles\n", "", "field.required", 1),
            Case(Sample.roles, "id: crew", "id: The Crew", "field.reference", 2),
            Case(Sample.roles, "  en: What it is.\n", "", "text.both", 8),
            Case(Sample.roles, "  en: What it is.\n", "  en: \" \"\n", "text.both", 8),
            Case(Sample.roles, "  en: What it is.\n", "  en: x\n  fr: y\n", "text.language", 10),
            Case(Sample.roles, "origin: stelsel", "origin: source", "method.sources", 1),
            Case(Sample.roles, "origin: stelsel", "origin: stelsel\nnotes: x", "field.unknown", 11),
            Case(
                Sample.roles, "origin: stelsel", "origin: source\nsources:\n  - {work: A, file: b, lines: 12-3}",
                "source.lines", 12),
            Case(
                Sample.roles, "origin: stelsel", "origin: stelsel\nbasedOn: {id: crew, version: 1}", "method.basis", 11),
            Case(Sample.roles, "holder: person", "holder: dog", "field.choice", 15),
            Case(Sample.roles, "holder: person", "holder: person\n    partOf: x", "method.reference", 16),
            Case(Sample.roles, "holder: person", "holder: person\n    partOf: captain", "method.cycle", 16),
            Case(Sample.roles, "holder: person", "holder: person\n    key: maybe", "field.type", 16),
            Case(Sample.sectors, "needs: [government]", "needs: government", "field.type", 21),
            Case(Sample.lifecycle, "[start, end]", "[start, finish]", "method.reference", 21),
            Case(Sample.lifecycle, "[start, end]", "[Start]", "field.reference", 21),
            Case(Sample.lifecycle, "role: captain", "role: The Captain", "field.reference", 15),
            Case(Sample.lifecycle, "kind: goals", "kind: \"a\\nb\"", "field.line", 17),
            Case(Sample.lifecycle, "[start, end]", "[travel]", "method.next", 21),
            Case(Sample.lifecycle, "- id: travel", "- id: start", "method.duplicate", 18),
            Case(Sample.lifecycle, "atLeast: 1", "atLeast: 0", "field.range", 17),
            Case(Sample.typology, "type: large", "type: huge", "method.reference", 30),
            Case(Sample.typology, "question: many", "question: few", "method.reference", 32),
            Case(Sample.typology, "option: lots", "option: none", "method.reference", 32),
            Case(Sample.typology, "      - {id: reach", "      - {id: depth", "method.reference", 19),
            Case(Sample.sectors, "needs: [government]", "needs: [monarchy]", "field.choice", 21),
            Case(Sample.sectors, "needs: [government]", "needs: []", "field.required", 21),
            Case(Sample.checklist, ", wanted: \"yes\"", "", "checklist.wanted", 13),
            Case(Sample.checklist, "use: diagnosis", "use: closing", "checklist.use", 13),
            Case(Sample.checklist, "wanted: \"yes\"", "wanted: \"yes\", days: 3", "checklist.use", 13),
            Case(Sample.relations, "kinds:", "\tkinds:", "yaml.syntax", 11),
            Case(Sample.relations, "kinds:", "id: x\nkinds:", "yaml.duplicate", 2),
            Case(Sample.relations, Sample.relations, "", "field.required", 1),
            Case(Sample.relations, Sample.relations, "- a", "field.required", 1),
        ])
    func refusal(of mistake: Case) throws {
        let text = mistake.file.replacingOccurrences(of: mistake.old, with: mistake.new)
        #expect(text != mistake.file)
        guard case .failure(let error) = Library.parse(yaml: text, file: "m.yaml") else {
            Issue.record("accepted")
            return
        }
        #expect(error.problems.map(\.problem.rule) == [mistake.rule])
        #expect(error.problems.map(\.place.line) == [mistake.line])
        #expect(error.description.hasPrefix("m.yaml:\(mistake.line): \(mistake.rule) "))
    }

    @Test(
        "checks names across files",
        arguments: [
            ("role: captain", "role: cook", "1.yaml:15: method.reference"),
            ("kind: goals", "kind: dreams", "1.yaml:17: method.reference"),
            ("needs: [government]", "needs: [citizens]", "2.yaml:21: method.reference"),
            ("id: health", "id: crew", "4.yaml:2: method.duplicate"),
            ("id: ties", "basedOn: {id: crew, version: 1}\nid: ties", "5.yaml:2: method.reference"),
        ])
    func references(old: String, new: String, start: String) {
        #expect { try Sample.small(changing: old, to: new) } throws: { error in
            (error as? LibraryError)?.problems.count == 1 && "\(error)".hasPrefix(start)
        }
    }

    @Test("checks kinds of records only when they are given") func kinds() throws {
        _ = try Sample.small(changing: "kind: goals", to: "kind: dreams", kinds: nil)
    }

    @Test("tells every problem of a file, in its order, in two languages") func all() {
        let text = Sample.lifecycle.replacingOccurrences(of: "id: start", with: "id: 'A b'")
            .replacingOccurrences(of: "atLeast: 1", with: "atLeast: x").replacingOccurrences(
                of: "ending: true", with: "ending: 3\n    colour: red")
        guard case .failure(let error) = Library.parse(yaml: text, file: "m.yaml") else {
            Issue.record("accepted")
            return
        }
        #expect(
            error.problems.map(\.problem.rule) == ["field.reference", "field.type", "field.type", "field.unknown"])
        #expect(error.problems.allSatisfy { $0.described(in: .nl) != $0.described(in: .en) })
    }

    @Test("refuses an entry that an unrelated method has") func clash() throws {
        let other = Sample.sectors.replacingOccurrences(of: "id: strands", with: "id: a-strands")
        let rules = ["methods/a-strands.yaml:12: method.duplicate", "methods/a-strands.yaml:18: method.duplicate"]
        #expect { try Sample.small().adding(copies: [("a-strands", other)]) } throws: { error in
            let lines = "\(error)".split(separator: "\n")
            return lines.count == 2 && zip(lines, rules).allSatisfy { $0.hasPrefix($1) }
        }
    }

    @Test("refuses a copy under another id, with a taken id, or of nothing") func copies() throws {
        let library = try Sample.small()
        let draft = try #require(library.draft(copying: "crew", as: "our-crew"))
        let orphan = draft.replacingOccurrences(of: "  id: crew", with: "  id: ship")
        for (id, yaml, rule) in [
            ("your-crew", draft, "method.file"), ("crew", Sample.roles, "method.duplicate"),
            ("our-crew", orphan, "method.reference"),
        ] {
            #expect { try library.adding(copies: [(id, yaml)]) } throws: { error in
                (error as? LibraryError)?.problems.map(\.problem.rule) == [rule]
            }
        }
    }
}
