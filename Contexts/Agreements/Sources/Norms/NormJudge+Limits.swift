import Kernel
import MethodLibrary

extension NormJudge {
    /// A limit in each calendar period: where it was passed, and how much is used of the one that runs.
    func capped(_ tenure: Tenure, _ cycle: NormRule.Cycle) -> [NormStatus] {
        let deeds = deeds(of: tenure.bearer)
        guard norm.most != nil else { return limited(tenure) }
        var rows: [NormStatus] = []
        var span = NormSpan(cycle, containing: tenure.from)
        while span.from <= day, tenure.until.map({ span.from <= $0 }) ?? true {
            let start = max(span.from, tenure.since)
            let end = [span.until, day, tenure.until].compactMap(\.self).min() ?? day
            rows += used(tenure, span, during(start, end, deeds), isOpen: span.until >= day && tenure.holds(on: day))
            span = span.next(cycle)
        }
        return rows
    }

    /// A limit over the whole time that a bearer is bound; without a number nothing of it is allowed.
    func limited(_ tenure: Tenure) -> [NormStatus] {
        let end = [day, tenure.until].compactMap(\.self).min() ?? day
        let deeds = during(norm.most == nil ? tenure.from : tenure.since, end, deeds(of: tenure.bearer))
        let span = NormSpan(.always, from: tenure.since, until: end)
        guard norm.most == nil else { return used(tenure, span, deeds, isOpen: tenure.holds(on: day)) }
        let grounds = NormGrounds.forbidden(deeds.count, last: deeds.lastDay)
        if let first = deeds.first {
            return [
                status(
                    tenure.bearer, .breached, due: first.day == .min ? nil : Day(number: Int(first.day)), grounds, deeds
                )
            ]
        }
        return tenure.holds(on: day) ? [status(tenure.bearer, .kept, due: nil, grounds, deeds)] : []
    }

    /// One row for each counterparty that it went wrong or nearly wrong with; otherwise one for the most used.
    private func used(
        _ tenure: Tenure, _ span: NormSpan, _ items: ArraySlice<EvidenceItem>, isOpen: Bool
    ) -> [NormStatus] {
        guard norm.rule.each else { return [use(tenure, span, items, "", isOpen: isOpen)].compactMap(\.self) }
        var sums: [Int32: Int] = [:]
        for item in items { sums[item.counterparty, default: 0] += weight(item) }
        func name(_ code: Int32) -> String { code < 0 ? "" : base.codes.words[Int(code)] }
        func row(_ code: Int32) -> NormStatus? {
            let own = items.filter { $0.counterparty == code }
            return use(tenure, span, own[...], name(code), isOpen: isOpen)
        }
        let pressing = sums.filter { isPressing($0.value, isOpen: isOpen) }.keys.compactMap(row)
        if !pressing.isEmpty || !isOpen { return pressing }
        let fullest = sums.max { $0.value == $1.value ? name($0.key) > name($1.key) : $0.value < $1.value }
        return [fullest.map { row($0.key) } ?? use(tenure, span, [], "", isOpen: true)].compactMap(\.self)
    }

    private func isPressing(_ used: Int, isOpen: Bool) -> Bool {
        guard let most = norm.most else { return false }
        return used > most || isOpen && isNear(used, most)
    }

    /// Less than a quarter of the room is left.
    private func isNear(_ used: Int, _ most: Int) -> Bool { most > 0 && (most - used) * NormWatch.risk < most }

    /// Nil when a closed limit was kept, or was passed under another version.
    private func use(
        _ tenure: Tenure, _ span: NormSpan, _ items: ArraySlice<EvidenceItem>, _ counterparty: String, isOpen: Bool
    ) -> NormStatus? {
        guard let most = norm.most else { return nil }
        let have = total(items)
        let grounds = NormGrounds.used(have, of: most, span, counterparty: counterparty)
        if have > most {
            let crossed = crossing(items, most)
            guard crossed.map({ $0 >= tenure.from }) ?? isOpen else { return nil }
            return status(tenure.bearer, .breached, due: crossed, grounds, items)
        }
        guard isOpen else { return nil }
        return status(tenure.bearer, isNear(have, most) ? .atRisk : .kept, due: nil, grounds, items)
    }
}
