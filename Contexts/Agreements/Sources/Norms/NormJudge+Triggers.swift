import Calendars
import Kernel
import MethodLibrary

extension NormJudge {
    /// What is called for each time: every time that is open or went wrong, and how often it went well.
    func triggered(_ tenure: Tenure) -> [NormStatus] {
        guard let trigger else { return [] }
        let party = base.codes.known(tenure.bearer.id) ?? WordCodes.none
        let deeds = deeds(of: tenure.bearer)
        var rows: [NormStatus] = []
        var kept: [EvidenceItem] = []
        for call in trigger.items(of: party) {
            guard call.day != .min else { continue }
            let on = Day(number: Int(call.day))
            let isKnown = norm.rule.before ? trigger.table.isAnnounced(call.row, by: day) : on <= day
            guard isKnown, on >= tenure.from, tenure.until.map({ on <= $0 }) ?? true else { continue }
            if let row = judge(call, on, tenure, deeds, party) { rows.append(row) } else { kept.append(call) }
        }
        guard tenure.holds(on: day), let last = kept.last else { return rows }
        let answered = NormGrounds.answered(kept.count, last: Day(number: Int(last.day)))
        return rows + [
            NormStatus(
                norm: norm, bearer: tenure.bearer, state: .kept, due: nil, grounds: answered, day: day,
                shown: kept[...], table: trigger.rows, telling: telling)
        ]
    }

    /// Nil when it went well.
    private func judge(
        _ call: EvidenceItem, _ on: Day, _ tenure: Tenure, _ deeds: ArraySlice<EvidenceItem>, _ party: Int32
    ) -> NormStatus? {
        guard let trigger else { return nil }
        var link: EvidenceLink { EvidenceLink(kind: trigger.table.kind, id: trigger.table.ids[Int(call.row)]) }
        if norm.rule.evidence?.covers == true {
            let isCovered = deeds.contains { $0.covers(call.day) && $0.reaches(call.amount) }
            return isCovered ? nil : status(tenure.bearer, .breached, due: on, .uncovered(link, on: on), [])
        }
        let due = term(from: on)
        let candidates = answers(to: call, deeds, party).filter { fits($0, call, tenure) }
        if norm.rule.form == .prohibition {
            let wrong = candidates.filter { Int($0.day) <= due.number }
            guard let first = wrong.first else { return nil }
            let grounds = NormGrounds.forbidden(wrong.count, last: wrong[...].lastDay)
            return status(tenure.bearer, .breached, due: Day(number: Int(first.day)), grounds, wrong[...])
        }
        let done = reached(candidates)
        if let done, done <= due { return nil }
        let state = done == nil ? state(open: norm.rule.before ? due + -(on - due) : on, until: due) : .breached
        let grounds = NormGrounds.called(by: link, on: on, done: done)
        return status(tenure.bearer, state, due: due, grounds, candidates[...])
    }

    /// The last day of the term that a call begins, or the last day before it.
    private func term(from on: Day) -> Day {
        let length = norm.rule.before ? -norm.within : norm.within
        switch norm.rule.unit {
        case .days: return on + length
        case .months: return on.adding(months: length)
        case .years: return on.adding(months: 12 * length)
        case .workingDays:
            return norm.rule.before
                ? WorkingDays.dutch.subtracting(norm.within, from: on) : WorkingDays.dutch.adding(norm.within, to: on)
        }
    }

    /// What was done about this call: by naming it, or by being about the same.
    private func answers(
        to call: EvidenceItem, _ deeds: ArraySlice<EvidenceItem>, _ party: Int32
    ) -> ArraySlice<EvidenceItem> {
        guard let evidence, let trigger, norm.rule.evidence?.about.isEmpty == false else { return deeds }
        var items: [EvidenceItem] = []
        let (full, short) = trigger.table.names(of: call.row, base.codes)
        // A short list of different words: itself, its bare id, and its own subject.
        let subject = call.about == full || call.about == short ? WordCodes.none : call.about
        for code in [full, short, subject] where code != WordCodes.none {
            for item in evidence.items(of: party, about: code) where item.isKnown(on: day) { items.append(item) }
        }
        return items.count > 1 ? items.sorted { evidence.table.precedes($0, $1) }[...] : items[...]
    }

    private func fits(_ item: EvidenceItem, _ call: EvidenceItem, _ tenure: Tenure) -> Bool {
        let (rule, other) = (norm.rule, call.counterparty)
        if rule.evidence?.counterparty.isEmpty == false, other != WordCodes.none, item.counterparty != other {
            return false
        }
        if item.isUndated { return true }
        return rule.before ? item.day <= call.day && Int(item.day) >= tenure.since.number : item.day >= call.day
    }

    /// The day on which there was enough; nil while there is not.
    private func reached(_ items: [EvidenceItem]) -> Day? {
        var have = 0
        for item in items {
            have += weight(item)
            if have >= norm.needed { return item.day == .min ? day : Day(number: Int(item.day)) }
        }
        return nil
    }
}

extension EvidenceItem {
    /// Whether it is good for an amount. Without a limit it is good for any.
    func reaches(_ other: Int) -> Bool {
        amount == EvidenceTable.noAmount || other == EvidenceTable.noAmount || amount >= other
    }
}
