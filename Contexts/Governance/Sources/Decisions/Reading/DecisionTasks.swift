import Ecosystems
import Kernel
import Parties

/// What voting asks of somebody.
package enum DecisionTasks {
    /// Ours: reading a proposal and voting on it; saying how one feels about it; counting a ballot that is over; telling what became of
    /// an objection.
    package enum Minutes {
        package static let vote = 10
        package static let sounding = 5
        package static let count = 5
        package static let objection = 15
    }

    package static func forCaller(_ reader: Reader) -> [PersonalTask] {
        reader.records(Ballot.self).flatMap { ballot -> [PersonalTask] in
            guard ballot.state == .open || ballot.state == .closed,
                let proposal = reader.record(Proposal.self, ballot.proposal.rawValue)
            else { return [] }
            let view = BallotView(ballot, proposal, reader)
            return voting(view) + leading(view, reader)
        } + soundingAgain(reader)
    }

    /// Who said how they felt about a text that was changed is asked again, until it is voted on.
    private static func soundingAgain(_ reader: Reader) -> [PersonalTask] {
        guard !reader.rights.represents.isEmpty else { return [] }
        return MatterCourse.all(reader).filter { $0.state == .proposed }.flatMap { course in
            course.proposals.filter { $0.proposal.withdrawn == nil && $0.running == nil }.flatMap { asked in
                asked.toSoundAgain.filter { reader.rights.represents.contains($0.rawValue) }.map { organisation in
                    let (name, who) = (asked.proposal.name, reader.title("organisations", organisation.rawValue))
                    return PersonalTask(
                        Text(
                            "Zeg hoe u tegenover de nieuwe tekst van “\(name.dutch)” staat",
                            "Say how you feel about the new text of “\(name.english)”"),
                        why: Text(
                            "\(who.dutch) liet zich peilen over een eerdere tekst.",
                            "\(who.english) was asked about an earlier text."),
                        minutes: Minutes.sounding, kind: Matter.naming.plural, record: course.matter.id.rawValue)
                }
            }
        }
    }

    private static func voting(_ view: BallotView) -> [PersonalTask] {
        view.own.filter { !$0.hasVoted }.map { own in
            let (seat, name) = (own.seat.name, view.proposal.name)
            return PersonalTask(
                Text("Stem over “\(name.dutch)”", "Vote on “\(name.english)”"),
                why: own.by == nil
                    ? Text("U bezet de zetel van \(seat.dutch).", "You hold the seat of \(seat.english).")
                    : Text("\(seat.dutch) gaf u een volmacht.", "\(seat.english) gave you a proxy."),
                due: view.ballot.closes, minutes: Minutes.vote, kind: Ballot.naming.plural,
                record: view.ballot.id.rawValue)
        }
    }

    private static func leading(_ view: BallotView, _ reader: Reader) -> [PersonalTask] {
        let ballot = view.ballot
        guard reader.may(CloseBallot(ballot.id.rawValue)) else { return [] }
        let name = view.proposal.name
        var tasks: [PersonalTask] = []
        let open = view.votes.count { $0.objection == .open }
        if open > 0 {
            tasks.append(
                PersonalTask(
                    Text(
                        "Bespreek \(open) bezwaar op “\(name.dutch)”", "Discuss \(open) objection to “\(name.english)”"),
                    why: Text("U leidt deze stemming.", "You lead this ballot."), due: ballot.closes,
                    minutes: open * Minutes.objection, kind: Ballot.naming.plural, record: ballot.id.rawValue))
        }
        if !ballot.isOpen(on: reader.today) {
            tasks.append(
                PersonalTask(
                    Text("Tel de stemming over “\(name.dutch)”", "Count the ballot on “\(name.english)”"),
                    why: Text("U leidt deze stemming.", "You lead this ballot."), due: ballot.closed ?? ballot.closes,
                    minutes: Minutes.count, kind: Ballot.naming.plural, record: ballot.id.rawValue))
        }
        return tasks
    }
}
