import Kernel
import MethodLibrary

extension NormJudge {
    /// A duty in each calendar period: what went wrong, the last one that went well, and the one that runs.
    func repeated(_ tenure: Tenure, _ cycle: NormRule.Cycle) -> [NormStatus] {
        var span = NormSpan(cycle, containing: tenure.since)
        let (left, length) = (span.until - tenure.since + 1, span.until - span.from + 1)
        if left * NormWatch.fairShare < length { span = span.next(cycle) }
        while span.until < tenure.from { span = span.next(cycle) }
        let deeds = deeds(of: tenure.bearer)
        let isOpen = tenure.holds(on: day)
        var rows: [NormStatus] = []
        var lastKept: NormStatus?
        while tenure.until.map({ span.until <= $0 }) ?? true {
            let row = duty(tenure.bearer, span, during(span.from, span.until, deeds))
            if span.until >= day {
                if isOpen { rows.append(row) }
                break
            }
            if row.state == .breached { rows.append(row) }
            lastKept = row.state == .kept ? row : nil
            span = span.next(cycle)
        }
        if isOpen, let lastKept { rows.append(lastKept) }
        return rows
    }

    /// A duty by a day.
    func once(_ tenure: Tenure, by last: Day) -> [NormStatus] {
        guard tenure.from <= last, tenure.until.map({ last <= $0 }) ?? true else { return [] }
        let span = NormSpan(.until, from: tenure.since, until: last)
        let deeds = deeds(of: tenure.bearer)
        return [duty(tenure.bearer, span, deeds.between(Day(number: Int(Int32.min)), last))]
    }

    /// A duty that must be met on any day.
    func standing(_ tenure: Tenure) -> [NormStatus] {
        guard tenure.holds(on: day) else { return [] }
        let now = deeds(of: tenure.bearer).filter { $0.day == $0.until || $0.covers(Int32(day.number)) }
        let row = duty(tenure.bearer, NormSpan(.always, from: tenure.from, until: day), now[...])
        guard row.state != .kept else { return [row] }
        return [status(tenure.bearer, .breached, due: nil, row.grounds, row.shown)]
    }

    private func duty(_ bearer: NormBearer, _ span: NormSpan, _ items: ArraySlice<EvidenceItem>) -> NormStatus {
        if norm.rule.each { return dutyToEach(bearer, span, items) }
        let have = total(items)
        let grounds = NormGrounds.done(have, of: norm.needed, span, last: items.lastDay, lacking: nil)
        if let most = norm.most, have > most {
            let used = NormGrounds.used(have, of: most, span, counterparty: "")
            return status(bearer, .breached, due: crossing(items, most), used, items)
        }
        let state = have >= norm.needed ? .kept : self.state(open: span.from, until: span.until)
        return status(bearer, state, due: span.sort == .always ? nil : span.until, grounds, items)
    }

    /// The same amount for each counterparty that was a party during the whole period.
    private func dutyToEach(_ bearer: NormBearer, _ span: NormSpan, _ items: ArraySlice<EvidenceItem>) -> NormStatus {
        var given: [Int32: Int] = [:]
        for item in items { given[item.counterparty, default: 0] += weight(item) }
        let owed = counterparties(of: bearer, span)
        let lacking = owed.filter { given[base.codes.code($0)] ?? 0 < norm.needed }
        let have = lacking.first.map { given[base.codes.code($0)] ?? 0 } ?? norm.needed
        let lack = NormLack(
            counterparty: lacking.first ?? "", served: owed.count - lacking.count, of: owed.count)
        let grounds = NormGrounds.done(have, of: norm.needed, span, last: items.lastDay, lacking: lack)
        let state = lacking.isEmpty ? .kept : self.state(open: span.from, until: span.until)
        return status(bearer, state, due: span.sort == .always ? nil : span.until, grounds, items)
    }

    private func counterparties(of bearer: NormBearer, _ span: NormSpan) -> [String] {
        let subject = norm.rule.counterparty ?? NormRule.Subject()
        guard subject.who == .everyone else { return subject.named == bearer.id ? [] : [subject.named] }
        return entry.members.filter { $0.id != bearer.id && $0.holds(from: span.from, until: min(span.until, day)) }
            .map(\.id)
    }

    /// The day on which a limit was passed; nil when it was not, or by something without a day.
    func crossing(_ items: ArraySlice<EvidenceItem>, _ most: Int) -> Day? {
        var used = 0
        for item in items {
            used += weight(item)
            if used > most { return item.day == .min ? nil : Day(number: Int(item.day)) }
        }
        return nil
    }
}
