import Ecosystems
import Kernel
import Parties

/// What meetings ask of somebody: what they promised, and what to read before the next one.
package enum GovernanceTasks {
    /// Ours: one action point; preparing a meeting, and for each paper on top of that; one report back.
    package enum Minutes {
        package static let action = 15
        package static let prepare = 10
        package static let paper = 5
        package static let report = 20
    }

    /// How many days ahead a meeting asks to be prepared (ours).
    package static let ahead = 14

    package static func forCaller(_ reader: Reader, persons: [String]) -> [PersonalTask] {
        promised(reader, persons) + coming(reader, persons) + reports(reader)
    }

    /// An action point lies with the person it names, or else with who may act for the organisation.
    private static func promised(_ reader: Reader, _ persons: [String]) -> [PersonalTask] {
        reader.records(ActionPoint.self).filter { action in
            guard action.isOpen else { return false }
            return action.person.map { persons.contains($0.rawValue) }
                ?? reader.rights.represents.contains(action.organisation.rawValue)
        }
        .map { action in
            let from = action.body.map { reader.title(Body.naming.plural, $0.rawValue) }
            return PersonalTask(
                action.what,
                why: from.map { Text("Toegezegd in \($0.dutch).", "Promised in \($0.english).") }
                    ?? Text("Toegezegd.", "Promised."), due: action.due, minutes: Minutes.action,
                kind: ActionPoint.naming.plural, record: action.id.rawValue, doing: .change("done"))
        }
    }

    private static func coming(_ reader: Reader, _ persons: [String]) -> [PersonalTask] {
        let bodies = Set(Seats.heldBy(persons, on: reader.today, in: reader.state).map(\.seat.body))
        guard !bodies.isEmpty else { return [] }
        return reader.records(Meeting.self).compactMap { meeting in
            guard let on = meeting.on, bodies.contains(meeting.body), !meeting.cancelled,
                on >= reader.today, on <= reader.today + ahead, !meeting.agenda.isEmpty
            else { return nil }
            let papers = meeting.agenda.reduce(0) { $0 + $1.papers.count }
            let name = reader.title(Body.naming.plural, meeting.body.rawValue)
            return PersonalTask(
                Text("Bereid de vergadering van \(name.dutch) voor", "Prepare the meeting of \(name.english)"),
                why: toPrepare(subjects: meeting.agenda.count, papers: papers),
                due: on, minutes: Minutes.prepare + papers * Minutes.paper, kind: Meeting.naming.plural,
                record: meeting.id.rawValue)
        }
    }

    private static func toPrepare(subjects: Int, papers: Int) -> Text {
        let agenda = Text(
            subjects == 1 ? "1 onderwerp" : "\(subjects) onderwerpen",
            subjects == 1 ? "1 subject" : "\(subjects) subjects")
        guard papers > 0 else { return Text("\(agenda.dutch).", "\(agenda.english).") }
        return Text(
            "\(agenda.dutch) en \(papers == 1 ? "1 stuk" : "\(papers) stukken").",
            "\(agenda.english) and \(papers == 1 ? "1 paper" : "\(papers) papers").")
    }

    /// Who orchestrates writes what everybody may hear of a closed meeting.
    private static func reports(_ reader: Reader) -> [PersonalTask] {
        guard reader.rights.orchestrates else { return [] }
        return reader.records(Meeting.self).compactMap { meeting in
            guard let on = meeting.on, meeting.closed, !meeting.cancelled, meeting.reportBack.isEmpty,
                on < reader.today, on >= reader.today + -365
            else { return nil }
            let name = reader.title(Body.naming.plural, meeting.body.rawValue)
            return PersonalTask(
                Text(
                    "Koppel de besloten vergadering van \(name.dutch) terug",
                    "Report back the closed meeting of \(name.english)"),
                why: Text("Wie er niet bij mocht zijn, wacht daarop.", "Who could not be there waits for it."),
                due: on + GovernanceContext.minutesWithin, minutes: Minutes.report, kind: Meeting.naming.plural,
                record: meeting.id.rawValue, doing: .change("reportBack"))
        }
    }
}
