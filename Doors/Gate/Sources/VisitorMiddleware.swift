import Access
import Foundation
import Hummingbird
import Kernel
import NIOConcurrencyHelpers

/// Finds out who is at the door: by session cookie for pages, by bearer token for the API.
package struct VisitorMiddleware: RouterMiddleware {
    package typealias Context = GateContext

    package static let cookie = "stelsel"
    private let access: AccessStore
    private let remembered: VisitorMemory

    package init(access: AccessStore, remembered: VisitorMemory) {
        self.access = access
        self.remembered = remembered
    }

    package func handle(
        _ request: Request, context: GateContext, next: (Request, GateContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.visitor = try await visitor(request)
        return try await next(request, context)
    }

    private func visitor(_ request: Request) async throws -> Visitor {
        var visitor = Visitor()
        if request.isForPrograms, let given = request.headers[.authorization] {
            let (token, account) = try await access.resolveToken(WrongAuthorization.token(in: given))
            visitor.token = token
            visitor.account = account
            visitor.seats = try await access.seats(account.id)
        } else if let secret = request.cookies[Self.cookie]?.value, let known = await known(secret) {
            visitor = known
        }
        visitor.language = language(request, visitor.account)
        return visitor
    }

    /// A session that has ended is simply nobody.
    private func known(_ secret: String) async -> Visitor? {
        if let visitor = remembered[secret] { return visitor }
        do {
            let (session, account) = try await access.resolveSession(secret)
            var visitor = Visitor()
            visitor.session = session
            visitor.account = account
            visitor.seats = try await access.seats(account.id)
            remembered[secret] = visitor
            return visitor
        } catch { return nil }
    }

    /// The language asked for in the address, else the visitor's own, else the cookie's, else the browser's.
    private func language(_ request: Request, _ account: Account?) -> Language {
        if let asked = request.uri.queryParameters["lang"].flatMap({ Language(rawValue: String($0)) }) { return asked }
        if let chosen = request.cookies["lang"].flatMap({ Language(rawValue: $0.value) }) { return chosen }
        if let account { return account.language == .en ? .en : .nl }
        let accepted = request.headers[.acceptLanguage]?.lowercased() ?? ""
        guard let english = accepted.range(of: "en") else { return .nl }
        return accepted.range(of: "nl").map { $0.lowerBound < english.lowerBound } == true ? .nl : .en
    }
}

/// Sessions seen a moment ago, so that a page costs no reading of the store. A revoked session lives on for at most five seconds.
package final class VisitorMemory: Sendable {
    private let entries = NIOLockedValueBox<[String: (visitor: Visitor, until: ContinuousClock.Instant)]>([:])

    package init() {}

    package subscript(secret: String) -> Visitor? {
        get {
            entries.withLockedValue { entries in
                guard let entry = entries[secret], entry.until > .now else { return nil }
                return entry.visitor
            }
        }
        set {
            entries.withLockedValue { entries in
                if entries.count > 10_000 { entries.removeAll() }
                entries[secret] = newValue.map { ($0, .now + .seconds(5)) }
            }
        }
    }

    /// Forgets everything: after any change to accounts, seats or sessions.
    package func forget() { entries.withLockedValue { $0.removeAll() } }
}
