import Agreements
import Governance
import Kernel

/// The documentation of what agreements come to.
enum ObligationSheets {
    private static let at = Sheet.Parameter(
        name: "at", description: "The day to look at; today unless given. Only what had happened by then counts.",
        schema: ["type": "string", "format": "date"])

    private static func word(_ name: String, _ text: String, required: Bool = false) -> Sheet.Parameter {
        Sheet.Parameter(name: name, description: text, schema: Schema.string, required: required)
    }

    static let list = Sheet(
        id: "listObligations", tag: "Agreements", summary: "How each norm in force is kept, by whom, and what is due",
        query: Sheet.Parameter.paging + [
            at, word("party", "Only what this organisation or body bears."),
            word("agreement", "Only what this agreement asks."),
        ],
        results: [
            Sheet.Result(
                description: "A page; empty for who may not see norms.", schema: Schema.page(Schema.ref("Obligation")),
                headers: ["Link"])
        ], refusals: [404])

    static let may = Sheet(
        id: "may", tag: "Agreements",
        summary: "Whether decision rights and the agreements in force allow something, and by which right or clause",
        query: [
            word("actor", "An organisation, body or person, or a role as `method/role`.", required: true),
            word("action", "A kind of act.", required: true),
            word("object", "A word, a record as `kind/id`, or the id of a decision right."), at,
            word("amount", "What it is about in euros, for rights with a limit."),
            Sheet.Parameter(
                name: "mode", description: "In which circumstances; ordinary unless given.", schema: mode),
        ],
        results: [Sheet.Result(description: "Allowed or not.", schema: Schema.ref("Decision"))], refusals: [404])

    static let odrl = Sheet(
        id: "getODRL", tag: "Agreements",
        summary: "The norms of an agreement as an ODRL 2.2 policy, with what could not be said",
        results: [Sheet.Result(description: "The policy.", schema: Schema.ref("ODRLExport"))], refusals: [404])

    private static let mode: Value = [
        "type": "string", "enum": .list(RightShare.Mode.allCases.map { .string($0.rawValue) }),
    ]

    private static let right = Schema.object(
        [
            "body": Schema.string,
            "right": ["type": "string", "enum": .list(RightShare.Right.allCases.map { .string($0.rawValue) })],
            "mode": mode, "limit": FieldShape.money.jsonSchema(),
        ], required: ["body", "right"])

    static let schemas: [String: Value] = [
        "Obligation": Schema.object(
            norm.merging([
                "bearer": Schema.string,
                "bearerKind": ["type": "string", "enum": ["organisation", "body", "role"]],
                "status": [
                    "type": "string", "enum": .list(NormStatus.State.allCases.map { .string($0.rawValue) }),
                ], "due": ["type": "string", "format": "date"], "explanation": Schema.bothLanguages,
                "consequence": Schema.bothLanguages,
                "evidence": Schema.list(Schema.object(["kind": Schema.string, "id": Schema.string])),
            ]) { $1 },
            required: norm.keys.sorted() + ["bearer", "bearerKind", "status", "explanation", "evidence"]),
        "Decision": Schema.object([
            "allowed": Schema.flag, "explanation": Schema.bothLanguages, "clauses": Schema.list(clause),
            "limits": Schema.list(clause), "rights": Schema.list(right),
        ]),
        "ODRLExport": Schema.object([
            "policy": ["type": "object", "additionalProperties": true],
            "missing": Schema.list(
                Schema.object([
                    "norm": Schema.string, "name": Schema.bothLanguages, "reason": Schema.bothLanguages,
                ])),
        ]),
    ]

    private static let norm: [String: Value] = [
        "norm": Schema.string, "name": Schema.bothLanguages, "agreement": Schema.string, "version": Schema.whole,
        "clause": Schema.string, "form": Schema.string,
    ]

    private static let clause = Schema.object(
        norm.merging(["number": Schema.whole, "heading": Schema.bothLanguages]) { $1 })
}
