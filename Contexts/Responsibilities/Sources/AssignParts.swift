import Ecosystems
import Kernel

/// Gives a party exactly these parts in one subject, from a day on: one cell of the matrix.
///
/// What it had and does not keep ends the day before, so that the matrix of an earlier day stays what it was; what only began on that day
/// or later is removed. Refuses a second accountable party.
package struct AssignParts: Command {
    package let subject: ResponsibilitySubject
    package let party: ResponsibleParty
    package let parts: Set<ResponsiblePart>
    /// Nil: today.
    package let from: Day?
    package let reason: String

    package init(
        _ subject: ResponsibilitySubject, _ party: ResponsibleParty, _ parts: Set<ResponsiblePart>, from: Day? = nil,
        reason: String = ""
    ) {
        self.subject = subject
        self.party = party
        self.parts = parts
        self.from = from
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.state.isEmpty ? .administer : .orchestrate
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let held = situation.state[Responsibility.self].sorted.filter { $0.subject == subject && $0.party == party }
        var taken = TakenIDs(situation.state)
        return try ChangeRecords(changes(held, on: situation.today, &taken), reason: reason)
            .decide(in: situation, catalogue: catalogue)
    }

    /// - Parameter held: what the party has in the subject at any time.
    func changes(_ held: [Responsibility], on today: Day, _ taken: inout TakenIDs) -> [RecordChange] {
        let kind = Responsibility.naming.plural
        let begin = from ?? today
        let current = held.filter { $0.period.until.map { $0 >= begin } ?? true }
        var changes: [RecordChange] = []
        for record in current where !parts.contains(record.part) {
            if let start = record.period.from, start >= begin {
                changes.append(RecordChange(kind, record.id.rawValue, .remove))
            } else {
                let period = Period(from: record.period.from, until: begin + -1)
                changes.append(RecordChange(kind, record.id.rawValue, .patch(["period": period.value])))
            }
        }
        for part in ResponsiblePart.allCases where parts.contains(part) {
            let own = current.filter { $0.part == part }
            if let next = own.min(by: { $0.start < $1.start }) {
                // It was to begin later: now it begins on this day.
                guard next.start > begin.number else { continue }
                let period = Period(from: begin, until: next.period.until)
                changes.append(RecordChange(kind, next.id.rawValue, .patch(["period": period.value])))
                continue
            }
            var record = Responsibility(id: taken.free(for: "\(subject.id) \(party.id) \(part.letter)"))
            record.set(subject, party, part)
            record.period.from = begin
            changes.append(RecordChange(kind, record.id.rawValue, .add(record.values)))
        }
        return changes
    }
}

extension Responsibility {
    fileprivate var start: Int { period.from?.number ?? .min }

    mutating func set(_ subject: ResponsibilitySubject, _ party: ResponsibleParty, _ part: ResponsiblePart) {
        switch subject {
        case .activity(let activity): self.activity = activity
        case .layer(let model, let layer): (self.model, self.layer) = (model, layer)
        }
        switch party {
        case .organisation(let id): organisation = ID(id)
        case .body(let id): body = ID(id)
        }
        self.part = part
    }
}

/// Ids of responsibilities that are used or promised already.
struct TakenIDs {
    private let table: any RecordTable
    private var promised: Set<String> = []

    init(_ state: EcosystemState) { table = state[Responsibility.self] }

    /// An id that resembles these words and is free.
    mutating func free(for words: String) -> String {
        let wish = Identifier.suggested(for: words.replacing("/", with: " ").replacing("+", with: " "))
        let stem = String(wish.prefix(90))
        let base = stem.hasSuffix("-") ? String(stem.dropLast()) : stem
        var candidate = base.isEmpty ? "responsibility" : base
        var number = 2
        while table.contains(candidate) || promised.contains(candidate) {
            candidate = "\(base)-\(number)"
            number += 1
        }
        promised.insert(candidate)
        return candidate
    }
}
