import Agreements
import ArgumentParser
import Documents
import Kernel

/// Compares two texts of an agreement.
package struct AgreementRedline: Telling {
    package static let configuration = CommandConfiguration(
        commandName: "redline", abstract: "Compare two versions of an agreement, or a version with the draft.")

    @OptionGroup var place: AgreementArguments
    @Option(help: "Number of the earlier version.") var from: Int
    @Option(help: "Number of the later version; without it, the text as it is being written.") var to: Int?
    @Option(help: "html, pdf or md; without it, plain text with [-what is gone-] and {+what is new+}.")
    var format: PaperFormat?
    @Flag(help: "Print JSON.") var json = false
    @Option(help: "Language of the comparison and of messages: nl, en or both.") var lang = PaperLanguages.both
    @Option(help: "File to write to; without it, standard output.") var out: String?

    package init() {}

    package var words: WordsOption { lang.words }

    package func validate() throws {
        if json, format != nil { throw ValidationError("Give --json or --format, not both.") }
    }

    package func carryOut() async throws {
        let found = try House.open().agreement(place)
        let (old, new) = (try found.version(from).text, try to.map { try found.version($0).text } ?? found.draft())
        let redline = Redline(from: old, to: new)
        if json { return Console.out(json: redline.json) }
        guard let format else { return Console.out(redline.lines(lang.languages).joined(separator: "\n")) }
        let edition = Text("Concept naast versie \(from)", "Draft beside version \(from)")
        let paper = redline.paper(
            of: new.name, on: found.situation.today, in: lang.languages, edition: to == nil ? edition : nil)
        try await paper.write(format, to: out, language)
    }
}

extension Redline {
    /// For a terminal: what changed, clause by clause, each language in turn.
    fileprivate func lines(_ languages: [Language]) -> [String] {
        languages.flatMap { language in
            [summary.shown(language)]
                + others.map { "\($0.what.shown(language)): " + TextChange(from: $0.old, to: $0.new)[language].told }
                + changed.flatMap { change in
                    let number = (change.newNumber ?? change.oldNumber).map(String.init) ?? ""
                    return [
                        "", "\(number) \(change.heading[language].told) (\(change.mark.shown(language)))",
                        change.text[language].told,
                    ]
                } + [""]
        }
    }

    fileprivate var json: Value {
        [
            "from": .whole(from), "to": .whole(to), "summary": summary.json,
            "clauses": .list(clauses.map(\.json)),
            "others": .list(others.map { ["what": $0.what.json, "old": $0.old.json, "new": $0.new.json] }),
        ]
    }
}

extension ClauseChange {
    fileprivate var json: Value {
        [
            "id": .string(id), "fate": .string(fate.rawValue), "moved": .flag(isMoved), "oldNumber": Value(oldNumber),
            "newNumber": Value(newNumber), "heading": heading.json, "text": text.json,
            "variables": .list(
                variables.map { ["name": .string($0.name), "old": $0.old.json, "new": $0.new.json] }),
            "wasOptional": .flag(wasOptional), "isOptional": .flag(isOptional),
            "wasSurviving": .flag(wasSurviving), "isSurviving": .flag(isSurviving),
        ]
    }
}

extension TextChange {
    fileprivate subscript(language: Language) -> WordDifference { language == .nl ? nl : en }
    fileprivate var json: Value { ["nl": nl.json, "en": en.json] }
}

extension WordDifference {
    /// As word-by-word comparisons in a terminal show it.
    fileprivate var told: String {
        segments.map { segment in
            switch segment.fate {
            case .kept: segment.text
            case .added: "{+\(segment.text)+}"
            case .removed: "[-\(segment.text)-]"
            }
        }.joined()
    }

    fileprivate var json: Value {
        .list(
            segments.map { segment in
                switch segment.fate {
                case .kept: ["kept": .string(segment.text)]
                case .added: ["added": .string(segment.text)]
                case .removed: ["removed": .string(segment.text)]
                }
            })
    }
}
