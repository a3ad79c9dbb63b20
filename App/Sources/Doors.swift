import API
import Ensemble
import Gate
import Hummingbird
import Logging
import Web

/// Everything that answers HTTP, put together.
struct Doors {
    let installation: Installation
    let configuration: Configuration

    func router() async throws -> Router<GateContext> {
        let router = Router(context: GateContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: LogRequestsMiddleware(.debug))
        router.add(middleware: HeadersMiddleware())
        addHealth(to: router)
        let visitors = VisitorMemory()
        let web = try await WebDoor(
            installation: installation, visitors: visitors, baseURL: configuration.url,
            log: Logger(label: "stelsel.web"))
        router.add(middleware: APIProblems())
        router.add(middleware: VisitorMiddleware(access: installation.access, remembered: visitors))
        router.add(middleware: WebErrors(door: web))
        router.add(middleware: RateMiddleware.generous)
        APIDoor(installation: installation, visitors: visitors).add(to: RouteBook(router))
        web.add(to: RouteBook(router))
        return router
    }

    /// Asked by machines, often: answers without looking at who asks.
    private func addHealth(to router: Router<GateContext>) {
        router.get("/health") { _, _ in
            let status = installation.readOnlyBecause == nil ? "ok" : "read-only"
            return Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: #"{"status":"\#(status)"}"#)))
        }
    }
}
