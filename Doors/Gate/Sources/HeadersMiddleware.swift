import HTTPTypes
import Hummingbird

/// Headers that every answer carries: nothing from elsewhere, no framing, no guessing of types.
package struct HeadersMiddleware: RouterMiddleware {
    package typealias Context = GateContext

    package init() {}

    package func handle(
        _ request: Request, context: GateContext, next: (Request, GateContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    private static let headers: [(HTTPField.Name, String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
