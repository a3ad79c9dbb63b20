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
            guard on >= tenure.from, tenure.until.map({ on <= $0 }) ?? true, norm.rule.before || on <= day else {
                continue
            }
            let row = judge(call, on, tenure, deeds, party)
            if row.state == .kept { kept.append(call) } else { rows.append(row) }
        }
        guard tenure.holds(on: day), let last = kept.last else { return rows }
        let answered = NormGrounds.answered(kept.count, last: Day(number: Int(last.day)))
        return rows + [
            NormStatus(
                norm: norm, bearer: tenure.bearer, state: .kept, due: nil, grounds: answered, day: day,
                shown: kept[...], table: trigger.rows, telling: telling)
        ]
    }

    private func judge(
        _ call: EvidenceItem, _ on: Day, _ tenure: Tenure, _ deeds: ArraySlice<EvidenceItem>, _ party: Int32
    ) -> NormStatus {
        let link = EvidenceLink(kind: trigger?.table.kind ?? "", id: trigger?.table.ids[Int(call.row)] ?? "")
        if norm.rule.evidence?.covers == true {
            let isCovered = deeds.contains { $0.covers(call.day) && $0.reaches(call.amount) }
            return status(
                tenure.bearer, isCovered ? .kept : .breached, due: on, .uncovered(link, on: on), [])
        }
        let due = term(from: on)
        let candidates = answers(to: call, link, deeds, party).filter { fits($0, call, tenure) }
        if norm.rule.form == .prohibition {
            let wrong = candidates.filter { Int($0.day) <= due.number }
            let grounds = NormGrounds.forbidden(wrong.count, last: wrong[...].lastDay)
            let first = wrong.first.map { Day(number: Int($0.day)) }
            return status(tenure.bearer, wrong.isEmpty ? .kept : .breached, due: first, grounds, wrong[...])
        }
        let done = reached(candidates)
        let grounds = NormGrounds.called(by: link, on: on, done: done)
        let state: NormStatus.State
        if let done {
            state = done <= due ? .kept : .breached
        } else {
            state = self.state(open: norm.rule.before ? due + -(on - due) : on, until: due)
        }
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
        to call: EvidenceItem, _ link: EvidenceLink, _ deeds: ArraySlice<EvidenceItem>, _ party: Int32
    ) -> ArraySlice<EvidenceItem> {
        guard let evidence, norm.rule.evidence?.about.isEmpty == false else { return deeds }
        var codes = ["\(link.kind)/\(link.id)", link.id].compactMap(base.codes.known)
        if call.about != WordCodes.none { codes.append(call.about) }
        let items = codes.flatMap { evidence.items(of: party, about: $0) }.filter { $0.isKnown(on: day) }
        return items.sorted { ($0.day, $0.row) < ($1.day, $1.row) }[...]
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
