import Access
import Ecosystems
import Ensemble
import Foundation
import Gate
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import MethodLibrary
import NIOConcurrencyHelpers
import Testing

@testable import API

/// A small Stelsel in a temporary folder with its API in front: the ecosystem `beekdal`, an administrator, a reader and a stranger.
struct Sample: Sendable {
    static let start: Int64 = 1_763_700_000_000  // 2025-11-21T04:40:00Z
    static let hour: Int64 = 3_600_000

    let installation: Installation
    let book: RouteBook.Entries
    let time: NIOLockedValueBox<Int64>
    /// Tokens: of an administrator to write, the same to read only, the same for another ecosystem only.
    let writing: String
    let reading: String
    let elsewhere: String
    let cookie: String
    let administrator: Account.ID
    private let responder: RouterResponder<GateContext>

    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let methods: Library = {
        do { return try Library.load(folder: repository.appendingPathComponent("Methods").path) } catch {
            Issue.record("\(error)")
            return Library()
        }
    }()

    /// - Parameter rate: slows down who asks too much; nobody unless given.
    init(rate: RateMiddleware? = nil) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stelsel-api-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let time = NIOLockedValueBox(Self.start)
        self.time = time
        installation = try Installation.open(
            store: folder.appendingPathComponent("store.sqlite").path, methods: Self.methods,
            clock: Clock { time.withLockedValue { $0 } })
        let access = installation.access
        let account = try await access.createAccount(
            contact: Contact(name: "Beheerder van het beekdal"), administrator: true)
        administrator = account.id
        let end = Date(timeIntervalSince1970: Double(Self.start) / 1000 + 30 * 86_400)
        func token(_ scopes: Set<APIToken.Scope>, _ ecosystem: String? = nil) async throws -> String {
            try await access.createToken(
                for: account.id, name: "proef", scopes: scopes, ecosystem: ecosystem, expires: end
            ).plaintext.plaintext
        }
        writing = try await token([.read, .write, .admin])
        reading = try await token([.read])
        elsewhere = try await token([.read, .write], "zandrug")
        cookie = try await access.createSession(
            for: account.id, means: .link, device: "proef"
        ).token.plaintext
        let router = Router(context: GateContext.self, options: .autoGenerateHeadEndpoints)
        let visitors = VisitorMemory()
        router.add(middleware: HeadersMiddleware())
        router.add(middleware: APIProblems())
        router.add(middleware: VisitorMiddleware(access: access, remembered: visitors))
        if let rate { router.add(middleware: rate) }
        let book = RouteBook(router)
        APIDoor(installation: installation, visitors: visitors).add(to: book)
        self.book = RouteBook.Entries(book.entries)
        responder = router.buildResponder()
        try await seed()
    }

    private func seed() async throws {
        let ecosystem = try await installation.host.begin("beekdal")
        let names = ["gemeente", "waterschap", "hogeschool", "bewoners", "aannemer"]
        let sectors = ["government", "government", "knowledge", "citizens", "company"]
        let organisations = zip(names, sectors).map { name, sector in
            RecordChange("organisations", name, .add(["name": .string(name.capitalized), "sector": .string(sector)]))
        }
        let profile: [String: Value] = ["name": "Beekdal", "languages": ["nl"]]
        _ = try await ecosystem.perform(
            ChangeRecords([RecordChange("ecosystems", "beekdal", .add(profile))] + organisations), by: .atTheMachine)
    }

    /// A token of an account, of the administrator unless another is given.
    func token(_ scopes: Set<APIToken.Scope>, for account: Account.ID? = nil) async throws -> String {
        try await installation.access.createToken(
            for: account ?? administrator, name: "proef", scopes: scopes,
            expires: Date(timeIntervalSince1970: Double(Self.start) / 1000 + 30 * 86_400)
        ).plaintext.plaintext
    }

    /// An account that acts as this person of the ecosystem.
    func member(_ person: String) async throws -> Account.ID {
        let account = try await installation.access.createAccount(contact: Contact(name: "Lid"), administrator: false)
        try await installation.access.bind(account.id, ecosystem: "beekdal", person: person)
        return account.id
    }

    /// What the OpenAPI document says.
    func document() async throws -> Value {
        let value = OpenAPIDocument(
            resources: APIDoor(installation: installation, visitors: VisitorMemory()).resources,
            catalogue: installation.catalogue, contact: .unnamed
        ).value
        try await installation.close()
        return value
    }

    /// Lets time pass.
    func wait(_ milliseconds: Int64) { time.withLockedValue { $0 += milliseconds } }

    func run(_ story: @escaping @Sendable (Talk) async throws -> Void) async throws {
        let sample = self
        try await Application(responder: responder).test(.router) { client in
            try await story(Talk(client: client, sample: sample))
        }
        try await installation.close()
    }
}

extension RouteBook {
    /// A copy of the list of routes that may cross threads.
    struct Entries: Sendable {
        let all: [Entry]
        init(_ entries: [Entry]) { all = entries }
    }
}

/// One conversation with the API.
struct Talk: Sendable {
    let client: any TestClientProtocol
    let sample: Sample

    struct Reply: Sendable {
        let status: Int
        let headers: HTTPFields
        let text: String
        let value: Value

        subscript(key: String) -> Value { value[key] }
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
        var tag: String? { headers[.eTag] }
        var rules: [String] { value["errors"].list?.compactMap { $0["rule"].string } ?? [] }
        var ids: [String] { value["items"].list?.compactMap { $0["id"].string } ?? [] }
    }

    /// `token`: nil for nobody.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: Value? = nil, token: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> Reply {
        try await raw(
            method, path, body.map { CanonicalJSON.bytes($0) }, token: token,
            headers: body == nil ? headers : headers.merging(["Content-Type": "application/json"]) { given, _ in given }
        )
    }

    func raw(
        _ method: HTTPRequest.Method, _ path: String, _ bytes: [UInt8]?, token: String? = nil,
        headers: [String: String] = [:], root: String = "/api/v1"
    ) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers { fields.set(name, value) }
        if let token { fields[.authorization] = "Bearer \(token)" }
        return try await client.execute(
            uri: root + path, method: method, headers: fields, body: bytes.map { ByteBuffer(bytes: $0) }
        ) { response in
            let bytes = Array(response.body.readableBytesView)
            let value = (try? JSONReader.read(bytes)) ?? .null
            return Reply(
                status: response.status.code, headers: response.headers, text: String(decoding: bytes, as: UTF8.self),
                value: value)
        }
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send(.get, path, token: sample.reading, headers: headers)
    }

    func write(
        _ method: HTTPRequest.Method, _ path: String, _ body: Value? = nil, headers: [String: String] = [:]
    ) async throws -> Reply {
        try await send(method, path, body, token: sample.writing, headers: headers)
    }
}
