import Ecosystems
import Kernel
import Parties

extension Clause {
    /// What a changed text leaves behind: the other language of the clause, and norms that were made for the text before.
    static let changedText = Reaction { before, after in
        let norms = after[Norm.self].touched(since: before.state).compactMap { $0.settled(since: before.state) }
        return norms
            + after[Clause.self].touched(since: before.state).flatMap { new -> [RecordChange] in
                guard let old = before.state[Clause.self][new.id], old.text != new.text else { return [] }
                let languages = after[Agreement.self][new.agreement]?.shownLanguages ?? AgreementLanguage.allCases
                let behind = languages.count < 2 ? nil : new.lagging(since: old)
                let change = RecordChange(naming.plural, new.id.rawValue, .patch(["behind": behind.value]))
                let own = behind == new.behind ? [] : [change]
                return own + (new.isTranslation(of: old) ? [] : new.doubts(before, after))
            }
    }

    /// The language that lags behind after a change of the text; nil when both changed, or when the one that lagged caught up.
    private func lagging(since old: Clause) -> AgreementLanguage? {
        guard !text.nl.isEmpty, !text.en.isEmpty, !isTranslation(of: old) else { return nil }
        let (dutch, english) = (text.nl != old.text.nl, text.en != old.text.en)
        return dutch == english ? nil : dutch ? .en : .nl
    }

    /// Whether only the language changed that lagged behind, or was not there.
    private func isTranslation(of old: Clause) -> Bool {
        let changed = AgreementLanguage.allCases.filter { text[$0] != old.text[$0] }
        return changed.allSatisfy { $0 == old.behind || old.text[$0].isEmpty }
    }

    /// Norms of this clause that did not change along.
    private func doubts(_ before: Situation, _ after: EcosystemState) -> [RecordChange] {
        after[Norm.self].sorted.filter { norm in
            norm.clause == id && norm.doubt != before.today
                && before.state[Norm.self][norm.id]?.rule == norm.rule
        }.map { RecordChange(Norm.naming.plural, $0.id.rawValue, .patch(["doubt": before.today.value])) }
    }
}

extension Norm {
    /// A norm that was changed itself is looked at.
    fileprivate func settled(since state: EcosystemState) -> RecordChange? {
        guard let old = state[Norm.self][id], old.rule != rule, doubt != nil else { return nil }
        return RecordChange(Self.naming.plural, id.rawValue, .patch(["doubt": .null]))
    }
}
