import Ecosystems
import Kernel
import MethodLibrary

/// Chooses a lifecycle for the ecosystem and says in which phase it is now, at once. Without a phase it has not begun.
///
/// Refuses a method or phase that is not there and a day after today. An ecosystem can be halfway already.
package struct ChooseLifecycle: Command {
    /// Id of the lifecycle that this adds.
    package let lifecycle: String
    package let method: String
    package let phase: String
    package let on: Day
    package let scope: Text

    package init(lifecycle: String, method: String, phase: String, on: Day, scope: Text = Text()) {
        self.lifecycle = lifecycle
        self.method = method
        self.phase = phase
        self.on = on
        self.scope = scope
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let phases = situation.library.lifecycle(method)
        var problems: [Problem] = []
        if !phase.isEmpty {
            if let phases, phases.phase(phase) == nil { problems.append(.unknownPhase(phase, method, phases)) }
            if on > situation.today { problems.append(.notYet(on)) }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        var course = Course(id: lifecycle)
        course.method = method
        course.scope = scope
        if !phase.isEmpty, phases?.phases.first?.id == phase { course.started = on }
        var changes = [RecordChange(Course.naming.plural, lifecycle, .add(course.values))]
        if !phase.isEmpty { changes.append(passage(in: situation.state)) }
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }

    private func passage(in state: EcosystemState) -> RecordChange {
        var passage = Passage(id: Passage.freeID(in: state, of: lifecycle, number: 1, phase))
        passage.lifecycle = ID(lifecycle)
        passage.phase = phase
        passage.entered = on
        return RecordChange(Passage.naming.plural, passage.id.rawValue, .add(passage.values))
    }
}
