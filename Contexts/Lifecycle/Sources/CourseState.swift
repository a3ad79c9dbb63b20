import Ecosystems
import Kernel
import MethodLibrary

/// Where a lifecycle stands: its phases, the one it is in, and the way it came.
package struct CourseState: Sendable, Hashable {
    /// Id of the lifecycle.
    package let id: String
    package let method: String
    /// The name of the method.
    package let name: Text
    package let scope: Text
    package let started: Day?
    /// In the order of the method.
    package let phases: [Phase]
    /// In the order in which they happened; the last is where it is now.
    package let history: [Stay]
    /// Where it may go from here: onward as the method says, and back to every earlier phase.
    package let moves: [Move]

    /// The phase it is in; nil before the first, or when the method no longer has that phase.
    package var current: Phase? { phases.first { $0.progress == .now } }
    /// The next phase on the way.
    package var next: Phase? { phases.first { $0.progress == .next } }
    /// True in a phase that is an end.
    package var isEnding: Bool { current?.isEnding ?? false }

    package enum Progress: String, Sendable, Hashable, CaseIterable {
        /// Left behind.
        case done
        case now
        case next
        case later
        /// Before the current phase, but never entered.
        case skipped
    }

    package struct Phase: Sendable, Hashable {
        package let id: String
        package let name: Text
        package let summary: Text
        package let progress: Progress
        package let isEnding: Bool
        /// Every time it was in this phase.
        package let stays: [Stay]

        /// The first day in this phase.
        package var entered: Day? { stays.first?.entered }
        /// The day it was left for the last time; nil while it is there, or was never.
        package var left: Day? { stays.last?.left }
        /// From the first day to the last, for filters such as that of the map; nil when it was never there.
        package var period: Period? { stays.isEmpty ? nil : Period(from: entered, until: left) }
    }

    package struct Stay: Sendable, Hashable {
        /// Id of the passage.
        package let passage: String
        package let phase: String
        package let name: Text
        package let entered: Day?
        /// Nil for the last stay.
        package let left: Day?
        package let reason: Text
        /// Whether it came from a later phase.
        package let isBack: Bool
    }

    package struct Move: Sendable, Hashable {
        package let phase: String
        package let name: Text
        package let isEnding: Bool
        /// Back to an earlier phase: asks for a reason.
        package let isBack: Bool
    }
}

extension CourseState {
    /// Every lifecycle, by id.
    package static func all(_ reader: Reader) -> [CourseState] {
        Journey.all(in: reader.situation).map { CourseState($0) }
    }

    /// One lifecycle; nil when there is no such one.
    package static func of(_ lifecycle: String, _ reader: Reader) -> CourseState? {
        Journey(ID(lifecycle), in: reader.situation).map { CourseState($0) }
    }

    init(_ journey: Journey) {
        id = journey.course.id.rawValue
        method = journey.course.method
        name = journey.name
        scope = journey.course.scope
        started = journey.course.started
        let history = journey.stays
        self.history = history
        let stays = Dictionary(grouping: history, by: \.phase)
        phases = journey.method.phases.enumerated().map { index, phase in
            let own = stays[phase.id] ?? []
            return Phase(
                id: phase.id, name: phase.name, summary: phase.summary,
                progress: journey.progress(of: phase.id, at: index, wasThere: !own.isEmpty), isEnding: phase.ending,
                stays: own)
        }
        moves = journey.moves
    }
}

extension Journey {
    fileprivate var stays: [CourseState.Stay] {
        passages.enumerated().map { index, passage in
            let before = index > 0 ? passages[index - 1].phase : nil
            return CourseState.Stay(
                passage: passage.id.rawValue, phase: passage.phase, name: phaseName(passage.phase),
                entered: passage.entered, left: index + 1 < passages.count ? passages[index + 1].entered : nil,
                reason: passage.reason, isBack: before.map { isBack(from: $0, to: passage.phase) } ?? false)
        }
    }

    func progress(of phase: String, at place: Int, wasThere: Bool) -> CourseState.Progress {
        guard let current, let now = index(of: current) else {
            return passages.isEmpty && place == 0 ? .next : wasThere ? .done : .later
        }
        if place == now { return .now }
        if place < now { return wasThere ? .done : .skipped }
        return following(current)?.id == phase ? .next : .later
    }

    fileprivate var moves: [CourseState.Move] {
        func move(_ phase: Phase, back: Bool) -> CourseState.Move {
            CourseState.Move(phase: phase.id, name: phase.name, isEnding: phase.ending, isBack: back)
        }
        guard let current, let now = index(of: current) else { return method.phases.map { move($0, back: false) } }
        return onward(from: current).map { move($0, back: false) }
            + method.phases.prefix(now).reversed().map { move($0, back: true) }
    }
}
