import Ecosystems
import Kernel
import MethodLibrary

/// Moves a lifecycle to another phase: on, as its method allows, or back, with a reason. Adds a passage to the history.
///
/// Refuses an unknown lifecycle or phase, the phase it is in, a phase that the method does not allow from there, going back or ending
/// without a reason, and a day before the last passage or after today. The first phase may be any: an ecosystem can be halfway already.
package struct EnterPhase: Command {
    /// Id of the lifecycle.
    package let lifecycle: String
    package let phase: String
    package let on: Day
    package let reason: Text

    package init(lifecycle: String, phase: String, on: Day, reason: Text = Text()) {
        self.lifecycle = lifecycle
        self.phase = phase
        self.on = on
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let journey = Journey(ID(lifecycle), in: situation) else {
            throw .notFound(.noSuchRecord(Kind(Course.self), lifecycle))
        }
        let problems = problems(in: journey, today: situation.today)
        guard problems.isEmpty else { throw .invalid(problems) }
        let number = journey.passages.count + 1
        var passage = Passage(id: Passage.freeID(in: situation.state, of: lifecycle, number: number, phase))
        passage.lifecycle = journey.course.id
        passage.phase = phase
        passage.entered = on
        passage.reason = reason
        let change = RecordChange(Passage.naming.plural, passage.id.rawValue, .add(passage.values))
        return try ChangeRecords([change]).decide(in: situation, catalogue: catalogue)
    }

    private func problems(in journey: Journey, today: Day) -> [Problem] {
        guard journey.method.phase(phase) != nil else {
            return [.unknownPhase(phase, journey.course.method, journey.method)]
        }
        var problems: [Problem] = []
        if on > today { problems.append(.notYet(on)) }
        guard let last = journey.passages.last else { return problems }
        if let entered = last.entered, on < entered { problems.append(.before(entered, on)) }
        if last.phase == phase {
            problems.append(.alreadyThere(journey.phaseName(phase)))
        } else if journey.isBack(from: last.phase, to: phase) {
            if reason.isEmpty { problems.append(.backWithoutReason) }
        } else if leads(from: last.phase, in: journey) {
            if reason.isEmpty, journey.method.phase(phase)?.ending == true { problems.append(.endWithoutReason) }
        } else {
            problems.append(.notNext(journey.phaseName(last.phase), journey.method.next(after: last.phase).map(\.id)))
        }
        return problems
    }

    /// Out of a phase that the method no longer has, every phase is allowed.
    private func leads(from current: String, in journey: Journey) -> Bool {
        journey.index(of: current) == nil || journey.method.next(after: current).contains { $0.id == phase }
    }
}

extension Problem {
    static func notYet(_ day: Day) -> Problem {
        Problem(
            "phase.future", at: ["on"],
            Text("\(day.shown(.nl)) is nog niet geweest.", "\(day.shown(.en)) has not been yet."),
            mend: Text("Leg de overgang vast op de dag zelf.", "Record it on the day itself."))
    }

    fileprivate static func before(_ entered: Day, _ day: Day) -> Problem {
        Problem(
            "phase.day", at: ["on"],
            Text(
                "\(day.shown(.nl)) ligt vóór de vorige overgang, op \(entered.shown(.nl)).",
                "\(day.shown(.en)) is before the previous passage, on \(entered.shown(.en))."),
            mend: Text("Kies een dag op of na \(entered).", "Choose a day on or after \(entered)."))
    }

    fileprivate static func alreadyThere(_ phase: Text) -> Problem {
        Problem(
            "phase.same", at: ["phase"],
            Text(
                "De levensloop is al in de fase “\(phase.shown(.nl))”.",
                "The lifecycle is already in the phase “\(phase.shown(.en))”."),
            mend: Text("Kies een andere fase.", "Choose another phase."))
    }

    fileprivate static let backWithoutReason = Problem(
        "phase.reason", at: ["reason"],
        Text("Wie teruggaat naar een eerdere fase, zegt waarom.", "Going back to an earlier phase needs a reason."),
        mend: Text("Schrijf in een of twee zinnen waarom.", "Write in a sentence or two why."))

    fileprivate static let endWithoutReason = Problem(
        "phase.end-reason", at: ["reason"],
        Text("Wie naar een eindfase gaat, zegt waarom.", "Going to an ending phase needs a reason."),
        mend: Text("Schrijf in een of twee zinnen waarom.", "Write in a sentence or two why."))

    fileprivate static func notNext(_ current: Text, _ next: [String]) -> Problem {
        Problem(
            "phase.not-next", at: ["phase"],
            Text(
                "Vanuit “\(current.shown(.nl))” kunt u daar volgens de methode niet heen.",
                "The method does not lead there from “\(current.shown(.en))”."),
            mend: next.isEmpty
                ? Text(
                    "Terug kan wel, met een reden.", "You may go back, with a reason.")
                : .oneOf(next))
    }
}
