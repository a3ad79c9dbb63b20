import Kernel

/// The documentation of how responsibilities are divided.
enum DivisionSheets {
    private static let on = Sheet.Parameter(
        name: "on", description: "The day to look at; today unless given.",
        schema: ["type": "string", "format": "date"])

    static let matrix = Sheet(
        id: "getResponsibilityMatrix", tag: "Responsibilities", summary: "Who has which part in what, on a day",
        query: [on, .asOf],
        results: [
            Sheet.Result(
                description: "Empty for who may not see it.", schema: Schema.ref("ResponsibilityMatrix"))
        ], refusals: [404])

    static let gaps = Sheet(
        id: "getResponsibilityGaps", tag: "Responsibilities",
        summary: "What is not complete or not unambiguous in the division, and who bears too much", query: [on, .asOf],
        results: [Sheet.Result(description: "The gaps.", schema: Schema.ref("ResponsibilityGaps"))], refusals: [404])

    static let oscal = Sheet(
        id: "getResponsibilityDefinition", tag: "Responsibilities",
        summary: "The division as an OSCAL 1.1.2 component definition", query: [on, .asOf],
        results: [
            Sheet.Result(
                description: "The definition.", schema: ["type": "object", "additionalProperties": true])
        ], refusals: [404])

    static let table = Sheet(
        id: "addResponsibilityTable", tag: "Responsibilities",
        summary: "Take a table of responsibilities over: all of it or nothing", headers: [.key],
        body: Sheet.Body(types: Ask.json, schema: Schema.ref("ResponsibilityTable")),
        results: [Sheet.Result(description: "What came of it.", schema: Schema.ref("ResponsibilityOutcome"))],
        refusals: [404, 409])

    static let schemas: [String: Value] = [
        "ResponsibilityMatrix": Schema.object([
            "day": ["type": "string", "format": "date"], "parties": Schema.list(Schema.string),
            "rows": Schema.list(
                Schema.object([
                    "subject": Schema.string,
                    "parts": ["type": "object", "additionalProperties": Schema.string],
                ])),
        ]),
        "ResponsibilityGaps": Schema.object([
            "complete": Schema.flag,
            "gaps": Schema.list(
                Schema.object(["subject": Schema.string, "rule": Schema.string, "message": Schema.bothLanguages])),
            "overloads": Schema.list(
                Schema.object(["party": Schema.string, "accountable": Schema.whole, "involved": Schema.whole])),
        ]),
        "ResponsibilityTable": Schema.object(
            [
                "table": Schema.described(Schema.string, "CSV: a line for each assignment, or a matrix of letters."),
                "replacing": Schema.described(Schema.flag, "Also removes what the table does not have."),
                "from": ["type": "string", "format": "date"], "reason": Schema.string,
            ], required: ["table"]),
        "ResponsibilityOutcome": Schema.object([
            "sequence": Schema.whole, "changed": Schema.whole, "isRepeated": Schema.flag,
        ]),
    ]
}
