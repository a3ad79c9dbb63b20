import Ecosystems
import Kernel
import MethodLibrary

extension Course {
    /// A method may only be replaced by one that knows the phases that the lifecycle has been through.
    static let guardian = ChangeGuard(Course.self) { old, new, situation in
        guard let old, old.method != new.method, let method = situation.library.lifecycle(new.method) else { return [] }
        let phases = Set(situation.state[Passage.self].records.filter { $0.lifecycle == new.id }.map(\.phase))
        let unknown = phases.filter { method.phase($0) == nil }.sorted()
        guard !unknown.isEmpty else { return [] }
        let list = unknown.joined(separator: ", ")
        return [
            Problem(
                "lifecycle.method", at: ["method"],
                Text(
                    "Deze levensloop is in fasen geweest die de nieuwe methode niet kent: \(list).",
                    "This lifecycle has been in phases that the new method does not know: \(list)."),
                mend: Text("Begin voor de nieuwe methode een levensloop.", "Start a lifecycle for the new method."))
        ]
    }
}

extension Passage {
    static let guardian = ChangeGuard(Passage.self) { _, new, situation in new.misnamed(in: situation) }

    /// An id for the passage of this number; a later number when that one is taken.
    static func freeID(in state: EcosystemState, of lifecycle: String, number: Int, _ phase: String) -> String {
        var number = number
        func name() -> String { Identifier.suggested(for: "\(lifecycle.prefix(45))-\(number)-\(phase.prefix(45))") }
        while state[Passage.self][ID(name())] != nil { number += 1 }
        return name()
    }

    /// The problem that the method of the lifecycle has no such phase. A lifecycle that is not there is another rule's concern.
    func misnamed(in situation: Situation) -> [Problem] {
        Problem.unknownPhase(phase, of: lifecycle, in: situation).map { [$0] } ?? []
    }
}

extension Problem {
    static func unknownPhase(_ phase: String, of lifecycle: ID<Course>, in situation: Situation) -> Problem? {
        guard let course = situation.state[Course.self][lifecycle],
            let method = situation.library.lifecycle(course.method), method.phase(phase) == nil
        else { return nil }
        return unknownPhase(phase, course.method, method)
    }

    static func unknownPhase(_ phase: String, _ id: String, _ method: LifecycleMethod) -> Problem {
        Problem(
            "phase.unknown", at: ["phase"],
            Text("“\(phase)” is geen fase van \(id).", "“\(phase)” is not a phase of \(id)."),
            mend: .oneOf(method.phases.map(\.id)))
    }
}

extension Text {
    static func oneOf(_ names: [String]) -> Text {
        let list = names.joined(separator: ", ")
        return Text("Kies uit: \(list).", "Choose from: \(list).")
    }
}
