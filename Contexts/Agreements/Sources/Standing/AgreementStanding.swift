import Kernel
import Parties

/// Where a version stands.
package enum VersionState: String, ChoiceValue {
    case draft
    case consultation
    case offered
    case inForce = "in-force"
    case superseded
    case ended
    case lapsed

    package var label: Text {
        switch self {
        case .draft: Text("in de maak", "draft")
        case .consultation: Text("in consultatie", "in consultation")
        case .offered: Text("ter ondertekening", "offered")
        case .inForce: Text("van kracht", "in force")
        case .superseded: Text("vervangen", "superseded")
        case .ended: Text("beëindigd", "ended")
        case .lapsed: Text("vervallen", "lapsed")
        }
    }
}

/// Where an agreement and its versions stand on a day, and who is bound by which text. A function of the facts and the day.
package struct AgreementStanding: Sendable, Hashable {
    package let day: Day
    package let facts: AgreementFacts
    /// By version number: the day on which it came into force.
    package let entered: [Int: Day]
    /// Who is bound by which version, from when until when; by party and then by day.
    package let bonds: [Bond]

    package init(_ facts: AgreementFacts, on day: Day) {
        self.day = day
        self.facts = facts
        entered = facts.versions.reduce(into: [:]) { entered, fixed in
            entered[fixed.version.number] = facts.entry(of: fixed, by: day)
        }
        bonds = Bond.all(facts, entered: entered, by: day)
    }

    /// The version in force with the highest number; nil while none is.
    package var current: AgreementFacts.Fixed? {
        facts.versions.last { state(of: $0.version.number) == .inForce }
    }

    /// The state of the agreement as a whole: of what is in force, or else of its last version.
    package var state: VersionState {
        if current != nil { return .inForce }
        return facts.versions.last.map { state(of: $0.version.number) } ?? .draft
    }

    /// A version after the one in force that is on its way; nil when none is.
    package var pending: AgreementFacts.Fixed? {
        guard let last = facts.versions.last, last.version.number > current?.version.number ?? 0 else { return nil }
        return [.consultation, .offered, .draft].contains(state(of: last.version.number)) ? last : nil
    }

    package func state(of number: Int) -> VersionState {
        guard let fixed = facts.versions.first(where: { $0.version.number == number }) else { return .draft }
        if entered[number] != nil {
            if bonds.contains(where: { $0.version == number && $0.holds(on: day) }) { return .inForce }
            let later = entered.contains { $0.key > number }
            return later && facts.ended(by: day) == nil ? .superseded : .ended
        }
        if facts.ended(by: day) != nil { return .ended }
        let offerings = facts.offerings.filter { $0.version == fixed.version.id && ($0.on.map { $0 <= day } ?? false) }
        if let last = offerings.last {
            if last.isOpen(on: day), fixed.text.entry.by.map({ day <= $0 }) ?? true { return .offered }
            return .lapsed
        }
        if let next = facts.versions.last, next.version.number > number { return .superseded }
        return .consultation
    }

    /// The version that binds a party on the day of this standing; nil when none does.
    package func bond(of party: ID<Organisation>) -> Bond? {
        bonds.last { $0.party == party && $0.holds(on: day) }
    }
}

extension AgreementFacts {
    /// The day on which it ended for everyone, if that day has come.
    func ended(by day: Day) -> Day? { endings.compactMap(\.on).filter { $0 <= day }.min() }

    /// Who has said yes to a version and not taken it back, by a day.
    package func accepted(_ version: ID<AgreementVersion>, by day: Day) -> Set<ID<Organisation>> {
        var yes: Set<ID<Organisation>> = []
        for signature in signatures where signature.version == version {
            guard let on = signature.on, on <= day else { continue }
            if signature.answer.binds { yes.insert(signature.party) } else { yes.remove(signature.party) }
        }
        return yes
    }

    /// The first day on which enough parties had accepted it and its validity had begun.
    func entry(of fixed: Fixed, by day: Day) -> Day? {
        let parties = fixed.text.parties.map { ID<Organisation>($0.id) }
        let days = Set(signatures.filter { $0.version == fixed.version.id }.compactMap(\.on)).sorted()
        let met = days.first { signed in
            signed <= day && fixed.text.entry.by.map { signed <= $0 } ?? true
                && fixed.text.entry.isMet(by: accepted(fixed.version.id, by: signed), of: parties)
        }
        guard let met else { return nil }
        let start = fixed.text.validity.from.map { max($0, met) } ?? met
        return start <= day ? start : nil
    }
}
