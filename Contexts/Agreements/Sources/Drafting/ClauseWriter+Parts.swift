import Kernel
import MethodLibrary

extension ClauseVariable {
    /// A place to fill in of the library, with what it suggests to start from.
    init(_ variable: BlocksMethod.Variable) {
        self.init()
        name = variable.id
        type = variable.type
        value = variable.suggestion
    }
}

extension Problem {
    static func noClauseText(_ id: String, _ block: BlocksMethod.Block) -> Problem {
        let known = block.clauses.map(\.id).joined(separator: ", ")
        return Problem(
            "block.clause", at: ["clause"],
            Text(
                "De bouwsteen “\(block.name.dutch)” heeft geen tekst “\(id)”.",
                "The block “\(block.name.english)” has no text “\(id)”."),
            mend: Text("Kies uit: \(known).", "Choose from: \(known)."))
    }

    static func noSuchClause(_ id: ID<Clause>) -> Problem {
        Problem(
            "clause.unknown", at: ["after"],
            Text("Deze afspraak heeft geen bepaling “\(id)”.", "This agreement has no clause “\(id)”."),
            mend: Text("Kies een bepaling van deze afspraak.", "Choose a clause of this agreement."))
    }
}
