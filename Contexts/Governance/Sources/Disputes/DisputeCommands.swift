import Ecosystems
import Kernel
import Parties

/// Something that is done with a dispute that is there.
package protocol DisputeCommand: Command {
    var dispute: String { get }
    /// Changes the dispute, or refuses.
    func carryOut(on dispute: inout Dispute, in situation: Situation) throws(Refusal)
}

extension DisputeCommand {
    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .confide(situation.state[Dispute.self][ID(dispute)]?.parties.map(\.rawValue) ?? [])
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let old = situation.state[Dispute.self][ID(dispute)] else { throw .notFound(.noSuchDispute(dispute)) }
        var new = old
        try carryOut(on: &new, in: situation)
        return try ChangeRecords(
            [RecordChange(Dispute.naming.plural, dispute, .put(new.values))], process: true
        ).decide(in: situation, catalogue: catalogue)
    }
}

/// Takes a dispute one step up its ladder, with the reason; the clock of the new step begins.
package struct EscalateDispute: DisputeCommand {
    package let dispute: String
    package let note: Text

    package init(dispute: String, note: Text) {
        self.dispute = dispute
        self.note = note
    }

    package func carryOut(on dispute: inout Dispute, in situation: Situation) throws(Refusal) {
        guard dispute.isOpen else { throw .invalid([.disputeClosed]) }
        guard !note.isEmpty else { throw .invalid([.escalationWithoutReason]) }
        guard let ladder = situation.library.method(dispute.ladder)?.ladder,
            let next = ladder.step(after: dispute.current?.step ?? "")
        else { throw .invalid([.topOfLadder]) }
        dispute.steps.append(Dispute.begin(next, on: situation.today, note: note))
    }
}

/// Lets one more party see a dispute and take part in it, and names who guides it.
package struct ShareDispute: DisputeCommand {
    package let dispute: String
    /// Nil: only the guide changes.
    package let party: String?
    package let handler: String?

    package init(dispute: String, party: String? = nil, handler: String? = nil) {
        self.dispute = dispute
        self.party = party
        self.handler = handler
    }

    /// A party is brought in by who raised it or who keeps confidences, not by the other side.
    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .confide(situation.state[Dispute.self][ID(dispute)].map { [$0.raisedBy.rawValue] } ?? [])
    }

    package func carryOut(on dispute: inout Dispute, in situation: Situation) throws(Refusal) {
        guard dispute.isOpen else { throw .invalid([.disputeClosed]) }
        if let party, !dispute.parties.contains(ID(party)) { dispute.parties.append(ID(party)) }
        if let handler { dispute.handler = ID(handler) }
    }
}

/// Closes a dispute with its outcome and what was agreed or decided.
package struct CloseDispute: DisputeCommand {
    package let dispute: String
    package let outcome: Dispute.Outcome
    package let settlement: Text

    package init(dispute: String, outcome: Dispute.Outcome, settlement: Text) {
        self.dispute = dispute
        self.outcome = outcome
        self.settlement = settlement
    }

    package func carryOut(on dispute: inout Dispute, in situation: Situation) throws(Refusal) {
        guard dispute.isOpen else { throw .invalid([.disputeClosed]) }
        guard !settlement.isEmpty || outcome == .withdrawn else { throw .invalid([.settlementMissing]) }
        dispute.closed = situation.today
        dispute.outcome = outcome
        dispute.settlement = settlement
    }
}

/// How a party looks back on the handling, after closing; a second time replaces the first.
package struct LookBackOnDispute: DisputeCommand {
    package let dispute: String
    package let organisation: String
    package let mark: Int
    package let words: Text

    package init(dispute: String, organisation: String, mark: Int, words: Text = Text()) {
        self.dispute = dispute
        self.organisation = organisation
        self.mark = mark
        self.words = words
    }

    /// The party itself, or who keeps confidences and writes down what it said.
    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .confide([organisation])
    }

    package func carryOut(on dispute: inout Dispute, in situation: Situation) throws(Refusal) {
        // Whoever is no party learns nothing, not even that it is there.
        guard dispute.parties.contains(ID(organisation)) else { throw .notFound(.noSuchDispute(self.dispute)) }
        var given = DisputeFeedback()
        given.organisation = ID(organisation)
        given.mark = mark
        given.words = words
        given.given = situation.today
        dispute.feedback.removeAll { $0.organisation.rawValue == organisation }
        dispute.feedback.append(given)
    }
}
