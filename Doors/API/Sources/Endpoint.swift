import Gate
import Hummingbird
import Kernel

/// One operation of the API: where it lives, what the documentation says of it, and what it does.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// Below `/api/v1`, with parameters as `{id}`.
    let path: String
    let sheet: Sheet
    let handle: @Sendable (Ask) async throws -> Answer

    init(
        _ method: HTTPRequest.Method, _ path: String, _ sheet: Sheet,
        handle: @escaping @Sendable (Ask) async throws -> Answer
    ) {
        self.method = method
        self.path = path
        self.sheet = sheet
        self.handle = handle
    }

    /// Reading is open, what is shown follows from rights; every write is a command that the ecosystem checks.
    var policy: Policy { method == .get ? .read : .command }

    var routerPath: String { path.replacing("{", with: ":").replacing("}", with: "") }

    /// Names between braces in the path.
    var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// A misspelt query parameter would silently be ignored; say so instead.
    func refuseUnknownQuery(of ask: Ask) throws(Refusal) {
        let known = sheet.query.map(\.name) + ["lang"]
        let problems = ask.queryNames.filter { !known.contains($0) }.map { Problem.unknownQuery($0, known: known) }
        if !problems.isEmpty { throw .invalid(problems) }
    }
}

/// What the OpenAPI document says of one operation.
struct Sheet: Sendable {
    struct Parameter: Sendable {
        let name: String
        let description: String
        let schema: Value
        var required = false
    }

    struct Body: Sendable {
        let types: [String]
        let schema: Value
    }

    /// What a good answer holds.
    struct Result: Sendable {
        var status = 200
        let description: String
        var type = "application/json"
        /// Nil: no content.
        var schema: Value?
        var headers: [String] = []
    }

    let id: String
    let tag: String
    let summary: String
    var query: [Parameter] = []
    var headers: [Parameter] = []
    var body: Body?
    var results: [Result]
    /// Statuses of refusals beyond those that follow from parameters and body.
    var refusals: [Int] = []
}
