import Ecosystems
import Kernel

/// A matter with everything that came of it, in the order of the chain: proposals, advice, sense checks, ballots, decisions.
package struct MatterCourse: Sendable {
    package let matter: Matter
    package let proposals: [ProposalCourse]
    package let decisions: [Decision]

    /// Where a matter is.
    package enum State: String, Sendable, CaseIterable {
        case raised, proposed, voting, counting, decided, carriedOut, withdrawn

        package var label: Text {
            switch self {
            case .raised: Text("ingebracht", "raised")
            case .proposed: Text("voorstel ligt er", "proposal made")
            case .voting: Text("in stemming", "being voted on")
            case .counting: Text("te tellen", "to be counted")
            case .decided: Text("besloten", "decided")
            case .carriedOut: Text("uitgevoerd", "carried out")
            case .withdrawn: Text("ingetrokken", "withdrawn")
            }
        }
    }

    /// What settled it and still stands.
    package var standing: Decision? { decisions.last { $0.settles && $0.stands } }

    package var state: State {
        if matter.withdrawn != nil { return .withdrawn }
        if let standing { return standing.carriedOut == nil ? .decided : .carriedOut }
        let ballots = proposals.flatMap(\.ballots)
        if ballots.contains(where: { $0.state == .open }) { return .voting }
        if ballots.contains(where: { $0.state == .closed }) { return .counting }
        return proposals.contains { $0.proposal.withdrawn == nil } ? .proposed : .raised
    }

    /// Nil when there is no such matter, or the reader may not see it.
    package static func of(_ id: String, _ reader: Reader) -> MatterCourse? {
        guard let matter = reader.record(Matter.self, id) else { return nil }
        return Shelf(reader).course(matter)
    }

    /// All that the reader may see: what is asked about first, then the youngest.
    package static func all(_ reader: Reader) -> [MatterCourse] {
        let shelf = Shelf(reader)
        return reader.records(Matter.self).map(shelf.course).sorted { one, two in
            (one.rank, -(one.matter.raised?.number ?? 0), one.matter.id)
                < (two.rank, -(two.matter.raised?.number ?? 0), two.matter.id)
        }
    }

    private var rank: Int {
        [.voting, .counting, .proposed, .raised, .decided, .carriedOut, .withdrawn].firstIndex(of: state) ?? 0
    }

    /// The course that a ballot is part of.
    package static func around(ballot id: String, _ reader: Reader) -> (course: MatterCourse, ballot: Ballot)? {
        guard let ballot = reader.record(Ballot.self, id),
            let proposal = reader.record(Proposal.self, ballot.proposal.rawValue),
            let course = of(proposal.matter.rawValue, reader)
        else { return nil }
        return (course, ballot)
    }
}

/// One proposal with what others said of it and how it was voted on.
package struct ProposalCourse: Sendable {
    package let proposal: Proposal
    package let advices: [Advice]
    package let soundings: [Sounding]
    package let ballots: [Ballot]
    package let decisions: [Decision]

    /// The ballot that runs or waits to be counted.
    package var running: Ballot? { ballots.last { $0.state == .open || $0.state == .closed } }

}

/// The records of all matters, sorted out once.
private struct Shelf {
    private let proposals: [ID<Matter>: [Proposal]]
    private let advices: [ID<Proposal>: [Advice]]
    private let soundings: [ID<Proposal>: [Sounding]]
    private let ballots: [ID<Proposal>: [Ballot]]
    private let decisions: [ID<Matter>: [Decision]]

    init(_ reader: Reader) {
        proposals = Dictionary(grouping: reader.records(Proposal.self), by: \.matter)
        advices = Dictionary(grouping: reader.records(Advice.self), by: \.proposal)
        soundings = Dictionary(grouping: reader.records(Sounding.self), by: \.proposal)
        ballots = Dictionary(grouping: reader.records(Ballot.self), by: \.proposal)
        decisions = Dictionary(grouping: reader.records(Decision.self), by: \.matter)
    }

    func course(_ matter: Matter) -> MatterCourse {
        let decided = inOrder(decisions[matter.id] ?? [], \.on)
        let courses = inOrder(proposals[matter.id] ?? [], \.on).map { proposal in
            ProposalCourse(
                proposal: proposal, advices: inOrder(advices[proposal.id] ?? [], \.on),
                soundings: inOrder(soundings[proposal.id] ?? [], \.on),
                ballots: inOrder(ballots[proposal.id] ?? [], \.opens),
                decisions: decided.filter { $0.proposal == proposal.id })
        }
        return MatterCourse(matter: matter, proposals: courses, decisions: decided)
    }

    private func inOrder<R: Record>(_ records: [R], _ day: (R) -> Day?) -> [R] {
        records.sorted { (day($0)?.number ?? 0, $0.id) < (day($1)?.number ?? 0, $1.id) }
    }
}
