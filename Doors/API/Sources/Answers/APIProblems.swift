import Gate
import Hummingbird
import Kernel

/// Tells as problems what never reaches a route of the API: unknown paths, refused tokens, too many requests.
/// Put it before all other middleware; it leaves every path outside `/api` alone.
package struct APIProblems: RouterMiddleware {
    package typealias Context = GateContext

    package init() {}

    package func handle(
        _ request: Request, context: GateContext, next: (Request, GateContext) async throws -> Response
    ) async throws -> Response {
        guard request.isForPrograms else { return try await next(request, context) }
        do {
            if let path = request.pathWithoutNeedlessSlashes, path.hasPrefix(APIDoor.root + "/") {
                throw APIRefusal.needlessSlash(path)
            }
            var response = try await next(request, context)
            response.headers.mark()
            return response
        } catch let error as HTTPError where error.status == .notFound {
            return ProblemAnswer(APIRefusal.unknownPath, ask: Ask(request, context)).answer.response
        } catch {
            return ProblemAnswer(error, ask: Ask(request, context)).answer.response
        }
    }
}
