import Governance
import Kernel

/// The documentation of disputes in confidence, and of what a selection comes to.
enum DisputeSheets {
    private static func doing(_ id: String, _ summary: String, _ body: String) -> Sheet {
        Sheet(
            id: id, tag: "Disputes", summary: summary, headers: [.key],
            body: Sheet.Body(types: Ask.json, schema: Schema.ref(body)),
            results: [
                Sheet.Result(
                    status: 201, description: "The dispute, or a receipt for who may not see it.",
                    schema: ["anyOf": [Schema.ref("Dispute"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
            ], refusals: [404, 409])
    }

    static let raise = doing(
        "raiseDispute", "Raise a dispute, concern or report in confidence", "DisputeRaising")
    static let escalate = doing("escalateDispute", "Take a dispute one step up its ladder", "DisputeEscalation")
    static let share = doing("shareDispute", "Bring in a party, or appoint who guides it", "DisputeSharing")
    static let close = doing("closeDispute", "Close a dispute with its outcome", "DisputeClosure")
    static let lookBack = doing("lookBackOnDispute", "How a party looks back on the handling", "DisputeReview")

    static let figures = Sheet(
        id: "getDisputeFigures", tag: "Disputes", summary: "Numbers of disputes and lead times, without content",
        query: [
            .asOf,
            Sheet.Parameter(
                name: "since", description: "Only what was raised on this day or later.",
                schema: ["type": "string", "format": "date"]),
        ], results: [Sheet.Result(description: "The figures.", schema: Schema.ref("DisputeFigures"))],
        refusals: [404])

    static let reply = doing("replyToDispute", "What a party answers in a dispute", "DisputeAnswering")

    static let report = Sheet(
        id: "getDisputeReport", tag: "Disputes",
        summary: "Disputes, concerns and reports of conduct per quarter, without content",
        query: [
            .asOf,
            Sheet.Parameter(
                name: "quarters", description: "How many quarters, the present one included; 8 unless given.",
                schema: ["type": "integer", "minimum": 1, "maximum": 40]),
        ], results: [Sheet.Result(description: "The report.", schema: Schema.ref("DisputeReport"))], refusals: [404])

    static let outcome = Sheet(
        id: "getSelectionOutcome", tag: "Selections",
        summary: "What the scores of a selection come to, as agreed and with other weights",
        query: [
            .asOf,
            Sheet.Parameter(
                name: "weights", description: "Other weights, as `criterion:weight,criterion:weight`.",
                schema: Schema.string),
        ], results: [Sheet.Result(description: "The outcome.", schema: Schema.ref("SelectionOutcome"))],
        refusals: [404])

    static let draw = Sheet(
        id: "drawSelection", tag: "Selections",
        summary: "Let a lot decide between the equals of a closed selection, with the root of the log at its closing",
        headers: [.key], body: Sheet.Body(types: Ask.json, schema: Schema.object([:], required: [], isClosed: true)),
        results: [
            Sheet.Result(
                status: 201, description: "The selection, or a receipt for who may not see it.",
                schema: ["anyOf": [Schema.ref("Selection"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

    static let schemas: [String: Value] = [
        "DisputeRaising": Schema.object(
            [
                "subject": Schema.bothLanguages, "raisedBy": Schema.string, "others": Schema.list(Schema.string),
                "sort": ["type": "string", "enum": .list(Dispute.Sort.allCases.map { .string($0.rawValue) })],
                "statement": Schema.bothLanguages, "handler": Schema.string,
            ], required: ["subject", "raisedBy"], isClosed: true),
        "DisputeEscalation": Schema.object(["note": Schema.bothLanguages], required: ["note"], isClosed: true),
        "DisputeSharing": Schema.object(
            ["party": Schema.string, "handler": Schema.string], required: [], isClosed: true),
        "DisputeClosure": Schema.object(
            [
                "outcome": ["type": "string", "enum": .list(Dispute.Outcome.allCases.map { .string($0.rawValue) })],
                "settlement": Schema.bothLanguages,
            ], required: ["outcome"], isClosed: true),
        "DisputeReview": Schema.object(
            ["organisation": Schema.string, "mark": Schema.whole, "words": Schema.bothLanguages],
            required: ["organisation", "mark"], isClosed: true),
        "DisputeAnswering": Schema.object(
            ["organisation": Schema.string, "words": Schema.bothLanguages], required: ["organisation", "words"],
            isClosed: true),
        "DisputeReport": Schema.object(
            [
                "quarters": Schema.list(
                    Schema.object([
                        "quarter": Schema.string, "from": Schema.string, "until": Schema.string,
                        "sorts": ["type": "object", "additionalProperties": counts],
                    ]))
            ], required: ["quarters"]),
        "DisputeFigures": Schema.object(
            [
                "open": Schema.whole, "late": Schema.whole, "closed": Schema.whole, "sorts": counts,
                "outcomes": counts, "leadTimes": Schema.list(Schema.whole), "medianLeadTime": Schema.whole,
                "meanMark": ["type": "number"],
            ], required: ["open", "late", "closed", "sorts", "outcomes", "leadTimes"]),
        "SelectionOutcome": Schema.object([
            "winners": Schema.list(Schema.string), "isTie": Schema.flag, "assessors": Schema.list(Schema.string),
            "incomplete": Schema.list(Schema.string), "weights": counts,
            "options": Schema.list(
                Schema.object([
                    "option": Schema.string, "assessors": Schema.whole, "sums": counts, "unweighted": Schema.whole,
                    "weighted": Schema.whole,
                ])),
            "isRobust": Schema.flag,
        ]),
    ]

    private static let counts: Value = ["type": "object", "additionalProperties": ["type": "integer"]]
}
