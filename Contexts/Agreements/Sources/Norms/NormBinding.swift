import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Who fulfils which role, and when.
struct RoleTenures {
    private let byRole: [String: [(organisation: String, period: Period)]]

    init(_ state: EcosystemState) {
        byRole = state[Assignment.self].sorted.reduce(into: [:]) {
            $0[$1.role, default: []].append(($1.organisation.rawValue, $1.period))
        }
    }

    func holders(of role: String) -> [(organisation: String, period: Period)] { byRole[role] ?? [] }
}

/// The norms of the versions of one agreement, and who is held to each.
struct NormBinding {
    let standing: AgreementStanding
    let roles: RoleTenures
    let state: EcosystemState
    /// By party, in the order of days.
    private let bonds: [String: [Bond]]

    init(_ standing: AgreementStanding, roles: RoleTenures, state: EcosystemState) {
        self.standing = standing
        self.roles = roles
        self.state = state
        bonds = Dictionary(grouping: standing.bonds, by: \.party.rawValue)
    }

    private var members: [NormsInForce.Member] {
        bonds.sorted { $0.key < $1.key }.compactMap { id, own in
            guard let from = own.map(\.from).min() else { return nil }
            let isOpen = own.contains { $0.until == nil }
            return NormsInForce.Member(id: id, from: from, until: isOpen ? nil : own.compactMap(\.until).max())
        }
    }

    var entries: [NormsInForce.Entry] {
        let members = members
        let clauses = standing.facts.versions.reduce(into: [Int: [String: String]]()) { clauses, fixed in
            clauses[fixed.version.number] = Dictionary(
                fixed.text.norms.map { ($0.id, $0.clause) }, uniquingKeysWith: { first, _ in first })
        }
        return standing.facts.versions.flatMap { fixed -> [NormsInForce.Entry] in
            let number = fixed.version.number
            let bound = standing.bonds.filter { $0.version == number }
            guard !bound.isEmpty else { return [] }
            let now = bound.filter { $0.holds(on: standing.day) }
            return fixed.text.norms.map { norm in
                let watched = WatchedNorm(norm, in: fixed.text)
                let held = bound.filter { !$0.except.contains(norm.clause) }
                return NormsInForce.Entry(
                    norm: watched,
                    tenures: tenures(of: watched, held, clauses).sorted { ($0.bearer, $0.from) < ($1.bearer, $1.from) },
                    members: members, isInForce: !now.isEmpty)
            }
        }
    }

    private func tenures(of norm: WatchedNorm, _ bound: [Bond], _ clauses: [Int: [String: String]]) -> [Tenure] {
        func tenure(_ bond: Bond) -> Tenure {
            Tenure(
                bearer: NormBearer(.organisation, bond.party.rawValue), since: since(bond, norm, clauses),
                from: bond.from, until: bond.until)
        }
        let named = norm.rule.bearer?.named ?? ""
        switch norm.rule.bearer?.who ?? .everyone {
        case .everyone: return bound.map(tenure)
        case .organisation: return bound.filter { $0.party.rawValue == named }.map(tenure)
        case .role:
            return roles.holders(of: named).flatMap { holder in
                bound.filter { $0.party.rawValue == holder.organisation }.compactMap {
                    tenure($0).within(holder.period)
                }
            }
        case .body: return body(named, norm, bound)
        }
    }

    /// A body is held to a norm as long as anybody is bound by the version, until a later one comes into force.
    private func body(_ id: String, _ norm: WatchedNorm, _ bound: [Bond]) -> [Tenure] {
        guard state.table("bodies")?.contains(id) == true, let from = bound.map(\.from).min() else { return [] }
        let next = standing.entered.filter { $0.key > norm.version }.values.min().map { $0 + -1 }
        let ends = bound.map { $0.until?.number ?? .max }
        let last = min(ends.max() ?? .max, next?.number ?? .max)
        guard last >= from.number else { return [] }
        let earlier = standing.facts.versions.last {
            $0.version.number < norm.version && standing.entered[$0.version.number] != nil
                && $0.text.norms.contains { $0.id == norm.id }
        }
        let since = earlier.flatMap { standing.entered[$0.version.number] } ?? from
        return [
            Tenure(
                bearer: NormBearer(.body, id), since: min(since, from), from: from,
                until: last == .max ? nil : Day(number: last))
        ]
    }

    /// Walks back over bonds that follow each other and hold the same norm.
    private func since(_ bond: Bond, _ norm: WatchedNorm, _ clauses: [Int: [String: String]]) -> Day {
        var start = bond.from
        for earlier in (bonds[bond.party.rawValue] ?? []).reversed() where earlier.from < start {
            guard let clause = clauses[earlier.version]?[norm.id], !earlier.except.contains(clause),
                earlier.until.map({ $0 + 1 == start }) == true
            else { break }
            start = earlier.from
        }
        return start
    }
}

extension Tenure {
    /// The part of it that falls in a period; nil when none does.
    fileprivate func within(_ period: Period) -> Tenure? {
        let start = period.from.map { max($0, from) } ?? from
        let end = [until, period.until].compactMap(\.self).min()
        if let end, end < start { return nil }
        return Tenure(
            bearer: bearer, since: period.from.map { max($0, since) } ?? since, from: start, until: end)
    }
}
