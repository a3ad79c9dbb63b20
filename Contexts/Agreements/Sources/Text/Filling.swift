import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Fills the places of one clause from its variables and from what the ecosystem records.
struct Filling {
    private let shown: [String: Text]
    private let plain: [String: String]
    let variables: [DocumentVariable]

    init(_ clause: Clause, in situation: Situation) {
        var shown: [String: Text] = [:]
        var plain: [String: String] = [:]
        var variables: [DocumentVariable] = []
        for variable in clause.variables where !variable.value.isEmpty {
            var told = DocumentVariable()
            told.name = variable.name
            told.type = variable.type
            told.value = variable.plain
            told.shown = variable.words(in: situation)
            variables.append(told)
            shown[variable.name] = told.shown
            plain[variable.name] = variable.plain
        }
        self.shown = shown
        self.plain = plain
        self.variables = variables
    }

    /// Words with every known place filled in, in each language. An empty language stays empty.
    func filled(_ text: Text) -> Text {
        var missing: Set<String> = []
        return filled(text, missing: &missing)
    }

    /// The same, adding to `missing` the names of places that have no value.
    func filled(_ text: Text, missing: inout Set<String>) -> Text {
        Text(nl: filled(text.nl, .nl, &missing), en: filled(text.en, .en, &missing))
    }

    private func filled(_ text: String, _ language: Language, _ missing: inout Set<String>) -> String {
        Placeholder.filled(text) { name in
            if let word = shown[name] { return word.shown(language) }
            missing.insert(name)
            return nil
        }
    }

    /// The plain values, for what a machine reads.
    private func exact(_ text: String) -> String { Placeholder.filled(text) { plain[$0] } }

    func filled(_ rule: NormRule) -> NormRule {
        var rule = rule
        rule.name = filled(rule.name)
        rule.condition = filled(rule.condition)
        rule.consequence = filled(rule.consequence)
        rule.object = exact(rule.object)
        rule.by = exact(rule.by)
        rule.within = exact(rule.within)
        rule.least = exact(rule.least)
        rule.most = exact(rule.most)
        rule.bearer = rule.bearer.map { NormRule.Subject($0.who, exact($0.named)) }
        rule.counterparty = rule.counterparty.map { NormRule.Subject($0.who, exact($0.named)) }
        rule.trigger = rule.trigger.map(exact)
        rule.evidence = rule.evidence.map(exact)
        return rule
    }

    private func exact(_ evidence: NormRule.Evidence) -> NormRule.Evidence {
        var evidence = evidence
        evidence.matching = evidence.matching.map { exact($0) }
        return evidence
    }

    private func exact(_ match: NormRule.Match) -> NormRule.Match {
        var match = match
        match.value = exact(match.value)
        match.above = exact(match.above)
        return match
    }
}

extension ClauseVariable {
    /// How the value reads in a sentence.
    func words(in situation: Situation) -> Text {
        switch type {
        case .text: return value
        case .number: return Text(same: plain)
        case .amount:
            let money = Money(cents: Money.cents(plain) ?? 0)
            return Text(money.shown(.nl), money.shown(.en))
        case .day:
            guard let day = Day(plain) else { return Text(same: plain) }
            return Text(day.written(.nl), day.written(.en))
        case .organisation: return situation.state[Organisation.self][ID(plain)]?.name ?? Text(same: plain)
        case .role: return situation.library.role(plain)?.name ?? Text(same: plain)
        case .body: return situation.state.table("bodies")?.title(of: plain) ?? Text(same: plain)
        }
    }
}
