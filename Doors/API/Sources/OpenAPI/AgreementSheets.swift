import Kernel

/// The documentation of what happens to agreements.
enum AgreementSheets {
    /// What makes one record by a rule of its own: the record, or a receipt when the caller may not see it.
    private static func making(_ record: String, _ told: String, id: String, summary: String, from body: String)
        -> Sheet
    {
        Sheet(
            id: id, tag: "Agreements", summary: summary, headers: [.key],
            body: Sheet.Body(types: Ask.json, schema: Schema.ref(body)),
            results: [
                Sheet.Result(
                    status: 201, description: told,
                    schema: ["anyOf": [Schema.ref(record), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
            ], refusals: [404, 409])
    }

    static let propose = Sheet(
        id: "proposeVersion", tag: "Agreements", summary: "Fix the text as it is written now as the next version",
        headers: [.key], body: Sheet.Body(types: Ask.json, schema: Schema.ref("VersionProposal")),
        results: [
            Sheet.Result(
                status: 201, description: "The version.",
                schema: ["anyOf": [Schema.ref("Version"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

    static let reply = making(
        "Reply", "The reply.", id: "replyToRemark",
        summary: "Reply to a remark; what is adopted also changes the clause as it is written", from: "RemarkReply")

    static let standing = Sheet(
        id: "getStanding", tag: "Agreements", summary: "Where the versions stand and who is bound by what, on a day",
        query: [
            .asOf,
            Sheet.Parameter(
                name: "on", description: "The day; today unless given.", schema: ["type": "string", "format": "date"]),
        ], results: [Sheet.Result(description: "The standing.", schema: Schema.ref("Standing"))], refusals: [404])

    static let renew = making(
        "Version", "The version; it binds whoever accepts it.", id: "renewAgreement",
        summary: "Make the next version with a later last day and nothing else changed", from: "Renewal")

    static let exit = Sheet(
        id: "getExitOutlook", tag: "Agreements",
        summary: "What would follow when a party gave notice today; records nothing",
        query: [
            .asOf, Sheet.Parameter(name: "party", description: "Who leaves.", schema: Schema.string, required: true),
            Sheet.Parameter(
                name: "effective", description: "When it ends; as soon as the notice allows unless given.",
                schema: ["type": "string", "format": "date"]),
        ], results: [Sheet.Result(description: "What follows.", schema: Schema.ref("ExitOutlook"))],
        refusals: [404, 409])

    static let giveNotice = making(
        "Exit", "The exit, with what is to be settled.", id: "giveNotice",
        summary: "Give notice today for a party", from: "Notice")

    static let draft = making(
        "Review", "The review, which says what was taken over when.", id: "draftFromReview",
        summary: "Take over the wordings that a review proposed into the text as it is written", from: "DraftRequest")

    private static let shortNorm = Schema.object([
        "norm": Schema.string, "name": Schema.bothLanguages, "bearer": Schema.string, "status": Schema.string,
        "due": ["type": ["string", "null"], "format": "date"],
    ])

    /// What the later life of an agreement asks and answers.
    static let lifeSchemas: [String: Value] = [
        "Renewal": Schema.object(
            ["until": ["type": "string", "format": "date"], "changes": Schema.bothLanguages], required: ["until"],
            isClosed: true),
        "Notice": Schema.object(
            [
                "party": Schema.string, "effective": ["type": "string", "format": "date"],
                "reason": Schema.bothLanguages,
            ], required: ["party"], isClosed: true),
        "DraftRequest": Schema.object([:], isClosed: true),
        "ExitOutlook": Schema.object([
            "agreement": Schema.string, "party": Schema.string, "version": Schema.whole, "notice": Schema.whole,
            "given": Schema.string, "earliest": Schema.string, "effective": Schema.string,
            "effects": Schema.bothLanguages,
            "settlement": Schema.list(
                Schema.object(["what": Schema.bothLanguages, "due": ["type": ["string", "null"], "format": "date"]])),
            "surviving": Schema.list(
                Schema.object(["clause": Schema.string, "number": Schema.whole, "heading": Schema.bothLanguages])),
            "staying": Schema.list(Schema.object(["party": Schema.string, "version": Schema.whole])),
            "owed": Schema.list(shortNorm), "owedToParty": Schema.list(shortNorm), "isNamedForEntry": Schema.flag,
            "leavesOne": Schema.flag,
        ]),
    ]

    static let schemas: [String: Value] = [
        "VersionProposal": Schema.object(["changes": Schema.bothLanguages], isClosed: true),
        "RemarkReply": Schema.object(
            [
                "outcome": ["type": "string", "enum": ["answered", "adopted", "set-aside"]],
                "reason": Schema.bothLanguages,
            ], required: ["outcome"], isClosed: true),
        "Standing": Schema.object([
            "agreement": Schema.string, "on": Schema.string, "state": Schema.string,
            "versions": Schema.list(
                Schema.object([
                    "number": Schema.whole, "hash": Schema.string, "on": Schema.string, "state": Schema.string,
                    "inForceSince": ["type": ["string", "null"], "format": "date"],
                ])),
            "bonds": Schema.list(
                Schema.object([
                    "party": Schema.string, "version": Schema.whole, "from": Schema.string,
                    "until": ["type": ["string", "null"], "format": "date"], "end": ["type": ["string", "null"]],
                    "except": Schema.list(Schema.string), "signature": Schema.string,
                ])),
        ]),
    ]
}
