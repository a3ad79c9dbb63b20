import Kernel

/// The place in a source that a method or item follows.
package struct MethodSource: Part {
    /// Short code of the work, such as `A7`; "" on an item that follows its method's work.
    package var work = ""
    package var file = ""
    /// Lines or ranges: `12`, `12-30` or `12-30, 41`.
    package var lines = ""

    package init() {}

    package static let fields: [Field<MethodSource>] = [
        Field(
            "work", \.work, Text("Werk", "Work"),
            help: Text("De korte code van het werk, zoals A7.", "The short code of the work, such as A7.")),
        Field(
            "file", \.file, Text("Bestand", "File"),
            help: Text("Het bestand met de tekst van de bron.", "The file with the text of the source."),
            required: true),
        Field(
            "lines", \.lines, Text("Regels", "Lines"),
            help: Text("Regels of bereiken, zoals 12-30.", "Lines or ranges, such as 12-30."), required: true),
    ]

    /// Every `lines` in the value that is not made of lines or ascending ranges.
    static func problems(in value: Value) -> [Problem] {
        switch value {
        case .list(let items):
            return items.enumerated().flatMap { index, item in problems(in: item).map { $0.under(String(index)) } }
        case .map(let entries):
            let below = entries.keys.sorted().flatMap { key in problems(in: value[key]).map { $0.under(key) } }
            guard let lines = entries["lines"]?.string, !areRanges(lines) else { return below }
            return below + [refusal(of: lines)]
        default: return []
        }
    }

    private static func areRanges(_ text: String) -> Bool {
        text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { isRange($0.drop { $0 == " " }) }
    }

    private static func isRange(_ text: Substring) -> Bool {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) ?? 0 : 0
        }
        guard (1...2).contains(ends.count), let first = ends.first, let last = ends.last else { return false }
        return first > 0 && first <= last
    }

    private static func refusal(of lines: String) -> Problem {
        Problem(
            "source.lines", at: ["lines"],
            Text("“\(lines)” is geen regel of bereik van regels.", "“\(lines)” is not a line or range of lines."),
            mend: Text("Schrijf \"12\", \"12-30\" of \"12-30, 41\".", "Write \"12\", \"12-30\" or \"12-30, 41\"."))
    }
}

/// A part of a method that can say where it comes from.
package protocol SourcedPart: Part {
    var id: String { get set }
    var source: MethodSource? { get set }
    /// Nil: as the method that it stands in.
    var origin: MethodOrigin? { get set }
}

extension SourcedPart {
    static func id(_ kind: String) -> Field<Self> {
        Field(
            "id", \.id, Text("Id", "Id"),
            help: Text(
                "Kleine letters, cijfers en streepjes; uniek in de lijst.",
                "Lower-case letters, digits and hyphens; unique in the list."),
            shape: .reference(kind), required: true)
    }

    static var provenance: [Field<Self>] {
        [
            Field(
                "source", \.source, Text("Bron", "Source"),
                help: Text("De plaats in de bron.", "The place in the source.")),
            Field(
                "origin", \.origin, Text("Herkomst", "Origin"),
                help: Text("`stelsel` als dit niet uit de bron komt.", "`stelsel` when this is not from the source.")),
        ]
    }
}

/// A part of a method with a name and a summary.
package protocol NamedPart: SourcedPart {
    var name: Text { get set }
    var summary: Text { get set }
}

extension NamedPart {
    static func head(_ kind: String) -> [Field<Self>] {
        [
            id(kind),
            Field("name", \.name, Text("Naam", "Name"), required: true),
            Field(
                "summary", \.summary, Text("Samenvatting", "Summary"),
                help: Text("Wat het is, in een paar zinnen.", "What it is, in a few sentences."),
                shape: .text(long: true), required: true),
        ]
    }
}

/// One question, activity, tool, challenge, result, responsibility or the like.
package struct MethodItem: SourcedPart {
    package var id = ""
    package var text = Text()
    /// Why it matters; may be empty.
    package var why = Text()
    package var source: MethodSource?
    package var origin: MethodOrigin?

    package init() {}

    package static let fields: [Field<MethodItem>] =
        [
            id("items"),
            Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
            Field(
                "why", \.why, Text("Waarom", "Why"), help: Text("Waarom dit ertoe doet.", "Why this matters."),
                shape: .text(long: true)),
        ] + provenance
}
