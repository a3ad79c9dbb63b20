import Ecosystems
import Kernel
import MethodLibrary

extension Clause {
    /// A clause stays with its agreement.
    static let guardian = ChangeGuard(Clause.self) { old, new, _ in
        old.map { $0.agreement != new.agreement } == true ? [.otherAgreement("agreement")] : []
    }
}

extension Norm {
    /// A norm belongs to a clause of its agreement, and can be evaluated: whom and what it names is there.
    static let guardian = ChangeGuard(Norm.self) { _, new, situation in
        guard let clause = situation.state[Clause.self][new.clause] else { return [] }
        var problems: [Problem] = []
        if clause.agreement != new.agreement { problems.append(.otherAgreement("clause")) }
        return problems + new.rule.unknowns(in: situation).map { $0.under("rule") }
    }
}

extension NormRule {
    /// What it names that is not there. A place to fill in is judged once it is filled.
    func unknowns(in situation: Situation) -> [Problem] {
        var problems: [Problem] = []
        for (field, subject) in [("bearer", bearer), ("counterparty", counterparty)] {
            if let subject, let problem = subject.unknown(in: situation) {
                problems.append(problem.under(field))
            }
        }
        for (field, evidence) in [("trigger", trigger), ("evidence", evidence)] {
            if let evidence { problems += evidence.unknowns(in: situation).map { $0.under(field) } }
        }
        return problems
    }
}

extension NormRule.Subject {
    fileprivate func unknown(in situation: Situation) -> Problem? {
        guard who != .everyone, !named.isEmpty, Placeholder.names(in: named).isEmpty else { return nil }
        let isThere =
            switch who {
            case .everyone: true
            case .organisation: situation.state.table("organisations")?.contains(named) == true
            case .body: situation.state.table("bodies")?.contains(named) == true
            case .role: situation.library.role(named) != nil
            }
        return isThere ? nil : .nobodyCalled(named, who)
    }
}

extension NormRule.Evidence {
    fileprivate func unknowns(in situation: Situation) -> [Problem] {
        guard let fields = situation.state.fields(of: kind) else { return [.noKind(kind)] }
        var named = [
            ("party", party), ("counterparty", counterparty), ("day", day), ("amount", amount), ("about", about),
        ]
        named += matching.enumerated().map { ("matching/\($0)/field", $1.field) }
        return named.compactMap { place, field in
            field.isEmpty || fields.contains(field) ? nil : .noField(field, kind, at: place, known: fields)
        }
    }
}

extension Problem {
    fileprivate static func nobodyCalled(_ name: String, _ who: NormRule.Subject.Sort) -> Problem {
        Problem(
            "norm.unknown", at: ["named"],
            Text("Er is geen “\(name)” (\(who.label.nl)).", "There is no “\(name)” (\(who.label.en))."),
            mend: Text("Kies wie er is, of voeg die eerst toe.", "Choose one that is there, or add it first."))
    }

    fileprivate static func noKind(_ kind: String) -> Problem {
        Problem(
            "norm.evidence", at: ["kind"],
            Text("Er is geen soort gegevens “\(kind)”.", "There is no kind of record “\(kind)”."),
            mend: Text("Kies bijvoorbeeld acts of meetings.", "Choose for example acts or meetings."))
    }

    fileprivate static func noField(_ field: String, _ kind: String, at place: String, known: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return Problem(
            "norm.evidence", at: place.split(separator: "/").map(String.init),
            Text("\(kind) heeft geen veld “\(field)”.", "\(kind) has no field “\(field)”."),
            mend: Text("Kies uit: \(list).", "Choose from: \(list)."))
    }
}
