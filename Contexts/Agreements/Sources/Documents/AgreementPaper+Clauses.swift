import Documents
import Kernel
import MethodLibrary

extension AgreementPaper {
    var clauses: [Paper.Piece] {
        guard !text.clauses.isEmpty else { return [] }
        let norms = Dictionary(grouping: text.norms, by: \.clause)
        return [.heading(Text("Wat wij afspreken", "What we agree"), level: 2)]
            + text.clauses.map { .clause(clause($0, norms[$0.id] ?? [])) }
    }

    private func clause(_ clause: DocumentClause, _ norms: [DocumentNorm]) -> Paper.Clause {
        let blanks = Set(clause.missing)
        var shown = Paper.Clause()
        shown.id = clause.id
        shown.number = String(clause.number)
        shown.heading = Words(clause.heading, blanks: blanks)
        shown.mark = mark(clause)
        shown.text = Prose(Words(clause.textWithLanguages, blanks: blanks))
        shown.asks = norms.map { Words(norm: $0.rule) }
        return shown
    }

    private func mark(_ clause: DocumentClause) -> Text {
        let left = Text("mag worden weggelaten", "may be left out")
        let stays = Text("blijft gelden na uittreden", "goes on after leaving")
        switch (clause.optional && text.partial, clause.survives) {
        case (true, true): return Text("\(left.nl); \(stays.nl)", "\(left.en); \(stays.en)")
        case (true, false): return left
        case (false, true): return stays
        case (false, false): return Text()
        }
    }
}

extension DocumentClause {
    /// The text, in which words that were filled in in the other language only are marked so.
    fileprivate var textWithLanguages: Text {
        let lone = variables.filter { $0.type == .text && $0.shown.nl.isEmpty != $0.shown.en.isEmpty }
        return lone.reduce(text) { text, variable in
            let word = variable.shown.dutch
            return variable.shown.en.isEmpty
                ? Text(nl: text.nl, en: text.en.replacing(word, with: "\(word) (only in Dutch)", maxReplacements: 1))
                : Text(
                    nl: text.nl.replacing(word, with: "\(word) (alleen in het Engels)", maxReplacements: 1), en: text.en
                )
        }
    }
}

extension Words {
    /// A text in which these names between braces are places that nobody filled in.
    init(_ text: Text, blanks: Set<String>) {
        guard !blanks.isEmpty else {
            self.init(text)
            return
        }
        func runs(_ text: String) -> [Run] {
            Placeholder.pieces(of: text).map { piece in
                guard let name = piece.name else { return Run(piece.words) }
                guard blanks.contains(name) else { return Run("{\(name)}") }
                return Run(name.replacing("-", with: " "), .blank)
            }
        }
        self.init(nl: runs(text.nl), en: runs(text.en))
    }

    /// A norm in its own sentence, with when it counts and what follows when it is not kept.
    init(norm rule: NormRule) {
        var words = Words(rule.name, blanks: rule.placeholders)
        if !rule.condition.isEmpty {
            let (nl, en) = (rule.condition.nl, rule.condition.en)
            words =
                words + Words(Text(nl: nl.isEmpty ? "" : " Geldt als: ", en: en.isEmpty ? "" : " Holds when: "))
                + Words(rule.condition, blanks: rule.placeholders)
        }
        if !rule.consequence.isEmpty {
            let (nl, en) = (rule.consequence.nl, rule.consequence.en)
            words =
                words + Words(Text(nl: nl.isEmpty ? "" : " Anders: ", en: en.isEmpty ? "" : " Otherwise: "))
                + Words(rule.consequence)
        }
        self = words
    }
}
