import Ecosystems
import Hummingbird
import Kernel

/// The OpenAPI 3.1 document, made from the endpoints themselves and the declarations of the kinds.
struct OpenAPIDocument: Sendable {
    let value: Value
    /// Changes when the document does.
    let tag: String

    static let sheet = Sheet(
        id: "getOpenAPI", tag: "Documentation", summary: "This document", headers: [.ifChanged],
        results: [
            Sheet.Result(description: "The document.", schema: Schema.fields, headers: ["ETag"]),
            Sheet.Result(status: 304, description: "You have it already.", headers: ["ETag"]),
        ])

    init(resources: [Endpoint], catalogue: Catalogue, contact: APIDoor.Contact) {
        let published = Endpoint(.get, "/openapi.json", Self.sheet) { _ in Answer(.none) }
        let all = resources + [published]
        value = [
            "openapi": "3.1.0", "info": Self.info(contact), "servers": [["url": .string(APIDoor.root)]],
            "security": [.map([:]), ["token": ["read"]], ["session": []]], "tags": .list(Self.tags(all, catalogue)),
            "paths": .map(Self.paths(all)), "components": Self.components(catalogue),
        ]
        tag = "\(APIDoor.version)-\(Self.fingerprint(CanonicalJSON.bytes(value)))"
    }

    /// FNV-1a: the same bytes give the same text, at every start.
    private static func fingerprint(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    private static func info(_ contact: APIDoor.Contact) -> Value {
        [
            "title": "Stelsel", "version": .string(APIDoor.version),
            "summary": "Map, agree, run and measure an ecosystem of organisations.",
            "description":
                """
            Every kind of record of an ecosystem, with its history. Reading shows what your rights allow; writing takes an API \
            token. Errors are problem documents in Dutch or English (`Accept-Language`).
            """,
            "contact": ["name": .string(contact.name), "email": .string(contact.email), "url": .string(contact.url)],
            "license": ["name": "EUPL-1.2", "identifier": "EUPL-1.2"],
        ]
    }

    private static func tags(_ endpoints: [Endpoint], _ catalogue: Catalogue) -> [Value] {
        var seen: Set<String> = []
        return endpoints.map(\.sheet.tag).filter { seen.insert($0).inserted }.map { name in
            var tag: [String: Value] = ["name": .string(name)]
            if let kind = catalogue.kinds.first(where: { $0.pluralTypeName == name }) {
                tag["description"] = .string(kind.naming.meaning.en)
            }
            return .map(tag)
        }
    }

    private static func paths(_ endpoints: [Endpoint]) -> [String: Value] {
        endpoints.reduce(into: [:]) { paths, endpoint in
            var item = paths[endpoint.path]?.map ?? [:]
            item[endpoint.method.rawValue.lowercased()] = Operation(endpoint).value
            paths[endpoint.path] = .map(item)
        }
    }

    private static func components(_ catalogue: Catalogue) -> Value {
        var schemas = CommonSchemas.all
        let others = [
            AgreementSheets.schemas, AgreementSheets.lifeSchemas, ObligationSheets.schemas, NetworkSheets.schemas,
            DecisionSheets.schemas, DivisionSheets.schemas, DisputeSheets.schemas, DrawsResource.schemas,
            SeatsResource.schemas,
        ]
        for more in others {
            schemas.merge(more) { first, _ in first }
        }
        for kind in catalogue.kinds {
            schemas[kind.typeName] = kind.readSchema
            schemas[kind.typeName + "Input"] = kind.writeSchema
            schemas[kind.typeName + "Patch"] = Schema.described(
                Schema.fields, "Any of the fields of \(kind.typeName)Input; null clears one.")
        }
        return [
            "schemas": .map(schemas), "headers": headers, "responses": .map(Operation.refusals),
            "securitySchemes": [
                "token": ["type": "http", "scheme": "bearer", "description": .string(scopes)],
                "session": [
                    "type": "apiKey", "in": "cookie", "name": "stelsel",
                    "description": "The session of a signed-in browser; for reading only.",
                ],
            ],
        ]
    }

    private static let scopes = """
        An API token (`stl_…`), for all ecosystems or for one. Each scope means itself. `read`: reading what the account may see \
        in its roles. `write`: changing what those roles allow; without `read` the answer is a `Receipt`. `admin`: besides, the \
        rights of an administrator in both; only for the account of an administrator. What a token lacks is refused with 403, \
        `token-scope`, and named. What is open to all, such as the method library and the log, asks for no scope.
        """

    private static let headers: Value = [
        "Allow": ["description": "What the address does.", "schema": Schema.string],
        "Retry-After": ["description": "After how many seconds to try again.", "schema": Schema.whole],
        "WWW-Authenticate": ["description": "`Bearer`.", "schema": Schema.string],
        "API-Version": ["description": "The exact version of this API.", "schema": Schema.string],
        "ETag": ["description": "The version of the record.", "schema": Schema.string],
        "Link": ["description": "The next page (`rel=\"next\"`).", "schema": Schema.string],
        "Location": ["description": "The address of the new record.", "schema": Schema.string],
    ]
}
