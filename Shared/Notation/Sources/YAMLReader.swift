import Kernel
import Yams

/// Reads YAML that nobody vouches for: bounded size, depth and count; no anchors, aliases or tags; one document; YAML 1.2 scalars only.
package struct YAMLReader {
    package static let largest = 256 * 1024 * 1024
    private static let deepest = 40
    private static let plainTags = Set(["", "!"] + ["str", "seq", "map"].map { "tag:yaml.org,2002:\($0)" })

    /// The one document in the text; an empty text is `.null`.
    package static func read(_ text: String, largest: Int = YAMLReader.largest) throws(NotationError) -> Located {
        guard text.utf8.count <= largest else {
            throw NotationError(
                place: .init(line: 1, column: 1),
                problem: Problem(
                    "yaml.size",
                    Text(
                        "Dit bestand is groter dan \(largest / 1024) kB.",
                        "This file is larger than \(largest / 1024) kB."),
                    mend: Text("Splits het of haal weg wat niet nodig is.", "Split it or remove what is not needed.")))
        }
        let parser = try parser(for: text)
        defer { withExtendedLifetime(parser) {} }  // nodes know their anchors only while the parser lives
        do {
            guard let node = try parser.singleRoot() else {
                return Located(value: .null, place: .init(line: 1, column: 1), items: [], entries: [:])
            }
            return try located(node, depth: 0)
        } catch {
            throw NotationError(reading: error).within(text)
        }
    }

    /// Reads UTF-8 bytes.
    package static func read(_ bytes: some Collection<UInt8>) throws(NotationError) -> Located {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw NotationError(
                place: .init(line: 1, column: 1),
                problem: Problem(
                    "yaml.encoding", Text("Dit bestand is geen UTF-8.", "This file is not UTF-8."),
                    mend: Text("Bewaar het als UTF-8.", "Save it as UTF-8.")))
        }
        return try read(text)
    }

    private static func parser(for text: String) throws(NotationError) -> Parser {
        // The parser keeps a pointer to the text while it reads; a short string has no lasting address, so it gets padding (2026-11-21).
        let padded = text.utf8.count < 32 ? text + "\n" + String(repeating: "#", count: 32) : text
        do { return try Parser(yaml: padded, resolver: .basic, constructor: .default, encoding: .utf8) } catch {
            throw NotationError(reading: error)
        }
    }

    private static func located(_ node: Node, depth: Int) throws(NotationError) -> Located {
        let place = Located.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        guard depth <= deepest else {
            throw NotationError(place: place, rule: "yaml.depth", "Dit is te diep genest.", "This nests too deep.")
        }
        guard node.anchor == nil else {
            throw NotationError(
                place: place, rule: "yaml.anchor", "Ankers (&) en verwijzingen (*) worden niet gelezen.",
                "Anchors (&) and aliases (*) are not read.")
        }
        guard plainTags.contains(node.tag.description) else {
            throw NotationError(
                place: place, rule: "yaml.tag", "Labels als \(node.tag.description) worden niet gelezen.",
                "Tags such as \(node.tag.description) are not read.")
        }
        switch node {
        case .scalar(let scalar):
            let value: Value = scalar.style == .plain ? plain(scalar.string) : .string(scalar.string)
            return Located(value: value, place: place, items: [], entries: [:])
        case .sequence(let sequence):
            var items: [Located] = []
            items.reserveCapacity(sequence.count)
            for item in sequence { items.append(try located(item, depth: depth + 1)) }
            return Located(value: .list(items.map(\.value)), place: place, items: items, entries: [:])
        case .mapping(let mapping): return try located(mapping, place, depth: depth)
        case .alias:
            throw NotationError(
                place: place, rule: "yaml.anchor", "Ankers (&) en verwijzingen (*) worden niet gelezen.",
                "Anchors (&) and aliases (*) are not read.")
        }
    }

    private static func located(
        _ mapping: Node.Mapping, _ place: Located.Place, depth: Int
    ) throws(NotationError) -> Located {
        var entries: [String: Located] = [:]
        for (key, node) in mapping {
            guard case .scalar(let name) = key else {
                throw NotationError(
                    place: place, rule: "yaml.key", "Een sleutel moet één woord zijn.", "A key must be one word.")
            }
            var entry = try located(node, depth: depth + 1)
            if entry.value.isNull, let mark = key.mark {
                entry = Located(
                    value: .null, place: .init(line: mark.line, column: mark.column), items: [], entries: [:])
            }
            guard entries.updateValue(entry, forKey: name.string) == nil else {
                throw NotationError(
                    place: entry.place, rule: "yaml.duplicate", "“\(name.string)” staat hier twee keer.",
                    "“\(name.string)” appears here twice.")
            }
        }
        return Located(value: .map(entries.mapValues(\.value)), place: place, items: [], entries: entries)
    }

    /// What an unquoted word means; everything that is not clearly a number, flag or nothing is text.
    static func plain(_ word: String) -> Value {
        switch word {
        case "", "~", "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: break
        }
        guard let first = word.utf8.first, (48...57).contains(first) || first == UInt8(ascii: "-") else {
            return .string(word)
        }
        if let whole = Int(word), String(whole) == word, whole.magnitude <= 1 << 53 { return .whole(whole) }
        if word.contains("e"), let number = Double(word), number.isFinite, YAMLWriter.number(number) == word {
            return .number(number)
        }
        let parts = word.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, word.utf8.count(where: { $0 == UInt8(ascii: "-") }) <= 1,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            parts[0] == "0" || parts[0].first != "0", let number = Double(word)
        else { return .string(word) }
        return Value(normal: number)
    }
}

extension NotationError {
    init(place: Located.Place, rule: String, _ nl: String, _ en: String) {
        self.init(place: place, problem: Problem(rule, Text(nl, en)))
    }

    init(reading error: any Error) {
        if let error = error as? NotationError {
            self = error
            return
        }
        switch error as? YamlError {
        case .scanner(let context, let what, let mark, _), .parser(let context, let what, let mark, _),
            .composer(let context, let what, let mark, _):
            // What is never closed is told where it opens.
            let place = what.contains("end of stream") ? context?.mark ?? mark : mark
            if what.hasPrefix("Maximum nesting level") {
                self.init(
                    place: .init(line: mark.line, column: mark.column), rule: "yaml.depth",
                    "Dit is te diep genest.", "This nests too deep.")
                return
            }
            self.init(line: place.line, column: place.column, what)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: ", ")
            self.init(
                place: .init(line: context.mark.line, column: context.mark.column),
                problem: Problem(
                    "yaml.duplicate", Text("“\(names)” staat hier twee keer.", "“\(names)” appears here twice."),
                    mend: Text("Laat er één weg.", "Leave one out.")))
        case .reader(let what, let offset, _, let text):
            let before = text.utf8.prefix(offset ?? 0)
            let line = before.count { $0 == 0x0A } + 1
            self.init(line: line, column: before.reversed().prefix { $0 != 0x0A }.count + 1, what)
        default: self.init(line: 1, column: 1, "\(error)")
        }
    }

    /// The same, pointing at the end of the last line when it points beyond it.
    func within(_ text: String) -> NotationError {
        let lines = text.utf8.split(separator: 0x0A)
        let count = text.utf8.count { $0 == 0x0A } + (text.utf8.last == 0x0A ? 0 : 1)
        guard place.line > count, let last = lines.last else { return self }
        return NotationError(place: .init(line: count, column: last.count + 1), problem: problem)
    }

    private init(line: Int, column: Int, _ what: String) {
        self.init(
            place: .init(line: line, column: column),
            problem: Problem(
                "yaml.syntax",
                Text(
                    "Dit is geen geldige YAML: \(Self.dutch[what] ?? what).", "This is not valid YAML: \(what)."),
                mend: Text(
                    "Let op inspringing met spaties, dubbele punten en aanhalingstekens.",
                    "Check indentation with spaces, colons and quotes.")))
    }
}
