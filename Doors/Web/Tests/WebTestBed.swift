import Access
import Ecosystems
import Foundation
import Gate
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import MethodLibrary

@testable import Ensemble
@testable import Web

/// The web door over a store with one of the example ecosystems, asked through the router. Today is 20 November 2026.
final class WebTestBed: Sendable {
    let folder: URL
    let installation: Installation
    let door: WebDoor
    let id: String

    init(_ example: String) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "web-bed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
        installation = try Installation.open(
            store: folder.appending(path: "store.sqlite").path, methods: try Library.load(folder: "\(root)/Methods"),
            clock: .fixed(1_795_176_000_000))
        let content = FolderReader.read("\(root)/Examples/\(example)", catalogue: installation.catalogue)
        id = content.id
        let ecosystem = try await installation.host.begin(content.id)
        _ = try await ecosystem.perform(ChangeRecords(content.changes, process: true), by: .atTheMachine)
        door = try await WebDoor(
            installation: installation, visitors: VisitorMemory(), baseURL: "http://localhost:8080",
            log: Logger(label: "test"))
    }

    private func router() -> Router<GateContext> {
        let router = Router(context: GateContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            HeadersMiddleware()
            VisitorMiddleware(access: installation.access, remembered: door.visitors)
            WebErrors(door: door)
        }
        door.add(to: RouteBook(router))
        return router
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A browser of someone who acts as a person of the ecosystem, or of an administrator.
    func browser(_ client: any TestClientProtocol, as person: String? = nil, administrator: Bool = false) async throws
        -> AccessBrowser
    {
        let browser = AccessBrowser(client: client, door: door)
        guard person != nil || administrator else { return browser }
        let account = try await installation.access.createAccount(
            contact: Contact(name: "Sam", email: "\(UUID().uuidString)@example.nl"), administrator: administrator)
        if let person { try await installation.access.bind(account.id, ecosystem: id, person: person) }
        return try await browser.signedIn(account)
    }

    func test(_ work: @Sendable @escaping (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: router()).test(.router) { try await work($0) }
    }

    func reader() async throws -> Reader {
        try await installation.host.ecosystem(id).reader(for: .atTheMachine)
    }
}
