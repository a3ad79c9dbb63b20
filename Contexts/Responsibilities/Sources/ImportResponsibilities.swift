import Ecosystems
import Kernel

/// Takes a table of responsibilities over: all of it or nothing. A second time changes nothing.
///
/// A line is the same assignment when subject, party, part and beginning are the same; then its end, clause and note change. A cell of a
/// matrix is `AssignParts`. What is not in the table stays, unless asked otherwise.
package struct ImportResponsibilities: Command {
    package let wish: ResponsibilityWish
    /// Also removes assignments that a table with a line for each does not have.
    package let replacing: Bool
    /// For the cells of a matrix; nil: today.
    package let from: Day?
    package let reason: String

    package init(_ wish: ResponsibilityWish, replacing: Bool = false, from: Day? = nil, reason: String = "") {
        self.wish = wish
        self.replacing = replacing
        self.from = from
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.state.isEmpty ? .administer : .orchestrate
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var lines: [String: Int] = [:]
        var taken = TakenIDs(situation.state)
        let changes = try entryChanges(situation, &taken, &lines) + cellChanges(situation, &taken, &lines)
        do throws(Refusal) {
            return try ChangeRecords(changes, reason: reason).decide(in: situation, catalogue: catalogue)
        } catch {
            guard case .invalid(let problems) = error else { throw error }
            // In the order of the table, where they have a line.
            let told = problems.map { $0.onLine(of: lines) }
            func line(_ problem: Problem) -> Int { problem.path.first.flatMap { Int($0) } ?? .max }
            throw .invalid(
                told.enumerated().sorted { (line($0.element), $0.offset) < (line($1.element), $1.offset) }.map(
                    \.element))
        }
    }

    private struct Key: Hashable {
        let subject: ResponsibilitySubject?
        let party: ResponsibleParty?
        let part: ResponsiblePart
        let from: Day?
    }

    private func entryChanges(
        _ situation: Situation, _ taken: inout TakenIDs, _ lines: inout [String: Int]
    ) throws(Refusal) -> [RecordChange] {
        guard !wish.entries.isEmpty else { return [] }
        let kind = Responsibility.naming.plural
        let all = situation.state[Responsibility.self].sorted
        let known = Dictionary(
            all.map { (Key(subject: $0.subject, party: $0.party, part: $0.part, from: $0.period.from), $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: [Key: Int] = [:]
        var problems: [Problem] = []
        var kept: Set<ID<Responsibility>> = []
        var changes: [RecordChange] = []
        for entry in wish.entries {
            let key = Key(subject: entry.subject, party: entry.party, part: entry.part, from: entry.period.from)
            if let first = seen.updateValue(entry.line, forKey: key) {
                problems.append(.sameLine(entry.line, first))
                continue
            }
            var fields: [String: Value] = [
                "period": entry.period.value, "clause": entry.clause.isEmpty ? .null : .string(entry.clause),
            ]
            if let old = known[key] {
                kept.insert(old.id)
                lines[old.id.rawValue] = entry.line
                if entry.note != old.note.dutch { fields["note"] = Text(same: entry.note).value }
                changes.append(RecordChange(kind, old.id.rawValue, .patch(fields)))
            } else {
                let id = taken.free(for: "\(entry.subject.id) \(entry.party.id) \(entry.part.letter)")
                var record = Responsibility(id: id)
                record.set(entry.subject, entry.party, entry.part)
                record.note = Text(same: entry.note)
                lines[id] = entry.line
                changes.append(RecordChange(kind, id, .add(record.values.merging(fields.filter { !$1.isNull }) { $1 })))
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        // What goes makes room first, so that accountability can pass from one party to another.
        let gone = replacing ? all.filter { !kept.contains($0.id) } : []
        return gone.map { RecordChange(kind, $0.id.rawValue, .remove) } + changes
    }

    private func cellChanges(
        _ situation: Situation, _ taken: inout TakenIDs, _ lines: inout [String: Int]
    ) -> [RecordChange] {
        guard !wish.cells.isEmpty else { return [] }
        struct Place: Hashable {
            let subject: ResponsibilitySubject?
            let party: ResponsibleParty?
        }
        let held = Dictionary(grouping: situation.state[Responsibility.self].sorted) {
            Place(subject: $0.subject, party: $0.party)
        }
        return wish.cells.flatMap { cell -> [RecordChange] in
            let own = held[Place(subject: cell.subject, party: cell.party)] ?? []
            let changes = AssignParts(cell.subject, cell.party, cell.parts, from: from)
                .changes(own, on: situation.today, &taken)
            for change in changes { lines[change.id] = cell.line }
            return changes
        }
    }
}

extension Problem {
    /// The same problem at the line of the table that asked for it.
    fileprivate func onLine(of lines: [String: Int]) -> Problem {
        let id = path.first.map { String($0.drop { $0 != "/" }.dropFirst()) } ?? ""
        guard let line = lines[id] else { return self }
        var problem = self
        problem.path = ["\(line)"] + path.dropFirst()
        problem.message = Text("Regel \(line): \(message.nl)", "Line \(line): \(message.en)")
        return problem
    }

    fileprivate static func sameLine(_ line: Int, _ first: Int) -> Problem {
        Problem(
            "csv.twice", at: ["\(line)"],
            Text("Regel \(line) zegt hetzelfde als regel \(first).", "Line \(line) says the same as line \(first)."),
            mend: Text("Laat er één weg.", "Leave one out."))
    }
}
