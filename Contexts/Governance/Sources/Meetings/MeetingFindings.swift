import Ecosystems
import Kernel
import Parties

/// What is late after a meeting: minutes, the report back of a closed one, action points.
extension GovernanceContext {
    /// How many days after a meeting its minutes should be there (ours).
    static let minutesWithin = 14

    static let meetingFindings = FindingRule { situation in
        let today = situation.today
        let held = situation.state[Meeting.self].sorted.filter { !$0.cancelled && ($0.on ?? .distant) < today }
        return held.compactMap { $0.unreported(on: today, in: situation.state) }
            + situation.state[ActionPoint.self].sorted.compactMap { $0.late(on: today, in: situation.state) }
    }
}

extension Meeting {
    /// A closed meeting owes a report back; an open one with an agenda owes what was said. Meetings without an agenda were written down
    /// elsewhere.
    fileprivate func unreported(on today: Day, in state: EcosystemState) -> Finding? {
        guard let on, today - on > GovernanceContext.minutesWithin, today - on <= 365 else { return nil }
        let name = state[Body.self][body]?.name ?? Text(same: body.rawValue)
        let (nl, en) = (on.shown(.nl, today: today), on.shown(.en, today: today))
        if closed, reportBack.isEmpty {
            return Finding(
                "meeting.no-report-back", .warning,
                Text(
                    "Van de besloten vergadering van \(name.dutch) op \(nl) is niets teruggekoppeld.",
                    "Nothing was reported back of the closed meeting of \(name.english) on \(en)."),
                why: Text(
                    "Wie er niet bij mocht zijn, hoort wat eruit kwam. Dat houdt vertrouwen.",
                    "Who could not be there hears what came of it. That keeps trust."),
                kind: Meeting.naming.plural, record: id.rawValue, field: "reportBack",
                due: on + GovernanceContext.minutesWithin)
        }
        guard !closed, !agenda.isEmpty, minutes.isEmpty, agenda.allSatisfy({ $0.notes.isEmpty && $0.outcome == nil })
        else { return nil }
        return Finding(
            "meeting.no-minutes", .notice,
            Text(
                "Van de vergadering van \(name.dutch) op \(nl) is er geen verslag.",
                "There are no minutes of the meeting of \(name.english) on \(en)."),
            why: Text("Leg bij elk agendapunt vast wat eruit kwam.", "Record with each item what came of it."),
            kind: Meeting.naming.plural, record: id.rawValue, field: "agenda", due: on + GovernanceContext.minutesWithin
        )
    }
}

extension ActionPoint {
    fileprivate func late(on today: Day, in state: EcosystemState) -> Finding? {
        guard isOpen, let due, due < today else { return nil }
        let name = state[Organisation.self][organisation]?.name ?? Text(same: organisation.rawValue)
        return Finding(
            "action.late", .notice,
            Text(
                "Actiepunt “\(what.dutch)” van \(name.dutch) had op \(due.shown(.nl, today: today)) klaar moeten zijn.",
                "Action point “\(what.english)” of \(name.english) should have been done on \(due.shown(.en, today: today))."
            ),
            why: Text(
                "Vul in wanneer het gedaan is, spreek een nieuwe dag af, of laat het vervallen met een reden.",
                "Fill in when it was done, agree on a new day, or drop it with a reason."),
            kind: ActionPoint.naming.plural, record: id.rawValue, field: "done", due: due)
    }
}
