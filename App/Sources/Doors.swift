import Ensemble
import Gate
import Hummingbird
import Logging

/// Everything that answers HTTP, put together.
struct Doors {
    let installation: Installation
    let configuration: Configuration

    func router() -> Router<GateContext> {
        let router = Router(context: GateContext.self)
        router.add(middleware: LogRequestsMiddleware(.debug))
        router.add(middleware: HeadersMiddleware())
        addHealth(to: router)
        router.add(middleware: VisitorMiddleware(access: installation.access, remembered: VisitorMemory()))
        router.add(middleware: RateMiddleware.generous)
        // The doors are mounted here, each on a route book of its own.
        return router
    }

    /// Asked by machines, often: answers without looking at who asks.
    private func addHealth(to router: Router<GateContext>) {
        let status = installation.readOnlyBecause == nil ? "ok" : "read-only"
        router.get("/health") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: #"{"status":"\#(status)"}"#)))
        }
    }
}
