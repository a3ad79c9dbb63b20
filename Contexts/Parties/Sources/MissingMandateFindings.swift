import Ecosystems
import Kernel

extension Roster {
    /// Persons who hold a role but may not commit anyone: by organisation, or in one sentence when mandates are not in use.
    var withoutMandate: [Finding] {
        let missing = holdersWithoutMandate
        guard !missing.isEmpty else { return [] }
        if mandates.isEmpty { return [notInUse(missing)] }
        return Dictionary(grouping: missing, by: \.organisation).sorted { $0.key < $1.key }.map { holder, holders in
            let organisation = organisation(holder)
            let names = Text.list(holders.map { person($0.person) })
            let single = holders.count == 1 ? holders.first : nil
            return Finding(
                "person.without-mandate", .warning,
                Text(
                    "\(names.dutch) (\(organisation.dutch)): wel een rol, geen geldig mandaat.",
                    "\(names.english) (\(organisation.english)): a role, but no valid mandate."),
                why: Self.why,
                kind: single == nil ? Organisation.naming.plural : Person.naming.plural,
                record: single?.person.rawValue ?? holder.rawValue)
        }
    }

    struct Holder: Hashable {
        let person: ID<Person>
        let organisation: ID<Organisation>
    }

    /// Each person once, sorted by organisation. A mandate that was reopened or ended has a finding of its own.
    private var holdersWithoutMandate: [Holder] {
        let deputies = Set(mandates.filter { $0.isValid(on: today) }.compactMap(\.deputy))
        var seen: Set<ID<Person>> = []
        return assignments.compactMap { assignment -> Holder? in
            guard let person = assignment.person, !isClosed(assignment.organisation), !deputies.contains(person),
                !(mandatesOf[person] ?? []).contains(where: isKnown), seen.insert(person).inserted
            else { return nil }
            return Holder(
                person: person, organisation: state[Person.self][person]?.organisation ?? assignment.organisation)
        }
        .sorted { ($0.organisation, $0.person) < ($1.organisation, $1.person) }
    }

    /// Valid today, or already spoken of by another finding.
    private func isKnown(_ mandate: Mandate) -> Bool {
        switch mandate.standing {
        case .revoked: false
        case .reopened: true
        case .valid: mandate.period.from.map { $0 <= today } ?? true
        }
    }

    private func notInUse(_ missing: [Holder]) -> Finding {
        let names = Text.list(missing.map { person($0.person) })
        let (nl, en) = missing.count == 1 ? ("persoon heeft", "person has") : ("personen hebben", "persons have")
        return Finding(
            "person.without-mandate", .notice,
            Text(
                "Er is nog geen enkel mandaat vastgelegd; \(missing.count) \(nl) wel een rol: \(names.dutch).",
                "No mandate has been recorded yet; \(missing.count) \(en) a role: \(names.english)."),
            why: Self.why, kind: Mandate.naming.plural)
    }

    private static let why = Text(
        "Zonder mandaat is onduidelijk wat iemand namens zijn organisatie mag toezeggen, en dat vertraagt alles. Leg "
            + "vast wie het mandaat gaf, waarvoor en tot wanneer.",
        "Without a mandate it is unclear what someone may promise for their organisation, and that delays everything. "
            + "Record who granted the mandate, for what and until when.")
}
