import Ecosystems
import Kernel
import MethodLibrary

/// How a lifecycle ends: what was decided, and how far the closing checklist is.
package struct EndingPage: Sendable, Hashable {
    package let course: CourseState
    /// The oldest decision first; more than one when a restart ended again.
    package let closures: [Decision]
    /// What may be decided.
    package let choices: [Closure.Choice]
    /// The lists to choose from when closing, with all their steps.
    package let checklists: [Checklist]

    /// In an ending phase without a decision.
    package var lacksDecision: Bool { course.isEnding && closures.isEmpty }

    package struct Decision: Sendable, Hashable {
        /// Id of the closure.
        package let id: String
        package let choice: Closure.Choice?
        package let reason: Text
        package let decided: Day?
        /// Name of the checklist; nil without one.
        package let checklist: Text?
        /// Every step of the checklist, in its order. Empty when the reader may not see them.
        package let steps: [Step]

        package var done: Int { steps.filter { $0.done != nil }.count }
        package var late: [Step] { steps.filter(\.isLate) }

        /// How far the steps are, in a sentence; empty without steps.
        package var sentence: Text {
            guard !steps.isEmpty else { return Text() }
            let late = late.count
            let start = Text(
                "\(done) van \(steps.count) stappen gedaan", "\(done) of \(steps.count) steps done")
            return late == 0
                ? Text("\(start.nl).", "\(start.en).")
                : Text("\(start.nl), \(late) te laat.", "\(start.en), \(late) late.")
        }
    }

    package struct Step: Sendable, Hashable {
        package let id: String
        package let text: Text
        /// Why it matters; may be empty.
        package let why: Text
        /// As agreed, or else as many days after the decision as the checklist says.
        package let due: Day?
        package let done: Day?
        package let by: PhasePage.Party?
        /// Not done and due before today.
        package let isLate: Bool
    }

    package struct Checklist: Sendable, Hashable {
        package let id: String
        package let name: Text
        package let summary: Text
        package let steps: [MethodItem]
    }
}

extension EndingPage {
    /// Nil when there is no such lifecycle.
    package static func of(_ lifecycle: String, _ reader: Reader) -> EndingPage? {
        guard let journey = Journey(ID(lifecycle), in: reader.situation) else { return nil }
        let closures = reader.records(Closure.self).filter { $0.lifecycle == journey.course.id }
        let showsSteps = reader.canReadSteps
        return EndingPage(
            course: CourseState(journey),
            closures: closures.sorted(by: Closure.precedes).map { Decision($0, showsSteps: showsSteps, reader) },
            choices: Closure.Choice.allCases,
            checklists: reader.library.methods(of: .checklists).compactMap(Checklist.init))
    }
}

extension EndingPage.Decision {
    fileprivate init(_ closure: Closure, showsSteps: Bool, _ reader: Reader) {
        id = closure.id.rawValue
        choice = closure.choice
        reason = closure.reason
        decided = closure.decided
        checklist = closure.checklist.isEmpty ? nil : reader.library.method(closure.checklist)?.name
        steps = showsSteps ? closure.progress(reader.situation).map { EndingPage.Step($0, reader) } : []
    }
}

extension EndingPage.Step {
    fileprivate init(_ step: Closure.StepProgress, _ reader: Reader) {
        id = step.item.id
        text = step.item.text
        why = step.item.why
        due = step.due
        done = step.done
        by = step.by.map { reader.party("persons", $0.rawValue) }
        isLate = step.isLate
    }
}

extension EndingPage.Checklist {
    fileprivate init?(_ method: Method) {
        guard let checklist = method.checklist, checklist.use == .closing else { return nil }
        id = method.id
        name = method.name
        summary = method.summary
        steps = checklist.items.map { item in
            var step = MethodItem()
            step.id = item.id
            step.text = item.text
            step.why = item.why
            return step
        }
    }
}

extension Reader {
    fileprivate var canReadSteps: Bool {
        let field = Kind(Closure.self).field("steps")
        return rights.canRead(field?.visibility ?? Closure.visibility, owners: [])
    }
}
