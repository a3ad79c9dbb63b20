import Kernel

/// The documentation of what can be asked of an ecosystem as a whole.
enum EcosystemSheets {
    static func list(_ sheets: RecordSheets) -> Sheet {
        var sheet = sheets.list
        sheet.query = Sheet.Parameter.paging
        sheet.refusals = []
        return sheet
    }

    private static func page(_ name: String) -> [Sheet.Result] {
        [Sheet.Result(description: "A page.", schema: Schema.page(Schema.ref(name)), headers: ["Link"])]
    }

    static let summary = Sheet(
        id: "getSummary", tag: "Ecosystems", summary: "How much there is of everything", query: [.asOf],
        results: [Sheet.Result(description: "The counts.", schema: Schema.ref("Summary"))], refusals: [404])

    static let events = Sheet(
        id: "listEvents", tag: "Ecosystems", summary: "What happened, newest first",
        query: Sheet.Parameter.paging + [.asOf],
        results: page("Event"), refusals: [404])

    static let findings = Sheet(
        id: "listFindings", tag: "Ecosystems", summary: "What deserves attention, the worst first",
        query: Sheet.Parameter.paging + [.asOf], results: page("Finding"), refusals: [404])

    static let tasks = Sheet(
        id: "listTasks", tag: "Ecosystems", summary: "What is asked of whoever asks, the first due first",
        results: page("Task"), refusals: [404])

    /// The best hits; there is no second page.
    static let search = Sheet(
        id: "search", tag: "Ecosystems", summary: "Find records by words",
        query: [
            Sheet.Parameter(
                name: "query", description: "Words; all must occur.", schema: ["type": "string", "minLength": 1],
                required: true)
        ] + [.limit],
        results: page("SearchHit"), refusals: [404])

    static let changes = Sheet(
        id: "addChanges", tag: "Ecosystems", summary: "Many changes at once: all happen, or none", headers: [.key],
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("Changes")),
        results: [Sheet.Result(description: "What came of it.", schema: Schema.ref("Outcome"))], refusals: [404, 409])
}

/// The documentation of the method library.
enum LibrarySheets {
    static let list = Sheet(
        id: "listMethods", tag: "Methods", summary: "List methods",
        query: Sheet.Parameter.paging + [
            Sheet.Parameter(name: "family", description: "Only methods of this family.", schema: Schema.string)
        ],
        results: [
            Sheet.Result(
                description: "A page, by id.", schema: Schema.page(Schema.ref("MethodHead")), headers: ["Link"])
        ])

    static let read = Sheet(
        id: "getMethod", tag: "Methods", summary: "Get a method", headers: [.ifChanged],
        results: [
            Sheet.Result(description: "The method.", schema: Schema.ref("Method"), headers: ["ETag"]),
            Sheet.Result(status: 304, description: "You have it already.", headers: ["ETag"]),
        ], refusals: [404])
}

/// The documentation of the log's proofs.
enum LogSheets {
    private static func size(_ name: String, _ text: String, required: Bool = false) -> Sheet.Parameter {
        Sheet.Parameter(name: name, description: text, schema: Schema.whole, required: required)
    }

    static let checkpoint = Sheet(
        id: "getCheckpoint", tag: "Log", summary: "The signed checkpoint (C2SP signed note)",
        results: [Sheet.Result(description: "The note.", type: "text/plain", schema: Schema.string)], refusals: [503])

    static let key = Sheet(
        id: "getVerifierKey", tag: "Log", summary: "The public key with which checkpoints can be checked",
        results: [Sheet.Result(description: "The key.", type: "text/plain", schema: Schema.string)])

    static let inclusion = Sheet(
        id: "getInclusionProof", tag: "Log", summary: "Proof that an entry is in the log (RFC 6962)",
        query: [size("size", "The size of the log to prove it for; as it is now unless given.")],
        results: [Sheet.Result(description: "The proof.", schema: Schema.ref("InclusionProof"))], refusals: [404])

    static let evidence = Sheet(
        id: "getEvidence", tag: "Log",
        summary: "What an event's leaf is computed from, with its inclusion proof; for who may see all of the event",
        results: [Sheet.Result(description: "The evidence.", schema: Schema.ref("Evidence"))], refusals: [403, 404])

    static let consistency = Sheet(
        id: "getConsistencyProof", tag: "Log", summary: "Proof that a log only grew (RFC 6962)",
        query: [
            size("from", "The earlier size.", required: true), size("to", "The later size; as it is now unless given."),
        ],
        results: [Sheet.Result(description: "The proof.", schema: Schema.ref("ConsistencyProof"))])
}
