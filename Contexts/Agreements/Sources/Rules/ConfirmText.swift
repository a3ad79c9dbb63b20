import Ecosystems
import Kernel

/// Says that a text that did not change still says the same as what did: the other language of a clause, or a norm.
///
/// Refuses a clause or norm that is not there, and one about which there is no doubt.
package struct ConfirmText: Command {
    package enum Subject: Sendable, Hashable {
        /// The id of a clause, whose language that lags behind is right.
        case clause(String)
        /// The id of a norm, which still fits the text of its clause.
        case norm(String)
    }

    package let subject: Subject

    package init(_ subject: Subject) { self.subject = subject }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let change: RecordChange
        switch subject {
        case .clause(let id):
            guard let clause = situation.state[Clause.self][ID(id)] else { throw .notFound(.noSuchClause(ID(id))) }
            guard clause.behind != nil else { throw .conflict(.noDoubt) }
            change = RecordChange(Clause.naming.plural, id, .patch(["behind": .null]))
        case .norm(let id):
            guard let norm = situation.state[Norm.self][ID(id)] else { throw .notFound(.noSuchNorm(id)) }
            guard norm.doubt != nil else { throw .conflict(.noDoubt) }
            change = RecordChange(Norm.naming.plural, id, .patch(["doubt": .null]))
        }
        return try ChangeRecords([change]).decide(in: situation, catalogue: catalogue)
    }
}

extension Problem {
    fileprivate static func noSuchNorm(_ id: String) -> Problem {
        Problem(
            "norm.unknown", Text("Er is geen norm “\(id)”.", "There is no norm “\(id)”."),
            mend: Text("Laad de pagina opnieuw.", "Load the page again."))
    }

    fileprivate static let noDoubt = Problem(
        "text.confirmed", Text("Hier is niets te bevestigen.", "There is nothing to confirm here."),
        mend: Text("Laad de pagina opnieuw.", "Load the page again."))
}
