import Governance
import Kernel
import MethodLibrary

/// The documentation of what happens to proposals and decisions.
enum DecisionSheets {
    /// What makes or changes one record by a rule of its own: the record, or a receipt when the caller may not see it.
    static func making(
        _ record: String, id: String, _ summary: String, from body: String, refusals: [Int] = [404, 409]
    ) -> Sheet {
        Sheet(
            id: id, tag: "Decisions", summary: summary, headers: [.key],
            body: Sheet.Body(types: Ask.json, schema: Schema.ref(body)),
            results: [
                Sheet.Result(
                    status: 201, description: "The record as it is now.",
                    schema: ["anyOf": [Schema.ref(record), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
            ], refusals: refusals)
    }

    static let propose = making(
        "Proposal", id: "propose", "Put forward a proposal on a matter, with what it would change", from: "NewProposal")
    static let revise = making(
        "Proposal", id: "reviseProposal", "Change the text of a proposal; the earlier text is kept", from: "Revision")
    static let open = making(
        "Ballot", id: "openBallot", "Open a ballot: rule and seats are fixed with this", from: "BallotOpening")
    static let urgency = making(
        "Decision", id: "decideUrgently", "Decide in an emergency, without a ballot; ratified afterwards",
        from: "GivenReason")
    static let execution = making(
        "Decision", id: "carryOutDecision", "Carry out what a decision changes, all of it or nothing", from: "NoContent"
    )
    static let override = making(
        "Decision", id: "overrideDecision", "Set a decision aside for another body, with reasons", from: "Overriding")
    static let reopening = making(
        "Decision", id: "reopenDecision", "Reopen a decision, with reasons and the body's leave", from: "ReopeningWish")
    static let ratification = making(
        "Decision", id: "ratifyDecision", "Say which decision of the body ratifies an emergency decision",
        from: "Ratifying")

    private static let day: Value = ["type": "string", "format": "date"]

    static let schemas: [String: Value] = [
        "NewProposal": Schema.object(
            [
                "name": Schema.bothOrOne, "text": Schema.bothOrOne, "asksReasons": Schema.flag, "by": Schema.identifier,
                "options": [ProposalOption].shape.jsonSchema(), "effects": [Effect].shape.jsonSchema(),
            ], required: ["name", "text"], isClosed: true),
        "Revision": Schema.object(
            [
                "name": Schema.bothOrOne, "text": Schema.bothOrOne, "reason": Schema.bothOrOne,
                "options": [ProposalOption].shape.jsonSchema(), "effects": [Effect].shape.jsonSchema(),
                "objection": Schema.identifier,
            ], required: ["text", "reason"], isClosed: true),
        "BallotOpening": Schema.object(
            [
                "rule": Schema.described(
                    Schema.fields, "As docs/ballots/input.schema.json; how the body usually decides unless given."),
                "secrecy": ["type": "string", "enum": ["named", "secret"]], "closes": day, "follows": Schema.flag,
                "present": Schema.list(Schema.identifier),
                "seedSize": Schema.described(
                    Schema.whole, "A lot is drawn with the root of the log at this size; of the closing unless given."),
            ], required: [], isClosed: true),
        "GivenReason": Schema.object(["reason": Schema.bothOrOne], isClosed: true),
        "NoContent": Schema.object([:], isClosed: true),
        "Overriding": Schema.object(["body": Schema.identifier, "reason": Schema.bothOrOne], isClosed: true),
        "ReopeningWish": Schema.object(["leave": Schema.identifier, "reason": Schema.bothOrOne], isClosed: true),
        "Ratifying": Schema.object(["ratification": Schema.identifier], isClosed: true),
        "NewVote": Schema.object(
            [
                "seat": Schema.identifier, "by": Schema.identifier, "papers": [BallotPaper].shape.jsonSchema(),
                "reason": Schema.bothOrOne, "objects": Schema.flag,
            ], required: ["seat", "papers"], isClosed: true),
        "NewPaper": Schema.object(
            ["seat": Schema.identifier, "paper": BallotPaper.shape.jsonSchema(), "code": Schema.string],
            required: ["seat", "paper"], isClosed: true),
        "PaperChange": Schema.object(["code": Schema.string, "paper": BallotPaper.shape.jsonSchema()], isClosed: true),
        "PaperReceipt": Schema.object(["code": Schema.string, "hash": Schema.string], required: ["hash"]),
        "BallotExtension": Schema.object(["until": day, "reason": Schema.bothOrOne], isClosed: true),
        "ObjectionOutcome": Schema.object(
            [
                "outcome": ["type": "string", "enum": ["resolved", "recorded", "withdrawn"]],
                "resolution": Schema.bothOrOne,
            ], required: ["outcome"], isClosed: true),
        "NewProxy": Schema.object(
            [
                "to": Schema.identifier, "ballot": Schema.identifier, "period": Period.shape.jsonSchema(),
                "reason": Schema.bothOrOne,
            ], required: ["to"], isClosed: true),
    ]
}

extension Schema {
    /// One string for both languages, or each its own.
    static let bothOrOne = Text.shape.jsonSchema()
}

/// The documentation of what happens in a ballot.
enum BallotSheets {
    static let vote = DecisionSheets.making(
        "Vote", id: "castVote", "Vote by name from a seat that one holds, or for one that gave a proxy", from: "NewVote"
    )
    static let extend = DecisionSheets.making(
        "Ballot", id: "extendBallot", "Keep a ballot open longer, with a reason", from: "BallotExtension")
    static let close = DecisionSheets.making(
        "Ballot", id: "closeBallot", "Close a ballot; of a secret one the papers are published", from: "NoContent")
    static let cancel = DecisionSheets.making(
        "Ballot", id: "cancelBallot", "End a ballot without an outcome, with a reason", from: "GivenReason")
    static let declare = DecisionSheets.making(
        "Decision", id: "declareOutcome", "Count a closed ballot and record the decision", from: "NoContent")
    static let settle = DecisionSheets.making(
        "Vote", id: "settleObjection", "Say what became of an objection", from: "ObjectionOutcome")
    static let proxy = DecisionSheets.making(
        "Proxy", id: "giveProxy", "Let another seat of the body vote for this one", from: "NewProxy")
    static let revoke = DecisionSheets.making("Proxy", id: "revokeProxy", "Take a proxy back", from: "NoContent")

    static let paper = Sheet(
        id: "castPaper", tag: "Decisions",
        summary: "Vote in secret; the receipt code stands in this answer and nowhere else",
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("NewPaper")),
        results: [Sheet.Result(status: 201, description: "The receipt.", schema: Schema.ref("PaperReceipt"))],
        refusals: [404, 409])

    static let changePaper = Sheet(
        id: "changePaper", tag: "Decisions",
        summary: "Change a secret vote by its receipt code; the log says nothing of it",
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("PaperChange")),
        results: [Sheet.Result(description: "Changed.", schema: Schema.ref("PaperReceipt"))], refusals: [404, 409])

    static let file = Sheet(
        id: "getBallotFile", tag: "Decisions",
        summary: "The file of a counted ballot, as docs/ballots describes: count it again with stelsel ballot count",
        query: [.asOf], results: [Sheet.Result(description: "The file.", schema: Schema.fields)], refusals: [404])
}
