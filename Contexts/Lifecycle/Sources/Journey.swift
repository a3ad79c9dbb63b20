import Ecosystems
import Kernel
import MethodLibrary

/// A lifecycle with its method and its history: what every rule and page here starts from.
struct Journey: Sendable {
    typealias Phase = LifecycleMethod.Phase

    let course: Course
    /// The name of the method, or its id when the library does not have it (any more).
    let name: Text
    let method: LifecycleMethod
    /// In the order in which they happened.
    let passages: [Passage]

    /// All lifecycles, by id.
    static func all(in situation: Situation) -> [Journey] {
        let passages = Dictionary(grouping: situation.state[Passage.self].records, by: \.lifecycle)
        return situation.state[Course.self].sorted.map { course in
            Journey(course, passages[course.id] ?? [], situation.library)
        }
    }

    /// Nil when there is no such lifecycle.
    init?(_ id: ID<Course>, in situation: Situation) {
        guard let course = situation.state[Course.self][id] else { return nil }
        self.init(course, situation.state[Passage.self].records.filter { $0.lifecycle == id }, situation.library)
    }

    private init(_ course: Course, _ passages: [Passage], _ library: Library) {
        self.course = course
        name = library.method(course.method)?.name ?? Text(same: course.method)
        method = library.lifecycle(course.method) ?? LifecycleMethod()
        self.passages = passages.sorted(by: Passage.precedes)
    }

    /// The id of the phase it is in; nil before the first.
    var current: String? { passages.last?.phase }

    func index(of phase: String) -> Int? { method.phases.firstIndex { $0.id == phase } }

    /// The name of a phase, or its id when the method does not have it (any more).
    func phaseName(_ id: String) -> Text { method.phase(id)?.name ?? Text(same: id) }

    /// Whether a move goes to a phase before the other.
    func isBack(from: String, to: String) -> Bool {
        guard let from = index(of: from), let to = index(of: to) else { return false }
        return to < from
    }

    /// From a phase onwards: the phases that the method names next, without those that lie before it.
    func onward(from phase: String) -> [Phase] {
        method.next(after: phase).filter { !isBack(from: phase, to: $0.id) }
    }

    /// The next phase on the way: the first one onward that is no ending, else an ending.
    func following(_ phase: String) -> Phase? {
        let onward = onward(from: phase)
        return onward.first { !$0.ending } ?? onward.first
    }
}
