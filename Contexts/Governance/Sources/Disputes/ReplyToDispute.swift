import Ecosystems
import Kernel
import Parties

/// What a party answers, in its own words. Everything that was said stays; a party may answer more than once while the dispute is open.
package struct ReplyToDispute: DisputeCommand {
    package let dispute: String
    package let organisation: String
    package let words: Text

    package init(dispute: String, organisation: String, words: Text) {
        self.dispute = dispute
        self.organisation = organisation
        self.words = words
    }

    /// The party itself, or who keeps confidences and writes down what it said.
    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        .confide([organisation])
    }

    package func carryOut(on dispute: inout Dispute, in situation: Situation) throws(Refusal) {
        // Whoever is no party learns nothing, not even that it is there.
        guard dispute.parties.contains(ID(organisation)) else { throw .notFound(.noSuchDispute(self.dispute)) }
        guard dispute.isOpen else { throw .invalid([.disputeClosed]) }
        guard !words.isEmpty else { throw .invalid([.replyWithoutWords]) }
        var reply = DisputeReply()
        (reply.organisation, reply.words, reply.given) = (ID(organisation), words, situation.today)
        dispute.replies.append(reply)
    }
}

/// What a party said of a dispute.
package struct DisputeReply: Part {
    package var organisation = ID<Organisation>("")
    package var words = Text()
    package var given: Day?

    package init() {}

    package static let fields: [Field<DisputeReply>] = [
        Field("organisation", \.organisation, Text("Partij", "Party"), required: true),
        Field("words", \.words, Text("Antwoord", "Answer"), shape: .text(long: true), required: true),
        Field("given", \.given, Text("Op", "On")),
    ]
}

extension Problem {
    fileprivate static let replyWithoutWords = Problem(
        "dispute.reply", at: ["words"], Text("Er staat nog geen antwoord.", "There is no answer yet."),
        mend: Text("Schrijf hoe uw organisatie het ziet.", "Write how your organisation sees it."))

    static let replyOfStranger = Problem(
        "dispute.reply-party", at: ["organisation"],
        Text("Alleen een partij antwoordt hierop.", "Only a party answers this."),
        mend: Text("Kies een van de partijen.", "Choose one of the parties."))
}
