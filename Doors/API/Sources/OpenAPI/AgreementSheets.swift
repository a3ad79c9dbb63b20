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
