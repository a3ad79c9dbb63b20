import Kernel
import MethodLibrary

extension NormStatus {
    /// Who it is about.
    package var bearerName: Text { telling.name(of: bearer) }

    /// Why it has this state, with the numbers, in one or two sentences.
    package var explanation: Text {
        let condition = norm.rule.condition
        let told = Text("\(act.dutch): \(grounds(.nl))", "\(act.english): \(grounds(.en))")
        if case .unchecked = grounds { return told }
        guard !condition.isEmpty, norm.hindrance == nil else { return told }
        return Text(
            "\(told.nl) Mensen beoordelen nog: \(condition.dutch)",
            "\(told.en) For people to judge: \(condition.english)")
    }

    private var act: Text { telling.act(norm.rule.action) }

    private func grounds(_ language: Language) -> String {
        let isDutch = language == .nl
        switch grounds {
        case .done(let have, let need, let span, let last, let lacking):
            return done(have, need, span, last, lacking, language)
        case .used(let have, let most, let span, let counterparty):
            let name = counterparty.isEmpty ? "" : telling.organisation(counterparty).shown(language)
            let whom = name.isEmpty ? "" : isDutch ? " tegenover \(name)" : " towards \(name)"
            let limit = isDutch ? "ten hoogste" : "at most"
            return "\(amount(have, language))\(whom), \(limit) \(amount(most, language)), \(within(span, language))."
        case .called(let link, let on, let done): return called(link, on, done, language)
        case .uncovered(let link, let on):
            let what = telling.title(link.kind, link.id).shown(language)
            return isDutch
                ? "\(what), op \(on.written(.nl)), zonder dat een geldig gegeven het dekt."
                : "\(what), on \(on.written(.en)), without a valid record that covers it."
        case .answered(let count, let last):
            let when = last.map { isDutch ? ", het laatst op \($0.written(.nl))" : ", last on \($0.written(.en))" }
            return (isDutch ? "\(count) keer, steeds zoals afgesproken" : "\(count) times, each as agreed")
                + (when ?? "") + "."
        case .forbidden(let count, let last):
            guard count > 0 else { return isDutch ? "niet gebeurd." : "did not happen." }
            let when = last.map { isDutch ? ", het laatst op \($0.written(.nl))" : ", last on \($0.written(.en))" }
            return (isDutch ? "\(count) keer gebeurd" : "happened \(count) times") + (when ?? "") + "."
        case .unchecked(let hindrance): return hindrance.words(norm, telling).shown(language)
        }
    }

    private func done(
        _ have: Int, _ need: Int, _ span: NormSpan, _ last: Day?, _ lack: NormLack?, _ language: Language
    ) -> String {
        let isDutch = language == .nl
        var told =
            isDutch
            ? "\(amount(have, language)) van \(amount(need, language))"
            : "\(amount(have, language)) of \(amount(need, language))"
        if let lack {
            told =
                isDutch
                ? "aan \(lack.served) van \(lack.of) partijen genoeg"
                : "enough for \(lack.served) of \(lack.of) parties"
            if !lack.counterparty.isEmpty {
                let name = telling.organisation(lack.counterparty).shown(language)
                told +=
                    isDutch
                    ? ", nog niet aan \(name) (\(amount(have, language)) van \(amount(need, language)))"
                    : ", not yet for \(name) (\(amount(have, language)) of \(amount(need, language)))"
            }
        }
        told += span.sort == .always ? "" : " " + within(span, language)
        if let last { told += isDutch ? ", het laatst op \(last.written(.nl))" : ", last on \(last.written(.en))" }
        if span.from > day {
            told += isDutch ? "; telt vanaf \(span.from.written(.nl))" : "; counts from \(span.from.written(.en))"
        }
        return told + "."
    }

    private func called(_ link: EvidenceLink, _ on: Day, _ done: Day?, _ language: Language) -> String {
        let isDutch = language == .nl
        let what = telling.title(link.kind, link.id).shown(language)
        let why = isDutch ? "vanwege “\(what)” van \(on.written(.nl))" : "because of “\(what)” of \(on.written(.en))"
        guard let done else {
            guard let due else { return why + "." }
            return isDutch
                ? "\(why), uiterlijk \(due.written(.nl)), nog niet gedaan."
                : "\(why), by \(due.written(.en)), not done yet."
        }
        let late = due.map { max(0, done - $0) } ?? 0
        let told = isDutch ? "\(why), gedaan op \(done.written(.nl))" : "\(why), done on \(done.written(.en))"
        guard late > 0 else { return told + "." }
        return told
            + (isDutch
                ? ", \(late) \(late == 1 ? "dag" : "dagen") te laat." : ", \(late) \(late == 1 ? "day" : "days") late.")
    }

    private func within(_ span: NormSpan, _ language: Language) -> String {
        if case .cycle = span.sort { return "in \(span.words.shown(language))" }
        return span.words.shown(language)
    }

    /// `2`, or `€ 1.900`.
    private func amount(_ hundredths: Int, _ language: Language) -> String {
        guard norm.rule.measure == .count else { return Money(cents: hundredths).shown(language) }
        return hundredths % 100 == 0 ? String(hundredths / 100) : Money(cents: hundredths).amount
    }
}

extension NormHindrance {
    func words(_ norm: WatchedNorm, _ telling: NormTelling) -> Text {
        switch self {
        case .blanks(let names):
            let list = names.joined(separator: ", ")
            return Text("nog niet ingevuld: \(list).", "not filled in yet: \(list).")
        case .condition:
            let condition = norm.rule.condition
            return Text(
                "alleen mensen kunnen dit beoordelen: \(condition.dutch)",
                "only people can judge this: \(condition.english)")
        case .noEvidence:
            return Text(
                "de norm zegt niet waaraan te zien is of het gebeurt.",
                "the norm does not say what shows whether it happens.")
        case .unknownRecords(let what):
            return Text("er zijn geen gegevens “\(what)”.", "there are no records “\(what)”.")
        case .nobody(let subject):
            let bearer = NormBearer(subject.sort, subject.named)
            let name = telling.name(of: bearer)
            return subject.who == .role
                ? Text(
                    "geen partij die gebonden is, vervult de rol “\(name.dutch)”.",
                    "no party that is bound fulfils the role “\(name.english)”.")
                : Text("“\(name.dutch)” is hier niet aan gebonden.", "“\(name.english)” is not bound by this.")
        }
    }
}

extension NormRule.Subject {
    var sort: NormBearer.Sort {
        switch who {
        case .everyone, .organisation: .organisation
        case .role: .role
        case .body: .body
        }
    }
}
