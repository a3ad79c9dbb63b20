import Kernel
import MethodLibrary

/// Judges one norm of one version for everyone who is held to it.
struct NormJudge {
    let entry: NormsInForce.Entry
    let norm: WatchedNorm
    let base: EvidenceBase
    let day: Day
    let telling: NormTelling
    let evidence: FoundEvidence?
    let trigger: FoundEvidence?
    private let hindrance: NormHindrance?
    private let evidenceRows: EvidenceRows?

    init(_ entry: NormsInForce.Entry, base: EvidenceBase, day: Day, telling: NormTelling) {
        self.entry = entry
        norm = entry.norm
        self.base = base
        self.day = day
        self.telling = telling
        let rule = entry.norm.rule
        let unknown = [norm.trigger, rule.evidence].compactMap { $0.flatMap(base.unknown) }.first
        let isSound = entry.norm.hindrance == nil && unknown == nil
        evidence = isSound ? rule.evidence.flatMap { base.find($0, of: entry.norm.agreement) } : nil
        trigger = isSound ? norm.trigger.flatMap { base.find($0, of: entry.norm.agreement) } : nil
        hindrance = entry.norm.hindrance ?? unknown.map(NormHindrance.unknownRecords)
        evidenceRows = evidence?.rows
    }

    /// Adds how everyone stands, by bearer, the worst first.
    func add(to rows: inout [NormStatus]) {
        if let hindrance { return rows += unchecked(hindrance) }
        if entry.tenures.isEmpty { return rows += unchecked(.nobody(norm.rule.bearer ?? NormRule.Subject())) }
        for tenure in entry.tenures {
            let own = self.rows(of: tenure)
            rows += own.count > 1 ? own.sorted { $0.comes(before: $1) } : own
        }
    }

    private func rows(of tenure: Tenure) -> [NormStatus] {
        switch norm.rhythm {
        case .triggered: triggered(tenure)
        case .each(let cycle): norm.isCap ? capped(tenure, cycle) : repeated(tenure, cycle)
        case .by(let last): norm.isCap ? limited(tenure) : once(tenure, by: last)
        case .always: norm.isCap ? limited(tenure) : standing(tenure)
        }
    }

    /// Told once for each bearer while the version is in force.
    private func unchecked(_ hindrance: NormHindrance) -> [NormStatus] {
        guard entry.isInForce else { return [] }
        let held = entry.tenures.filter { $0.holds(on: day) }.map(\.bearer)
        let subject = norm.rule.bearer ?? NormRule.Subject()
        let bearers = held.isEmpty ? [NormBearer(subject.sort, subject.named)] : held
        return bearers.map { status($0, .unchecked, due: nil, .unchecked(hindrance), []) }
    }

    func status(
        _ bearer: NormBearer, _ state: NormStatus.State, due: Day?, _ grounds: NormGrounds,
        _ shown: ArraySlice<EvidenceItem>
    ) -> NormStatus {
        NormStatus(
            norm: norm, bearer: bearer, state: state, due: due, grounds: grounds, day: day, shown: shown,
            table: evidenceRows, telling: telling)
    }

    /// What a bearer did, as far as it was known on the day; by day.
    func deeds(of bearer: NormBearer) -> ArraySlice<EvidenceItem> {
        let items = evidence?.items(of: base.codes.known(bearer.id) ?? WordCodes.none) ?? []
        return items[...].between(Day(number: Int(Int32.min)), day)
    }

    /// Of these, what was done from a day until and including a day. Where the norm names no field with a day, all of it.
    func during(_ start: Day, _ end: Day, _ deeds: ArraySlice<EvidenceItem>) -> ArraySlice<EvidenceItem> {
        norm.rule.evidence?.day.isEmpty == true ? deeds : deeds.between(start, end)
    }

    /// How much something counts for: its amount, or once.
    func weight(_ item: EvidenceItem) -> Int {
        guard norm.rule.measure == .amount else { return 100 }
        return item.amount == EvidenceTable.noAmount ? 0 : item.amount
    }

    func total(_ items: ArraySlice<EvidenceItem>) -> Int { items.reduce(0) { $0 + weight($1) } }

    /// Not done yet: due, and at risk when less than a quarter of the time is left; breached when the time is over.
    func state(open start: Day, until end: Day) -> NormStatus.State {
        if day > end { return .breached }
        return (end - day) * NormWatch.risk <= end - start + 1 ? .atRisk : .due
    }
}

extension FoundEvidence {
    var rows: EvidenceRows { table.rows }
}

extension ArraySlice<EvidenceItem> {
    /// The last day on which any of them happened, if they have days.
    var lastDay: Day? { last.flatMap { $0.day == .min ? nil : Day(number: Int($0.day)) } }

    /// Those from a day until and including a day; these must be in the order of days.
    func between(_ start: Day, _ end: Day) -> ArraySlice<EvidenceItem> {
        let low = partition { Int($0.day) >= start.number }
        let high = partition { Int($0.day) > end.number }
        return low < high ? self[low..<high] : self[low..<low]
    }

    /// The first place from which on something holds; it must hold from there on.
    private func partition(_ holds: (EvidenceItem) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
