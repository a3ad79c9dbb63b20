import Ecosystems
import Kernel
import Purpose

/// What deserves attention in how responsibilities are divided.
enum ResponsibilityFindings {
    static let rules = [FindingRule(find)]
    private static let kind = Responsibility.naming.plural

    /// One index serves all rules.
    static func find(_ situation: Situation) -> [Finding] {
        let matrix = ResponsibilityMatrix(situation.state, on: situation.today)
        let places = ResponsibilityPlaces(situation.library)
        guard !matrix.parties.isEmpty else { return [] }
        let checks = ResponsibilityChecks(matrix, places)
        return checks.troubles.map { trouble($0, places, situation) }
            + checks.overloads.map { overload($0, places, situation) }
            + PartyDeparture.ofLeavers(matrix, in: situation.state).map { leaving($0, situation) }
            + processes(ProcessDivision(matrix, checks, in: situation))
    }

    private static func trouble(
        _ trouble: ResponsibilityChecks.Trouble, _ places: ResponsibilityPlaces, _ situation: Situation
    ) -> Finding {
        let name = trouble.subject.name(places, situation.state)
        let gap = trouble.gap.label
        let isSevere: Bool = if case .doubleAccountable = trouble.gap { true } else { false }
        let (kind, record): (String, String) =
            if case .activity(let activity) = trouble.subject { (Activity.naming.plural, activity.rawValue) } else {
                (Self.kind, "")
            }
        return Finding(
            trouble.gap.rule, isSevere ? .error : .warning,
            Text("“\(name.dutch)”: \(gap.nl).", "“\(name.english)”: \(gap.en)."),
            why: Text(
                "Wat niemand toevalt, blijft liggen; wat aan twee toevalt, ook. Iemand voert het uit en precies één partij is eindverantwoordelijk.",
                "What falls to nobody is left lying; so is what falls to two. Somebody carries it out and exactly one party is accountable."
            ),
            kind: kind, record: record)
    }

    private static func overload(
        _ overload: ResponsibilityChecks.Overload, _ places: ResponsibilityPlaces, _ situation: Situation
    ) -> Finding {
        let name = overload.party.name(in: situation.state)
        return Finding(
            "responsibility.overload", .warning,
            Text(
                "\(name.dutch) is eindverantwoordelijk voor \(overload.accountable) en betrokken bij \(overload.involved) onderwerpen.",
                "\(name.english) is accountable for \(overload.accountable) and involved in \(overload.involved) subjects."
            ),
            why: Text(
                "Wie te veel draagt, wordt de bottleneck. De grens staat in de methode en is van ons: \(places.mostAccountable) en \(places.mostInvolved).",
                "Who bears too much becomes the bottleneck. The limit stands in the method and is ours: \(places.mostAccountable) and \(places.mostInvolved)."
            ),
            kind: overload.party.kind, record: overload.party.id)
    }

    private static func leaving(_ departure: PartyDeparture, _ situation: Situation) -> Finding {
        let name = departure.party.name(in: situation.state)
        let (account, work) = (departure.unaccounted.count, departure.undone.count)
        return Finding(
            "responsibility.leaving", departure.isHarmless ? .notice : .warning,
            Text(
                "\(name.dutch) vertrekt: \(account) onderwerpen verliezen hun eindverantwoordelijke en \(work) hun uitvoerder.",
                "\(name.english) is leaving: \(account) subjects lose who is accountable and \(work) who carries them out."
            ),
            why: Text(
                "Draag over voordat de partij weg is, en beëindig wat op haar naam staat.",
                "Hand over before the party is gone, and end what stands on its name."),
            kind: departure.party.kind, record: departure.party.id)
    }

    /// Only where processes are divided at all.
    private static func processes(_ division: ProcessDivision) -> [Finding] {
        guard division.isBegun else { return [] }
        return division.processes.filter { $0.activities.isEmpty }.map { process in
            Finding(
                "responsibility.process-empty", .warning,
                Text(
                    "Het proces “\(process.name.dutch)” is over geen enkele organisatie verdeeld.",
                    "The process “\(process.name.english)” is not divided over any organisation."),
                why: Text(
                    "Een verdeling dekt alle operationele processen, anders doet iedereen of niemand het.",
                    "A division covers all operational processes, or else everybody or nobody does it."),
                kind: Activity.naming.plural)
        }
    }
}

extension ResponsibilitySubject {
    /// What to call it.
    func name(_ places: ResponsibilityPlaces, _ state: EcosystemState) -> Text {
        switch self {
        case .activity(let activity): return state[Activity.self][activity]?.title ?? Text(same: activity.rawValue)
        case .layer(let model, let layer):
            let (model, layer) = (places.name(of: model), places.name(of: layer))
            return Text("\(model.dutch) · \(layer.dutch)", "\(model.english) · \(layer.english)")
        }
    }
}

extension ResponsibleParty {
    func name(in state: EcosystemState) -> Text { state.table(kind)?.title(of: id) ?? Text(same: id) }
}
