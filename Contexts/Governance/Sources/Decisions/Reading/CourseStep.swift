import Ecosystems
import Kernel

/// One link of the chain from question to effect, for a picture and for the list that says the same.
package struct CourseStep: Sendable, Hashable {
    package enum Sort: String, Sendable, CaseIterable {
        case matter, proposal, advice, sounding, ballot, decision, effect

        package var label: Text {
            switch self {
            case .matter: Text("Kwestie", "Matter")
            case .proposal: Text("Voorstel", "Proposal")
            case .advice: Text("Advies", "Advice")
            case .sounding: Text("Peiling", "Sense check")
            case .ballot: Text("Stemming", "Ballot")
            case .decision: Text("Besluit", "Decision")
            case .effect: Text("Gevolg", "Effect")
            }
        }
    }

    package enum Standing: Sendable { case done, now, failed, waiting }

    package let sort: Sort
    package let what: Text
    package let day: Day?
    package let standing: Standing
    /// The record to open: kind (plural) and id; of what is still to come the record from which it is done.
    package let kind: String
    package let record: String
    /// Whether the matter is here: what runs, or else what comes next.
    package var isHere = false
}

extension MatterCourse {
    /// The links so far in order, and what is still to come; one of them is where the matter is, until all is done.
    package var steps: [CourseStep] {
        let first = CourseStep(
            sort: .matter, what: matter.question, day: matter.raised, standing: .done, kind: Matter.naming.plural,
            record: matter.id.rawValue)
        var steps = [first] + proposals.flatMap(\.steps) + loose + ahead
        let here = steps.lastIndex { $0.standing == .now } ?? steps.firstIndex { $0.standing == .waiting }
        if let here { steps[here].isHere = true }
        return steps
    }

    /// Decisions on a proposal that the reader cannot see.
    private var loose: [CourseStep] {
        let known = Set(proposals.map(\.proposal.id))
        return decisions.filter { !known.contains($0.proposal) }.flatMap(\.steps)
    }

    private var ahead: [CourseStep] {
        let wanted: [CourseStep.Sort] =
            switch state {
            case .raised: [.proposal, .ballot, .decision]
            case .proposed: [.ballot, .decision]
            case .voting, .counting: [.decision]
            case .decided: standing.map { $0.isPositive && !$0.effects.isEmpty ? [.effect] : [] } ?? []
            case .carriedOut, .withdrawn: []
            }
        return wanted.map { sort in
            let (kind, record) = start(of: sort)
            return CourseStep(
                sort: sort, what: Text("komt nog", "to come"), day: nil, standing: .waiting, kind: kind, record: record)
        }
    }

    /// The record from which a step that is still to come is taken.
    private func start(of sort: CourseStep.Sort) -> (kind: String, record: String) {
        let open = proposals.last { $0.proposal.withdrawn == nil }
        switch sort {
        case .effect: if let standing { return (Decision.naming.plural, standing.id.rawValue) }
        case .decision:
            if let running = proposals.compactMap(\.running).last { return (Ballot.naming.plural, running.id.rawValue) }
            fallthrough
        case .ballot: if let open { return (Proposal.naming.plural, open.proposal.id.rawValue) }
        default: break
        }
        return (Matter.naming.plural, matter.id.rawValue)
    }
}

extension ProposalCourse {
    fileprivate var steps: [CourseStep] {
        let number = proposal.number > 1 ? Text(" (tekst \(proposal.number))", " (text \(proposal.number))") : Text()
        var steps = [
            CourseStep(
                sort: .proposal, what: Text(proposal.name.dutch + number.nl, proposal.name.english + number.en),
                day: proposal.on, standing: .done, kind: Proposal.naming.plural, record: proposal.id.rawValue)
        ]
        steps += advices.map {
            CourseStep(
                sort: .advice, what: $0.stance.label, day: $0.on, standing: $0.stance == .negative ? .failed : .done,
                kind: Advice.naming.plural, record: $0.id.rawValue)
        }
        if let last = senseChecks.first {
            let about =
                last.number == proposal.number ? Text() : Text(" (tekst \(last.number))", " (text \(last.number))")
            steps.append(
                CourseStep(
                    sort: .sounding, what: Text(last.words.nl + about.nl, last.words.en + about.en),
                    day: soundings.last?.on, standing: .done, kind: Proposal.naming.plural,
                    record: proposal.id.rawValue))
        }
        for ballot in ballots {
            steps.append(
                CourseStep(
                    sort: .ballot, what: ballot.state.label, day: ballot.closed ?? ballot.opens,
                    standing: ballot.standing, kind: Ballot.naming.plural, record: ballot.id.rawValue))
            steps += decisions.filter { $0.ballot == ballot.id }.flatMap(\.steps)
        }
        return steps + decisions.filter { $0.ballot == nil }.flatMap(\.steps)
    }
}

extension Ballot {
    fileprivate var standing: CourseStep.Standing {
        switch state {
        case .open, .closed: .now
        case .counted: .done
        case .cancelled: .failed
        }
    }
}

extension Decision {
    fileprivate var steps: [CourseStep] {
        var steps = [
            CourseStep(
                sort: .decision, what: result.label, day: on, standing: isPositive && stands ? .done : .failed,
                kind: Decision.naming.plural, record: id.rawValue)
        ]
        if let carriedOut {
            steps.append(
                CourseStep(
                    sort: .effect, what: Text("\(changed.count) gewijzigd", "\(changed.count) changed"),
                    day: carriedOut, standing: .done, kind: Decision.naming.plural, record: id.rawValue))
        }
        return steps
    }
}
