import Ecosystems
import Kernel

/// Closes a consultation round today, before its last day: from today nobody reacts any more.
///
/// Refuses a round that is not there or not open, and closing without a reason.
package struct CloseRound: Command {
    package let round: String
    package let reason: Text

    package init(round: String, reason: Text) {
        self.round = round
        self.reason = reason
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let found = situation.state[Round.self][ID(round)] else { throw .notFound(.noSuchRound(round)) }
        guard found.isOpen(on: situation.today) else { throw .conflict(.roundNotOpen) }
        let fields: [String: Value] = ["closed": situation.today.value, "reason": reason.value]
        let change = RecordChange(Round.naming.plural, round, .patch(fields))
        return try ChangeRecords([change]).decide(in: situation, catalogue: catalogue)
    }
}

extension Problem {
    fileprivate static func noSuchRound(_ id: String) -> Problem {
        Problem(
            "round.unknown", Text("Er is geen ronde “\(id)”.", "There is no round “\(id)”."),
            mend: Text("Laad de pagina opnieuw.", "Load the page again."))
    }

    fileprivate static let roundNotOpen = Problem(
        "round.not-open", Text("Deze ronde is niet open.", "This round is not open."),
        mend: Text("Alleen een open ronde kan dicht.", "Only an open round can be closed."))
}
