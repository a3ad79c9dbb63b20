import Ecosystems
import Kernel
import MethodLibrary

/// Fills places of a clause. Places that are not named keep what they have.
///
/// Refuses a clause or place that is not there, and an organisation, body or role that nobody knows; whether a value fits its
/// type, the record itself judges.
package struct FillClause: Command {
    package let clause: String
    /// Values by the name of the place. A text in one language leaves the other language as it is.
    package let values: [String: Text]

    package init(clause: String, values: [String: Text]) {
        self.clause = clause
        self.values = values
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let found = situation.state[Clause.self][ID(clause)] else { throw .notFound(.noSuchClause(ID(clause))) }
        let unknown = values.keys.filter { name in !found.variables.contains { $0.name == name } }.sorted()
        guard unknown.isEmpty else { throw .invalid(unknown.map { Problem.noSuchPlace($0, found) }) }
        let strangers = found.variables.filter { variable in
            values[variable.name].map { !variable.isKnown(variable.taking($0), in: situation) } ?? false
        }
        guard strangers.isEmpty else { throw .invalid(strangers.map(Problem.nobodyKnows)) }
        let variables = found.variables.map { variable in
            var filled = variable
            if let value = values[variable.name] { filled.value = variable.taking(value) }
            return filled.value.value
        }
        let list = zip(found.variables, variables).map { variable, value in
            var entries = variable.value.isEmpty ? [:] : ["value": variable.value.value]
            entries["name"] = .string(variable.name)
            entries["type"] = variable.type.value
            entries["value"] = value
            return Value.map(entries.filter { !$0.value.isNull })
        }
        let change = RecordChange(Clause.naming.plural, clause, .patch(["variables": .list(list)]))
        return try ChangeRecords([change]).decide(in: situation, catalogue: catalogue)
    }
}

extension ClauseVariable {
    /// A text is written in one language at a time; everything else is the same in both.
    fileprivate func taking(_ new: Text) -> Text {
        guard type == .text else { return Text(same: new.nl.isEmpty ? new.en : new.nl) }
        return Text(nl: new.nl.isEmpty ? value.nl : new.nl, en: new.en.isEmpty ? value.en : new.en)
    }
}

extension ClauseVariable {
    /// Whether a value names something that there is; a value of another type, and none, names nothing.
    fileprivate func isKnown(_ new: Text, in situation: Situation) -> Bool {
        let id = new.nl
        guard !id.isEmpty else { return true }
        return switch type {
        case .organisation: situation.state.table("organisations")?.ids.contains(id) == true
        case .body: situation.state.table("bodies")?.ids.contains(id) == true
        case .role: situation.library.role(id) != nil
        case .text, .number, .amount, .day: true
        }
    }
}

extension Problem {
    fileprivate static func nobodyKnows(_ variable: ClauseVariable) -> Problem {
        Problem(
            "variable.nobody", at: ["variables", variable.name],
            Text(
                "Wat bij “\(variable.name)” is gekozen, bestaat hier niet.",
                "What was chosen for “\(variable.name)” does not exist here."),
            mend: Text("Kies uit de lijst.", "Choose from the list."))
    }

    fileprivate static func noSuchPlace(_ name: String, _ clause: Clause) -> Problem {
        let known = clause.variables.map(\.name).joined(separator: ", ")
        return Problem(
            "variable.unknown", at: ["variables", name],
            Text("Deze bepaling heeft geen plaats “\(name)”.", "This clause has no place “\(name)”."),
            mend: Text("Kies uit: \(known).", "Choose from: \(known)."))
    }
}
