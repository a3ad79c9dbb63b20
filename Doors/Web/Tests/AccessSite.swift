import Access
import Ecosystems
import Foundation
import Gate
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Ledger
import Logging
import MethodLibrary
import NIOConcurrencyHelpers
import Parties
import Testing

@testable import Ensemble
@testable import Web

/// A clock that stands still until a test moves it. 2026-11-20T12:00:00Z.
final class AccessClock: Sendable {
    private let moment = NIOLockedValueBox<Int64>(1_795_176_000_000)
    var now: Int64 { moment.withLockedValue { $0 } }
    func advance(days: Int64) { moment.withLockedValue { $0 += days * 86_400_000 } }
}

/// The web door over a store in a folder of its own, asked through the router.
final class AccessSite: Sendable {
    static let base = "http://localhost:8080"
    let folder: URL
    let clock: AccessClock
    let installation: Installation
    let door: WebDoor
    let entries: [RouteBook.Entry]

    var access: AccessStore { installation.access }

    convenience init(base: String = AccessSite.base) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "web-access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await self.init(folder: folder, clock: AccessClock(), base: base, readOnly: false)
    }

    /// The same store, as after a start in doubt.
    func reopenedReadOnly() async throws -> AccessSite {
        try await AccessSite(folder: folder, clock: clock, base: Self.base, readOnly: true)
    }

    private init(folder: URL, clock: AccessClock, base: String, readOnly: Bool) async throws {
        self.folder = folder
        self.clock = clock
        installation = try Self.installation(folder.appending(path: "store.sqlite").path, clock, readOnly: readOnly)
        door = try await WebDoor(
            installation: installation, visitors: VisitorMemory(), baseURL: base, log: Logger(label: "test"))
        entries = Self.mounted(door, installation).entries
    }

    private static func mounted(
        _ door: WebDoor, _ installation: Installation
    ) -> (router: Router<GateContext>, entries: [RouteBook.Entry]) {
        let router = Router(context: GateContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            HeadersMiddleware()
            VisitorMiddleware(access: installation.access, remembered: door.visitors)
            WebErrors(door: door)
        }
        let book = RouteBook(router)
        door.add(to: book)
        return (router, book.entries)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Rights of tests: an administrator may do everything.
    private static func installation(_ path: String, _ clock: AccessClock, readOnly: Bool) throws -> Installation {
        let ledger = try LedgerStore.open(path: path, readOnly: readOnly, now: { clock.now })
        let access = try AccessStore.open(
            path: path, readOnly: readOnly, now: { Date(timeIntervalSince1970: Double(clock.now) / 1000) })
        let catalogue = Catalogue(
            [PartiesContext.parts],
            rights: { caller, _ in
                var rights = Rights()
                rights.administers = caller.administrator
                rights.mayWrite = caller.mayWrite
                return rights
            })
        let time = Clock { clock.now }
        let host = EcosystemHost(ledger: ledger, catalogue: catalogue, methods: try methods(), clock: time)
        return Installation(
            host: host, access: access, methods: try methods(), clock: time,
            fault: readOnly ? "test" : nil)
    }

    private static func methods() throws -> Library { try library.get() }

    /// Read once for all tests.
    private static let library = Result<Library, any Error> {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
        return try Library.load(folder: "\(root)/Methods")
    }

    /// An ecosystem with one organisation and two persons.
    func ecosystem() async throws {
        let changes = ChangeRecords([
            RecordChange("ecosystems", "deal", .put(["name": "De deal", "languages": ["nl"]])),
            RecordChange("organisations", "zwolle", .put(["name": "Gemeente Zwolle", "sector": "government"])),
            RecordChange("persons", "trekker", .put(["organisation": "zwolle", "function": "Trekker"])),
            RecordChange("persons", "jurist", .put(["organisation": "zwolle", "function": "Jurist"])),
        ])
        _ = try await installation.host.begin("deal").perform(changes, by: .atTheMachine)
    }

    func account(_ name: String = "Sanne", administrator: Bool = false) async throws -> Account {
        try await access.createAccount(
            contact: Contact(name: name, email: "\(name.lowercased())@example.nl"), administrator: administrator)
    }

    func link(for account: Account, _ purpose: Invitation.Purpose = .join) async throws -> String {
        try await access.invite(account.id, purpose: purpose, validFor: .seconds(86_400)).plaintext
    }

    func test(_ work: @Sendable @escaping (AccessBrowser) async throws -> Void) async throws {
        let door = door
        try await Application(router: Self.mounted(door, installation).router).test(.router) { client in
            try await work(AccessBrowser(client: client, door: door))
        }
    }
}

/// A browser without a memory: each request says who it is.
struct AccessBrowser: Sendable {
    let client: any TestClientProtocol
    let door: WebDoor
    /// The session's token and its id, once signed in.
    var session: (secret: String, id: Session.ID)?

    /// The same browser, signed in.
    func signedIn(_ account: Account) async throws -> AccessBrowser {
        let (session, token) = try await door.installation.access.createSession(
            for: account.id, means: .link, device: "Firefox · Linux")
        return AccessBrowser(client: client, door: door, session: (token.plaintext, session.id))
    }

    var csrf: String { session.map { door.forgery.token(for: $0.id) } ?? "" }

    func get(_ path: String, language: String = "nl") async throws -> AccessAnswer {
        try await send(.get, path, [.acceptLanguage: language], "")
    }

    /// Sends a form with its hidden field; `csrf` is given only by those who forge it.
    func post(_ path: String, _ fields: [(String, String)] = [], csrf: String? = nil) async throws -> AccessAnswer {
        let all = fields + [("csrf", csrf ?? self.csrf)]
        let body = all.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(.post, path, [.contentType: "application/x-www-form-urlencoded"], body)
    }

    func script(_ path: String, _ json: String = "{}", csrf: String? = nil, origin: String? = nil) async throws
        -> AccessAnswer
    {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("X-CSRF-Token"), session != nil || csrf != nil {
            headers[name] = csrf ?? self.csrf
        }
        if let origin { headers[.origin] = origin }
        return try await send(.post, path, headers, json)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: String) async throws
        -> AccessAnswer
    {
        var headers = headers
        if let session { headers[.cookie] = "\(VisitorMiddleware.cookie)=\(session.secret)" }
        return try await client.execute(uri: path, method: method, headers: headers, body: ByteBuffer(string: body)) {
            AccessAnswer(
                status: $0.status, headers: $0.headers, body: String(buffer: $0.body))
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

struct AccessAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: String

    var location: String { headers[.location] ?? "" }
    var cookies: [String] { headers[values: .setCookie] }
    /// The session's token that this answer sets.
    var session: String? {
        cookies.first { $0.hasPrefix("\(VisitorMiddleware.cookie)=") }?.split(separator: ";").first.map {
            String($0.dropFirst(VisitorMiddleware.cookie.count + 1))
        }
    }

    func value(of testID: String) -> String? {
        guard let place = body.range(of: "data-testid=\"\(testID)\" value=\"") else { return nil }
        return String(body[place.upperBound...].prefix { $0 != "\"" })
    }

    func json() throws -> Value { try JSONReader.read(Array(body.utf8)) }
}
