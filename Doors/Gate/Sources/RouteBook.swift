import Hummingbird

/// Which right a route asks for, and who checks it.
package enum Policy: String, Sendable, CaseIterable {
    /// Everybody may ask; what is shown follows from rights.
    case read
    /// Signing in itself.
    case signingIn
    /// A signed-in visitor, about their own account.
    case ownAccount
    /// The command names its requirement and the ecosystem checks it.
    case command
    /// Administrators of the installation.
    case administer
}

/// Every route of a door with its policy: the only way to add one. A test reads the list.
package final class RouteBook {
    package struct Entry: Sendable, Hashable {
        package let method: HTTPRequest.Method
        package let path: String
        package let policy: Policy
    }

    private let router: Router<GateContext>
    package private(set) var entries: [Entry] = []

    package init(_ router: Router<GateContext>) { self.router = router }

    /// Adds a route. Anything but GET asks for a policy above `read`; a `read` policy on a write route is refused by a test.
    package func on(
        _ method: HTTPRequest.Method, _ path: String, _ policy: Policy,
        use handler: @escaping @Sendable (Request, GateContext) async throws -> Response
    ) {
        entries.append(Entry(method: method, path: path, policy: policy))
        router.on(RouterPath(path), method: method) { request, context in
            try policy.check(context.visitor)
            return try await handler(request, context)
        }
    }

    /// Answers a path that is known but not for this method: 405, or what it does take when asked by OPTIONS. Call it last.
    package func refuseOtherMethods() {
        for (path, known) in Dictionary(grouping: entries, by: \.path) {
            var allowed = known.map(\.method)
            if allowed.contains(.get) { allowed.append(.head) }
            let refusal = WrongMethod(allowed: allowed)
            let others: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]
            for method in others where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in throw refusal }
            }
            router.on(RouterPath(path), method: .options) { _, _ in
                Response(status: .noContent, headers: [.allow: refusal.allow])
            }
        }
    }

    package func get(
        _ path: String, use handler: @escaping @Sendable (Request, GateContext) async throws -> Response
    ) { on(.get, path, .read, use: handler) }
}
