import Ecosystems
import Kernel

/// Replies to a remark. What is adopted also changes the clause as it is written, for the next version.
///
/// Refuses a remark that has a reply, setting aside without a reason, and adopting what proposes no text.
package struct AnswerRemark: Command {
    package let remark: String
    package let outcome: Reply.Outcome
    package let reason: Text
    package let on: Day

    package init(remark: String, outcome: Reply.Outcome, reason: Text, on: Day) {
        self.remark = remark
        self.outcome = outcome
        self.reason = reason
        self.on = on
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let said = situation.state[Remark.self][ID(remark)] else {
            throw .notFound(.noSuchRemark(remark))
        }
        var reply = Reply(id: Identifier.suggested(for: "\(remark.prefix(90))-reply"))
        reply.remark = said.id
        reply.outcome = outcome
        reply.reason = reason
        reply.on = on
        var changes = [RecordChange(Reply.naming.plural, reply.id.rawValue, .add(reply.values))]
        if outcome == .adopted {
            guard !said.proposal.isEmpty else { throw .invalid([.nothingProposed]) }
            // A proposal on the whole has no clause to change; whoever writes works it in.
            if !said.clause.isEmpty { changes.append(adoption(of: said, in: situation)) }
        }
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }

    /// The clause with the proposed text, in the languages in which it was proposed; the other stays as it is.
    private func adoption(of said: Remark, in situation: Situation) -> RecordChange {
        var text = situation.state[Clause.self][ID(said.clause)]?.text ?? Text()
        if !said.proposal.nl.isEmpty { text.nl = said.proposal.nl }
        if !said.proposal.en.isEmpty { text.en = said.proposal.en }
        return RecordChange(Clause.naming.plural, said.clause, .patch(["text": text.value]))
    }
}

extension Problem {
    fileprivate static func noSuchRemark(_ id: String) -> Problem {
        Problem(
            "remark.unknown", Text("Er is geen reactie “\(id)”.", "There is no remark “\(id)”."),
            mend: Text("Laad de pagina opnieuw.", "Load the page again."))
    }

    fileprivate static let nothingProposed = Problem(
        "reply.nothing-proposed", at: ["outcome"],
        Text("Deze reactie stelt geen tekst voor.", "This remark proposes no text."),
        mend: Text("Kies een andere uitkomst.", "Choose another outcome."))
}
