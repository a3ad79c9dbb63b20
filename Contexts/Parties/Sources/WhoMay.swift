import Ecosystems
import Kernel

/// What a refusal for want of rights says to whoever was refused: for whom a mandate is needed, and whom to ask.
package enum WhoMay {
    /// The refusal in names, as far as the reader may see them.
    package static func explained(_ problem: Problem, for requirement: Requirement, _ reader: Reader) -> Problem {
        switch requirement {
        case .represent(let organisations) where problem.rule == "rights.represent":
            represented(problem, organisations, reader)
        default: problem.rule == "rights.orchestrate" ? asking(problem, first: Text(), reader) : problem
        }
    }

    /// The refusal of something new that names no owner, to who may act for one: then the owner is what is missing. Else nil.
    package static func ownerless(
        _ problem: Problem, _ kind: Kind, _ values: [String: Value], _ reader: Reader
    ) -> Problem? {
        guard problem.rule == "rights.orchestrate", !reader.rights.represents.isEmpty,
            let owner = kind.owners.lazy.compactMap(kind.field).first, kind.owners(of: "", values).allSatisfy(\.isEmpty)
        else { return nil }
        return Problem(
            "rights.owner", at: [owner.name],
            Text(
                "Hier staat niet voor welke organisatie u dit vastlegt.",
                "This does not say for which organisation you record it."),
            mend: Text(
                "Kies uw organisatie. Wat van allen is, legt alleen de regie vast.",
                "Choose your organisation. What belongs to all is recorded by who orchestrates."))
    }

    private static func represented(_ problem: Problem, _ organisations: [String], _ reader: Reader) -> Problem {
        var problem = problem
        let names = Text.list(organisations.map { reader.title("organisations", $0) })
        problem.message = Text(
            "Dit mag alleen wie een geldig mandaat heeft van \(names.nl).",
            "Only someone with a valid mandate of \(names.en) may do this.")
        let isOwn = !reader.rights.belongsTo.isDisjoint(with: organisations)
        let first =
            isOwn
            ? Text("Vraag uw organisatie om een mandaat.", "Ask your organisation for a mandate.")
            : Text(
                "Laat \(names.nl) het zelf vastleggen, of kies uw eigen organisatie.",
                "Let \(names.en) record it, or choose your own organisation.")
        return asking(problem, first: first, reader)
    }

    private static func asking(_ problem: Problem, first: Text, _ reader: Reader) -> Problem {
        let names = Orchestrators.names(reader)
        var problem = problem
        if !first.isEmpty { problem.mend = first }
        guard !names.isEmpty else { return problem }
        problem.mend = Text(
            [first.nl, "De regie heeft: \(names.nl)."].filter { !$0.isEmpty }.joined(separator: " "),
            [first.en, "Orchestrating here: \(names.en)."].filter { !$0.isEmpty }.joined(separator: " "))
        return problem
    }
}
