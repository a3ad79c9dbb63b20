import Access
import Ensemble
import Foundation
import Gate
import Hummingbird
import Kernel
import Logging
import Markup

/// The web door: pages rendered on the server from the state in memory.
package struct WebDoor: Sendable {
    package let installation: Installation
    package let visitors: VisitorMemory
    package let forgery: RequestForgery
    /// The address by which browsers know this server; passkeys are bound to it.
    package let relyingParty: RelyingParty
    package let isSecure: Bool
    package let log: Logger
    let cache = PageCache()

    package init(installation: Installation, visitors: VisitorMemory, baseURL: String, log: Logger) async throws {
        self.installation = installation
        self.visitors = visitors
        self.log = log
        // A store in doubt keeps no new key; its forms are refused anyway.
        forgery =
            installation.access.isReadOnly
            ? RequestForgery(key: AccessStore.systemRandom(32)) : try await installation.access.requestForgery()
        isSecure = baseURL.hasPrefix("https:")
        let host = URL(string: baseURL)?.host ?? "localhost"
        relyingParty = try RelyingParty(id: host, name: "Stelsel", origins: [baseURL])
    }

    /// Adds every page to the router.
    package func add(to book: RouteBook) {
        addAssets(to: book)
        addRecords(to: book)
        addOverview(to: book)
        addMap(to: book)
        addMapNumbers(to: book)
        addMethods(to: book)
        addAccess(to: book)
        addParties(to: book)
        addLifecycle(to: book)
        addPurpose(to: book)
        addAgreements(to: book)
        addGovernance(to: book)
        addDecisions(to: book)
        addResponsibilities(to: book)
        addSelections(to: book)
        addDisputes(to: book)
        book.refuseOtherMethods()
    }

    /// A page for readers: errors become pages too.
    package func page(
        _ book: RouteBook, _ path: String, _ show: @escaping @Sendable (Visit) async throws -> Response
    ) { on(book, .get, path, .read, show) }

    package func on(
        _ book: RouteBook, _ method: HTTPRequest.Method, _ path: String, _ policy: Policy,
        _ answer: @escaping @Sendable (Visit) async throws -> Response
    ) {
        book.on(method, path, policy) { request, context in
            try await answer(Visit(request, context, self))
        }
    }
}

/// Turns what goes wrong into a page that says what, why and what to do.
package struct WebErrors: RouterMiddleware {
    package typealias Context = GateContext
    let door: WebDoor

    package init(door: WebDoor) { self.door = door }

    package func handle(
        _ request: Request, context: GateContext, next: (Request, GateContext) async throws -> Response
    ) async throws -> Response {
        guard !request.isForPrograms else { return try await next(request, context) }
        if let elsewhere = Response.withoutNeedlessSlashes(request) { return elsewhere }
        do { return try await next(request, context) } catch {
            let visit = Visit(request, context, door)
            return visit.signInFirst(error) ?? visit.show(error)
        }
    }
}

extension Visit {
    /// An error as a page.
    package func show(_ error: any Error) -> Response {
        if let early = error as? BeforeTheStart { return show(early) }
        guard let told = Told(error) else {
            door.log.error(
                "unexpected", metadata: ["request": "\(context.id)", "error": "\(String(reflecting: error))"])
            return show(
                failure(
                    say("Er ging iets mis bij ons", "Something went wrong on our side"), .internalServerError,
                    "<p>\(say("Noem dit nummer als u hulp vraagt:", "Mention this number when you ask for help:")) <code>\(context.id)</code></p>"
                ))
        }
        let problems: HTML = told.problems.html { problem in
            "<li><p>\(say(problem.message)) \(say(problem.mend))</p><p class=\"quiet\">\(say("regel", "rule")) <code>\(problem.rule)</code></p></li>"
        }
        var response = show(failure(title(told.status), told.status, "<ul class=\"problems\">\(problems)</ul>"))
        response.headers.append(contentsOf: told.headers)
        return response
    }

    private func failure(_ title: String, _ status: HTTPResponse.Status, _ content: HTML) -> Page {
        var page = Page(
            title,
            """
            <div class="narrow"><h1>\(title)</h1>\(content)
            <p><a href="\(Path.home)">\(say("Naar het begin", "To the start"))</a></p></div>
            """)
        page.status = status
        return page
    }

    private func title(_ status: HTTPResponse.Status) -> String {
        switch status {
        case .notFound: say("Dit is er niet", "This is not here")
        case .forbidden, .unauthorized: say("Dit mag u niet", "You may not do this")
        case .conflict: say("Iemand was u voor", "Someone was ahead of you")
        case .tooManyRequests: say("Even wachten", "Wait a moment")
        case .serviceUnavailable: say("Dit kan nu niet", "This cannot be done now")
        default: say("Dit klopt niet", "This is not right")
        }
    }
}
