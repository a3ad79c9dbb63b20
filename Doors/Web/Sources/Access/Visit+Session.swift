import Access
import Foundation
import Gate
import HTTPTypes
import Hummingbird
import Kernel

extension Visit {
    var access: AccessStore { door.installation.access }

    /// The signed-in browser. Refuses (`session-unknown`) an API token: tokens do not manage accounts.
    func signedIn() throws -> (account: Account, session: Session) {
        guard let account = visitor.account, let session = visitor.session else {
            throw AccessRefusal(.sessionUnknown)
        }
        return (account, session)
    }

    /// On to signing in and back again, when a page was refused only because nobody is signed in; else nil.
    func signInFirst(_ error: any Error) -> Response? {
        guard request.method == .get, visitor.account == nil, case Refusal.forbidden(let problem)? = error as? Refusal,
            ["rights.signed-in", "rights.write"].contains(problem.rule)
        else { return nil }
        let asked = LocalPath(request.uri.string)?.url
        let query = asked?.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
        return .onward(to: query.map { "/sign-in?next=\($0)" } ?? "/sign-in")
    }

    var device: Device { Device(userAgent: request.headers[.userAgent]) }

    /// The session's token as the browser sent it.
    var sessionSecret: String? { request.cookies[VisitorMiddleware.cookie]?.value }

    /// Refuses (`request-forged`) what another site made the browser send; for posts of visitors without a session,
    /// which no hidden field can protect.
    func refuseOtherSites() throws(AccessRefusal) {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            guard site == "same-origin" || site == "none" else { throw AccessRefusal(.requestForged, detail: "site") }
        } else if let origin = request.headers[.origin], !door.relyingParty.origins.contains(origin) {
            throw AccessRefusal(.requestForged, detail: "origin")
        }
    }

    /// The answer, with the cookie of a session that has just begun.
    func beginning(_ token: Secret, _ answer: Response) -> Response {
        door.visitors.forget()
        return answer.keeping(cookie(token.plaintext, maxAge: Self.month))
    }

    /// The answer, without the session's cookie.
    func ending(_ answer: Response) -> Response {
        door.visitors.forget()
        return answer.keeping(cookie("", maxAge: 0))
    }

    func keepingLanguage(_ language: String, _ answer: Response) -> Response {
        answer.keeping(
            Cookie(
                name: "lang", value: language, maxAge: 366 * 86_400, path: "/", secure: door.isSecure, httpOnly: true,
                sameSite: .lax))
    }

    /// The cookie may live as long as a session at most does; the store decides when it really ends.
    private static let month = Int(AccessLimits().sessionAbsolute.components.seconds)

    private func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(
            name: VisitorMiddleware.cookie, value: value, maxAge: maxAge, path: "/", secure: door.isSecure,
            httpOnly: true, sameSite: .lax)
    }
}

extension Response {
    func keeping(_ cookie: Cookie) -> Response {
        var response = self
        response.setCookie(cookie)
        return response
    }
}
