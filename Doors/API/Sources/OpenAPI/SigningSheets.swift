import Kernel

/// The documentation of signing and of its proof.
enum SigningSheets {
    private static func asked(_ name: String, _ text: String, required: Bool = true) -> Sheet.Parameter {
        Sheet.Parameter(name: name, description: text, schema: Schema.string, required: required)
    }

    private static let version = Sheet.Parameter(
        name: "version", description: "Number of the version; without it the one that counts.", schema: Schema.whole)

    static let declaration = Sheet(
        id: "getDeclaration", tag: "Signatures",
        summary: "The declaration that a party is to sign, after every check but that of the signature",
        query: [
            asked("party", "Id of the organisation that declares."),
            Sheet.Parameter(
                name: "answer", description: "What it declares.",
                schema: ["type": "string", "enum": ["accept", "accede", "reject", "revoke"]], required: true),
            asked("person", "Id of the person who signs."),
            asked("mandate", "Id of the mandate under which that is done.", required: false), version,
            asked("except", "Ids of optional clauses to leave out, with commas between.", required: false),
            asked("reason", "Why, when rejecting.", required: false),
        ],
        results: [
            Sheet.Result(
                description: "The declaration; sign the SHA-256 of these bytes.", schema: Schema.ref("Declaration"))
        ], refusals: [403, 404])

    static let sign = Sheet(
        id: "addSignature", tag: "Signatures",
        summary: "Hand in a declaration that was signed with a key of the organisation", headers: [.key],
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("SignedDeclaration")),
        results: [
            Sheet.Result(
                status: 201, description: "The new signature.",
                schema: ["anyOf": [Schema.ref("Signature"), Schema.ref("Receipt")]], headers: ["ETag", "Location"]),
            Sheet.Result(
                status: 200, description: "The key was used before; the signature as it is.",
                schema: ["anyOf": [Schema.ref("Signature"), Schema.ref("Receipt")]], headers: ["ETag"]),
        ], refusals: [404, 409])

    static let bundle = Sheet(
        id: "getBundle", tag: "Signatures",
        summary: "A signed version with all its proof, to verify without Stelsel; for who takes part", query: [version],
        results: [
            Sheet.Result(
                description: "The bundle.", type: "application/zip",
                schema: ["type": "string", "contentMediaType": "application/zip"])
        ], refusals: [403, 404, 503])
}
