import Calendars
import Ecosystems
import Kernel
import MethodLibrary
import Parties

extension Dispute {
    /// Whoever raised it is a party, days follow each other, and what is closed has an outcome.
    package func problems() -> [Problem] {
        var problems: [Problem] = []
        if !parties.contains(raisedBy) { problems.append(.raiserIsNoParty) }
        let days = ([raised] + steps.map(\.from) + [closed]).compactMap { $0 }
        if zip(days, days.dropFirst()).contains(where: { $0 > $1 }) { problems.append(.disputeOrder) }
        if (closed == nil) != (outcome == nil) { problems.append(.outcomeWithClosing) }
        for (index, reply) in replies.enumerated() where !parties.contains(reply.organisation) {
            problems.append(.replyOfStranger.under(String(index)).under("replies"))
        }
        for (index, given) in feedback.enumerated() {
            if closed == nil { problems.append(.feedbackBeforeClosing.under(String(index)).under("feedback")) }
            if !parties.contains(given.organisation) {
                problems.append(.feedbackOfStranger.under(String(index)).under("feedback"))
            }
        }
        return problems
    }

    package var isOpen: Bool { closed == nil }

    /// Where it stands.
    package var current: DisputeStep? { steps.last }

    /// Whether the term of the present step is over.
    package func isLate(on day: Day) -> Bool { isOpen && (current?.due).map { $0 < day } ?? false }

    /// Days from the day on which it was raised to the day on which it was closed.
    package var leadTime: Int? {
        guard let raised, let closed else { return nil }
        return closed - raised
    }

    /// The steps are those of the ladder, each above the one before; whoever guides it keeps confidences and belongs to no party.
    static let climbs = ChangeGuard(Dispute.self) { old, new, situation in
        guard let ladder = situation.library.method(new.ladder)?.ladder else { return [.noSuchLadder(new.ladder)] }
        var problems: [Problem] = []
        let places = new.steps.map { step in ladder.steps.firstIndex { $0.id == step.step } }
        if places.isEmpty || places.contains(nil)
            || zip(places, places.dropFirst()).contains(where: { ($0 ?? 0) >= ($1 ?? 0) })
        {
            problems.append(.stepsOutOfOrder(ladder.steps.map(\.id)))
        }
        if let handler = new.handler, handler != old?.handler {
            if let person = situation.state[Person.self][handler], new.parties.contains(person.organisation) {
                problems.append(.partialHandler)
            } else if !situation.confidants.contains(handler) {
                problems.append(.handlerWithoutRole)
            }
        }
        if let old, old.closed != nil, old.closed != new.closed { problems.append(.disputeClosed) }
        return problems
    }

    /// The step of a ladder, begun on a day, with the last day of its term.
    static func begin(_ step: LadderMethod.Step, on day: Day, note: Text = Text()) -> DisputeStep {
        var begun = DisputeStep()
        begun.step = step.id
        begun.from = day
        begun.due = step.workingDays > 0 ? WorkingDays.dutch.adding(step.workingDays, to: day) : nil
        begun.note = note
        return begun
    }
}

extension Situation {
    /// Persons, and deputies, who hold a role that keeps confidences today and none that orchestrates.
    package var confidants: Set<ID<Person>> {
        var (confiding, orchestrating) = (Set<ID<Person>>(), Set<ID<Person>>())
        for assignment in state[Assignment.self].records where assignment.period.contains(today) {
            let rights = library.role(assignment.role)?.rights ?? []
            let holders = [assignment.person, assignment.deputy].compactMap { $0 }
            if rights.contains(.confide) { confiding.formUnion(holders) }
            if rights.contains(.orchestrate) { orchestrating.formUnion(holders) }
        }
        return confiding.subtracting(orchestrating)
    }

    /// The ladder that is used when nobody says which: the first of the library by id.
    package var usualLadder: Method? { library.methods(of: .ladders).first }
}
