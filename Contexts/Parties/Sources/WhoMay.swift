import Ecosystems
import Kernel

/// Who may do what was refused, as far as the reader may know.
package enum WhoMay {
    /// Those who orchestrate today: function and organisation, or the organisation alone where the function is not shown.
    package static func orchestrators(_ reader: Reader) -> [Text] {
        let names = reader.records(Assignment.self).filter {
            reader.situation.orchestrates($0.role) && $0.period.contains(reader.today)
        }
        .map { assignment -> Text in
            let organisation = reader.title("organisations", assignment.organisation.rawValue)
            guard let person = assignment.person.flatMap({ reader.record(Person.self, $0.rawValue) }) else {
                return organisation
            }
            return Text(
                "\(person.function.dutch), \(organisation.dutch)", "\(person.function.english), \(organisation.english)"
            )
        }
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The refusal in names: for which organisation a mandate is needed, and whom to ask.
    package static func explained(_ problem: Problem, for requirement: Requirement, _ reader: Reader) -> Problem {
        var problem = problem
        if case .represent(let organisations) = requirement, problem.rule == "rights.represent" {
            let names = Text.list(organisations.map { reader.title("organisations", $0) })
            problem.message = Text(
                "Dit mag alleen wie een geldig mandaat heeft van \(names.nl).",
                "Only someone with a valid mandate of \(names.en) may do this.")
            let isOwn = !reader.rights.belongsTo.isDisjoint(with: organisations)
            problem.mend =
                isOwn
                ? Text("Vraag uw organisatie om een mandaat.", "Ask your organisation for a mandate.")
                : Text(
                    "Laat \(names.nl) het zelf vastleggen, of kies uw eigen organisatie.",
                    "Let \(names.en) record it, or choose your own organisation.")
        } else if problem.rule != "rights.orchestrate" {
            return problem
        }
        return asking(problem, orchestrators(reader))
    }

    private static func asking(_ problem: Problem, _ names: [Text]) -> Problem {
        guard !names.isEmpty else { return problem }
        var problem = problem
        let list = names.count == 1 ? names : Array(names.prefix(3))
        let (nl, en) = (list.map(\.dutch).joined(separator: "; "), list.map(\.english).joined(separator: "; "))
        let start = problem.rule == "rights.orchestrate" ? Text() : problem.mend
        problem.mend = Text(
            "\(start.nl) De regie heeft: \(nl).".trimmedStart, "\(start.en) Orchestrating here: \(en).".trimmedStart)
        return problem
    }
}

extension String {
    fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
