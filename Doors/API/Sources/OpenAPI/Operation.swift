import Hummingbird
import Kernel

/// One operation as the OpenAPI document writes it.
struct Operation: Sendable {
    private let endpoint: Endpoint
    private var sheet: Sheet { endpoint.sheet }

    init(_ endpoint: Endpoint) { self.endpoint = endpoint }

    var value: Value {
        var value: [String: Value] = [
            "operationId": .string(sheet.id), "summary": .string(sheet.summary), "tags": [.string(sheet.tag)],
            "responses": .map(responses),
        ]
        let parameters = self.parameters
        if !parameters.isEmpty { value["parameters"] = .list(parameters) }
        if let body = sheet.body {
            value["requestBody"] = ["required": true, "content": Self.content(body.types, body.schema)]
        }
        if endpoint.method != .get { value["security"] = [["token": ["write"]]] }
        return .map(value)
    }

    private var parameters: [Value] {
        endpoint.pathParameters.map { name in
            [
                "name": .string(name), "in": "path", "required": true,
                "schema": ["leaf", "sequence"].contains(name) ? Schema.whole : Schema.identifier,
            ]
        } + sheet.query.map { Self.parameter($0, in: "query") } + sheet.headers.map { Self.parameter($0, in: "header") }
    }

    private static func parameter(_ parameter: Sheet.Parameter, in place: String) -> Value {
        [
            "name": .string(parameter.name), "in": .string(place), "description": .string(parameter.description),
            "required": .flag(parameter.required), "schema": parameter.schema,
        ]
    }

    private static func content(_ types: [String], _ schema: Value) -> Value {
        .map(Dictionary(types.map { ($0, ["schema": schema]) }, uniquingKeysWith: { first, _ in first }))
    }

    private var responses: [String: Value] {
        var responses: [String: Value] = [:]
        for result in sheet.results { responses[String(result.status)] = Self.response(result) }
        for status in refusals {
            responses[String(status)] = ["$ref": .string("#/components/responses/Refusal\(status)")]
        }
        return responses
    }

    private static func response(_ result: Sheet.Result) -> Value {
        var value: [String: Value] = ["description": .string(result.description)]
        value["headers"] = headers(["API-Version"] + result.headers)
        if let schema = result.schema { value["content"] = content([result.type], schema) }
        return .map(value)
    }

    /// The refusals that this operation names, and those that follow from what it takes in.
    private var refusals: Set<Int> {
        var statuses = Set(sheet.refusals).union([401, 429, 500])
        if endpoint.method != .get { statuses.formUnion([400, 403, 503]) }
        if sheet.body != nil { statuses.formUnion([413, 415]) }
        if !parameters.isEmpty { statuses.formUnion([400, 403]) }
        return statuses
    }

    /// Every refusal once, by the name that operations refer to.
    static let refusals: [String: Value] = Dictionary(
        StatusTitle.titles.map { status, title in
            (
                "Refusal\(status)",
                [
                    "description": .string(title.en), "headers": headers(["API-Version"] + (telling[status] ?? [])),
                    "content": content(["application/problem+json"], Schema.ref("Problem")),
                ]
            )
        }, uniquingKeysWith: { first, _ in first })

    /// Headers that say what to do after a refusal.
    private static let telling = [401: ["WWW-Authenticate"], 405: ["Allow"], 429: ["Retry-After"]]

    private static func headers(_ names: [String]) -> Value {
        let refs = names.map { ($0, ["$ref": .string("#/components/headers/\($0)")] as Value) }
        return .map(Dictionary(refs, uniquingKeysWith: { first, _ in first }))
    }
}
