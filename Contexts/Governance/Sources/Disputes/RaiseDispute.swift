import Ecosystems
import Kernel
import Parties

/// Raises a dispute, concern or report in confidence. It begins on the lowest step of the ladder, with its clock running.
package struct RaiseDispute: Command {
    package let id: String
    package let subject: Text
    package let sort: Dispute.Sort
    package let raisedBy: String
    /// The other parties that may see it; for a concern or a report it may be nobody yet.
    package let others: [String]
    package let statement: Text
    package let handler: String?

    package init(
        id: String, subject: Text, sort: Dispute.Sort, raisedBy: String, others: [String] = [],
        statement: Text = Text(),
        handler: String? = nil
    ) {
        self.id = id
        self.subject = subject
        self.sort = sort
        self.raisedBy = raisedBy
        self.others = others
        self.statement = statement
        self.handler = handler
    }

    /// Who acts for the organisation that raises it, or who keeps confidences and writes down what was told.
    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.state.isEmpty ? .administer : .confide([raisedBy])
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard !subject.isEmpty else { throw .invalid([.notRaisedByOwn]) }
        guard let ladder = situation.usualLadder, let first = ladder.ladder?.steps.first else {
            throw .invalid([.noSuchLadder("")])
        }
        var dispute = Dispute(id: id)
        dispute.subject = subject
        dispute.sort = sort
        dispute.raisedBy = ID(raisedBy)
        dispute.parties = [ID(raisedBy)] + others.filter { $0 != raisedBy }.map { ID($0) }
        dispute.statement = statement
        dispute.raised = situation.today
        dispute.ladder = ladder.id
        dispute.steps = [Dispute.begin(first, on: situation.today)]
        dispute.handler = handler.map { ID($0) }
        return try ChangeRecords([RecordChange(Dispute.naming.plural, id, .add(dispute.values))], process: true)
            .decide(in: situation, catalogue: catalogue)
    }
}
