import Kernel

/// The documentation of what happens to agreements.
enum AgreementSheets {
    static let propose = Sheet(
        id: "proposeVersion", tag: "Agreements", summary: "Fix the text as it is written now as the next version",
        headers: [.key], body: Sheet.Body(types: Ask.json, schema: Schema.ref("VersionProposal")),
        results: [
            Sheet.Result(
                status: 201, description: "The version.",
                schema: ["anyOf": [Schema.ref("Version"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

    static let reply = Sheet(
        id: "replyToRemark", tag: "Agreements",
        summary: "Reply to a remark; what is adopted also changes the clause as it is written", headers: [.key],
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("RemarkReply")),
        results: [
            Sheet.Result(
                status: 201, description: "The reply.",
                schema: ["anyOf": [Schema.ref("Reply"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

    static let standing = Sheet(
        id: "getStanding", tag: "Agreements", summary: "Where the versions stand and who is bound by what, on a day",
        query: [
            .asOf,
            Sheet.Parameter(
                name: "on", description: "The day; today unless given.", schema: ["type": "string", "format": "date"]),
        ], results: [Sheet.Result(description: "The standing.", schema: Schema.ref("Standing"))], refusals: [404])

    static let renew = Sheet(
        id: "renewAgreement", tag: "Agreements",
        summary: "Make the next version with a later last day and nothing else changed", headers: [.key],
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("Renewal")),
        results: [
            Sheet.Result(
                status: 201, description: "The version; it binds whoever accepts it.",
                schema: ["anyOf": [Schema.ref("Version"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

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

    static let giveNotice = Sheet(
        id: "giveNotice", tag: "Agreements", summary: "Give notice today for a party", headers: [.key],
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("Notice")),
        results: [
            Sheet.Result(
                status: 201, description: "The exit, with what is to be settled.",
                schema: ["anyOf": [Schema.ref("Exit"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

    static let draft = Sheet(
        id: "draftFromReview", tag: "Agreements",
        summary: "Take over the wordings that a review proposed into the text as it is written", headers: [.key],
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("DraftRequest")),
        results: [
            Sheet.Result(
                status: 201, description: "The review, which says what was taken over when.",
                schema: ["anyOf": [Schema.ref("Review"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

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
