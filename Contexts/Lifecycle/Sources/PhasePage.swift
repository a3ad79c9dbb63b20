import Ecosystems
import Kernel
import MethodLibrary

/// Everything about one phase of one lifecycle: what to ask, what to do, what must be there, and what the leader should be.
package struct PhasePage: Sendable, Hashable {
    /// Where the lifecycle stands as a whole.
    package let course: CourseState
    package let phase: CourseState.Phase
    /// In the order of the method.
    package let questions: [Question]
    /// What is required before the phase is left.
    package let gate: GateReport
    package let activities: [MethodItem]
    package let tools: [MethodItem]
    package let challenges: [MethodItem]
    package let results: [MethodItem]
    package let leader: Leader?

    package var open: [Question] { questions.filter(\.isOpen) }

    /// How many of the questions have an answer, in a sentence.
    package var sentence: Text {
        let (done, all) = (questions.count - open.count, questions.count)
        return all == 0
            ? Text("Bij deze fase horen geen vragen.", "This phase has no questions.")
            : Text("\(done) van \(all) vragen beantwoord.", "\(done) of \(all) questions answered.")
    }

    package struct Question: Sendable, Hashable {
        package let id: String
        package let text: Text
        /// Why it matters; may be empty.
        package let why: Text
        /// The oldest first, as far as the reader may see them.
        package let answers: [Given]
        /// How many answers the reader may not see.
        package let hidden: Int

        package var isOpen: Bool { answers.isEmpty && hidden == 0 }
    }

    /// An answer: by whom and when.
    package struct Given: Sendable, Hashable {
        package let id: String
        package let text: Text
        package let organisation: Party?
        package let person: Party?
        package let on: Day?
        package let source: String
    }

    /// An organisation or person and what to call it.
    package struct Party: Sendable, Hashable {
        package let id: String
        package let title: Text
    }

    package struct Leader: Sendable, Hashable {
        /// As `method/role`; "" when the method names none, or one that the library does not have.
        package let role: String
        /// Empty without a role.
        package let name: Text
        /// What the leader is and does in this phase.
        package let text: Text
    }
}

extension PhasePage {
    /// The page of a phase, the current one unless named; nil when there is no such lifecycle or phase.
    package static func of(_ lifecycle: String, phase: String? = nil, _ reader: Reader) -> PhasePage? {
        guard let journey = Journey(ID(lifecycle), in: reader.situation), let id = phase ?? journey.current,
            let phase = journey.method.phase(id)
        else { return nil }
        return PhasePage(journey, phase, reader)
    }

    private init?(_ journey: Journey, _ phase: Journey.Phase, _ reader: Reader) {
        let mine = { (answer: Answer) in answer.lifecycle == journey.course.id && answer.phase == phase.id }
        let all = reader.state[Answer.self].records.filter(mine)
        let state = CourseState(journey)
        guard let place = state.phases.first(where: { $0.id == phase.id }) else { return nil }
        course = state
        self.phase = place
        gate = GateReport(journey, phase, answered: all.answered(phase), reader.state)
        let visible = Dictionary(grouping: reader.records(Answer.self).filter(mine), by: \.question)
        let counts = Dictionary(grouping: all, by: \.question).mapValues(\.count)
        questions = phase.questions.map { question in
            let given = visible[question.id] ?? []
            return Question(
                id: question.id, text: question.text, why: question.why,
                answers: given.sorted(by: Answer.precedes).map { Given($0, reader) },
                hidden: (counts[question.id] ?? 0) - given.count)
        }
        activities = phase.activities
        tools = phase.tools
        challenges = phase.challenges
        results = phase.results
        leader = phase.leader.map { Leader($0, reader) }
    }
}

extension PhasePage.Given {
    fileprivate init(_ answer: Answer, _ reader: Reader) {
        id = answer.id.rawValue
        text = answer.answer
        organisation = answer.organisation.map { reader.party("organisations", $0.rawValue) }
        person = answer.person.map { reader.party("persons", $0.rawValue) }
        on = answer.on
        source = answer.source
    }
}

extension PhasePage.Leader {
    /// The role by its bare id: of the methods in use first, then of any.
    fileprivate init(_ leader: LifecycleMethod.Leader, _ reader: Reader) {
        let inUse = reader.state.profile.methods
        let methods = reader.library.methods(of: .roles)
        let holder =
            (methods.filter { inUse.contains($0.id) } + methods).first { $0.roles?.role(leader.role) != nil }
        role = holder.map { "\($0.id)/\(leader.role)" } ?? ""
        name = holder?.roles?.role(leader.role)?.name ?? Text()
        text = leader.text
    }
}

extension Answer {
    /// By day, those without a day first.
    static func precedes(_ one: Answer, _ other: Answer) -> Bool {
        (one.on?.number ?? .min, one.id) < (other.on?.number ?? .min, other.id)
    }
}

extension Reader {
    func party(_ plural: String, _ id: String) -> PhasePage.Party {
        PhasePage.Party(id: id, title: title(plural, id))
    }
}
