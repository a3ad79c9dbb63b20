import Ecosystems
import Kernel

/// One welcome or farewell with its steps, as the checklist and what was recorded make it together.
package struct BoardingOverview: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        /// Id of the item of the checklist.
        package let id: String
        package let text: Text
        /// Why it matters; may be empty.
        package let why: Text
        /// The organisation that the step lies with.
        package let doer: RecordLink?
        /// Who did it, or was asked to.
        package let person: RecordLink?
        package let due: Day?
        package let done: Day?
        package let isLate: Bool
    }

    package let id: String
    package let organisation: RecordLink
    package let direction: Boarding.Direction
    package let checklist: RecordLink
    package let host: RecordLink?
    package let started: Day?
    package let finished: Day?
    /// The day on which the last step is due.
    package let expected: Day?
    /// Days from the start until the end, or until today.
    package let leadTime: Int?
    /// In the order of the checklist; empty when the caller may not see the steps.
    package let steps: [Step]

    package var doneCount: Int { steps.count { $0.done != nil } }
    package var lateCount: Int { steps.count(where: \.isLate) }
    /// The first day on which something is still due.
    package var nextDue: Day? { finished == nil ? steps.filter { $0.done == nil }.compactMap(\.due).min() : nil }

    /// Every boarding that the caller may see, or those of one organisation: running ones first, then the latest started.
    package static func all(_ reader: Reader, of organisation: ID<Organisation>? = nil) -> [BoardingOverview] {
        let wanted = reader.records(Boarding.self).filter { organisation == nil || $0.organisation == organisation }
        return wanted.map { BoardingOverview($0, reader) }.sorted { one, two in
            if (one.finished == nil) != (two.finished == nil) { return one.finished == nil }
            let (first, second) = (one.started?.number ?? 0, two.started?.number ?? 0)
            return first == second ? one.id < two.id : first > second
        }
    }

    /// Nil when there is no such boarding, or the caller may not see it.
    package static func one(_ id: String, _ reader: Reader) -> BoardingOverview? {
        reader.record(Boarding.self, id).map { BoardingOverview($0, reader) }
    }

    init(_ boarding: Boarding, _ reader: Reader) {
        let method = reader.library.method(boarding.checklist)
        let items = method?.checklist?.items ?? []
        id = boarding.id.rawValue
        organisation = reader.link(boarding.organisation)
        direction = boarding.direction
        checklist = RecordLink(
            kind: "methods", id: boarding.checklist, title: method?.name ?? Text(same: boarding.checklist))
        host = boarding.host.map { reader.link($0) }
        started = boarding.started
        finished = boarding.finished
        expected = items.compactMap { boarding.due($0) }.max()
        leadTime = boarding.started.map { max(0, (boarding.finished ?? reader.today) - $0) }
        guard reader.canSeeSteps(of: boarding) else {
            steps = []
            return
        }
        let known = Dictionary(boarding.steps.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
        steps = items.map { item in
            let due = boarding.due(item)
            let done = known[item.id]?.done
            let isOpen = boarding.finished == nil && done == nil
            return Step(
                id: item.id, text: item.text, why: item.why, doer: boarding.doer(of: item).map { reader.link($0) },
                person: known[item.id]?.person.map { reader.link($0) }, due: due, done: done,
                isLate: isOpen && (due.map { $0 < reader.today } ?? false))
        }
    }
}

extension Reader {
    func canSeeSteps(of boarding: Boarding) -> Bool {
        let visibility = Boarding.fields.first { $0.name == "steps" }?.description.visibility ?? Boarding.visibility
        let owners = [boarding.organisation.rawValue] + (boarding.host.map { [$0.rawValue] } ?? [])
        return rights.canRead(visibility, owners: owners)
    }
}
