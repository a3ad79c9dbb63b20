import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// What selecting by criteria adds to governance.
enum SelectionParts {
    static let kinds = [Kind(Selection.self), Kind(Scoring.self)]
    static let guards = [Selection.staysFair, Selection.isMotivated, Scoring.isFair]
    static let removals = [Scoring.stays]
    static let findings = [FindingRule(tied), FindingRule(unscored)]

    static let words: [String: FindingWords] = [
        "selection.tie": FindingWords(
            Text("Selecties met een gelijke stand", "Selections with a tie"),
            action: Text("Laat het lot beslissen of motiveer", "Let the lot decide or give reasons"), .look),
        "selection.unscored": FindingWords(
            Text("Beoordelaars die nog moeten scoren", "Assessors that have yet to score"),
            action: Text("Geef de scores", "Give the scores"), .look),
    ]

    private static func tied(_ situation: Situation) -> [Finding] {
        situation.state[Selection.self].sorted.filter { $0.closed != nil && $0.chosen.isEmpty }.compactMap {
            selection in
            let outcome = SelectionOutcome(selection, situation.state[Scoring.self].sorted)
            guard outcome.isTie else { return nil }
            let names = Text.commas(outcome.winners.compactMap { selection.option($0)?.name })
            return Finding(
                "selection.tie", .warning,
                Text(
                    "“\(selection.name.dutch)” eindigt gelijk: \(names.nl).",
                    "“\(selection.name.english)” ends in a tie: \(names.en)."),
                why: Text(
                    "Bij gelijke stand beslist een loting die ieder kan narekenen, of een keuze met redenen.",
                    "A tie is decided by a draw that anyone can recompute, or by a choice with reasons."),
                kind: Selection.naming.plural, record: selection.id.rawValue, field: "drawn")
        }
    }

    private static func unscored(_ situation: Situation) -> [Finding] {
        situation.state[Selection.self].sorted.filter { $0.closed == nil && !$0.options.isEmpty }.compactMap {
            selection in
            let outcome = SelectionOutcome(selection, situation.state[Scoring.self].sorted)
            guard !outcome.incomplete.isEmpty else { return nil }
            let names = Text.commas(
                outcome.incomplete.map { situation.state[Organisation.self][$0]?.name ?? Text(same: $0.rawValue) })
            return Finding(
                "selection.unscored", .notice,
                Text(
                    "Voor “\(selection.name.dutch)” moeten nog scoren: \(names.nl).",
                    "For “\(selection.name.english)” these have yet to score: \(names.en)."),
                why: Text(
                    "Een beoordelaar telt mee als alles is gescoord.",
                    "An assessor counts when everything has been scored."),
                kind: Selection.naming.plural, record: selection.id.rawValue)
        }
    }
}

extension Text {
    /// Names with commas between them, in both languages.
    static func commas(_ names: [Text]) -> Text {
        Text(names.map(\.dutch).joined(separator: ", "), names.map(\.english).joined(separator: ", "))
    }
}
