import Access
import Hummingbird

/// Slows down whoever asks too much: per session, token or address, writes and sign-ins sooner than reads.
package struct RateMiddleware: RouterMiddleware {
    package typealias Context = GateContext

    private let reads: RateLimiter
    private let writes: RateLimiter

    package init(reads: RateLimiter, writes: RateLimiter) {
        self.reads = reads
        self.writes = writes
    }

    /// What a person or a well-behaved program never reaches.
    package static var generous: RateMiddleware {
        RateMiddleware(
            reads: RateLimiter(burst: 2_000, refill: .milliseconds(2)),
            writes: RateLimiter(burst: 400, refill: .milliseconds(50)))
    }

    package func handle(
        _ request: Request, context: GateContext, next: (Request, GateContext) async throws -> Response
    ) async throws -> Response {
        let isRead = request.method == .get || request.method == .head
        if let account = context.visitor.account {
            try (isRead ? reads : writes).take("account \(account.id.rawValue)")
        } else if !isRead {
            try writes.take("address \(context.address)")
        }
        return try await next(request, context)
    }
}
