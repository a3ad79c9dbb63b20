import Kernel
import MethodLibrary

extension DraftFindings {
    /// Norms that cannot be watched: their clause is gone, or places in them are open; and those whose text has changed.
    var normFindings: [Finding] {
        let live = Set(open.map(\.id))
        let known = Dictionary(clauses.values.joined().map { ($0.id, $0) }) { first, _ in first }
        return norms.filter { live.contains($0.agreement) }.flatMap { norm -> [Finding] in
            guard let clause = known[norm.clause], clause.agreement == norm.agreement else { return [gone(norm)] }
            let filled = Set(clause.variables.filter { !$0.value.isEmpty }.map(\.name))
            let missing = norm.rule.placeholders.subtracting(filled).sorted()
            return [missing.isEmpty ? nil : blank(norm, missing), doubtful(norm)].compactMap(\.self)
        }
    }

    private func gone(_ norm: Norm) -> Finding {
        Finding(
            "norm.clause-gone", .error,
            Text(
                "De norm “\(norm.rule.name.dutch)” hoort bij een bepaling die er niet meer is.",
                "The norm “\(norm.rule.name.english)” belongs to a clause that is gone."),
            why: Text(
                "Een norm zonder bepaling bindt niemand, en staat in geen tekst die wordt ondertekend.",
                "A norm without a clause binds nobody, and is in no text that is signed."),
            kind: Norm.naming.plural, record: norm.id.rawValue, field: "clause")
    }

    private func blank(_ norm: Norm, _ missing: [String]) -> Finding {
        let list = AgreementWords.list(missing.map { Text(same: $0) })
        return Finding(
            "norm.blank", .warning,
            Text(
                "De norm “\(norm.rule.name.dutch)” is niet te volgen: \(list.nl) is niet ingevuld.",
                "The norm “\(norm.rule.name.english)” cannot be watched: \(list.en) is not filled in."),
            why: Text(
                "Een norm die niet zegt hoeveel, wanneer of door wie, kan niemand nakomen. Vul het in bij de bepaling.",
                "Nobody can keep a norm that does not say how much, when or by whom. Fill it in at the clause."),
            kind: Norm.naming.plural, record: norm.id.rawValue, field: "rule")
    }
}
