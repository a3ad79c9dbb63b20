import Access
import Ecosystems
import Gate
import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// An error as `application/problem+json` (RFC 9457). What nobody expected is logged in full and shown as a request id.
struct ProblemAnswer {
    private let status: HTTPResponse.Status
    private let problems: [Problem]
    private var members: [String: Value] = [:]
    private var headers: HTTPFields = [:]
    private let language: Language

    init(_ error: any Error, ask: Ask) {
        language = ask.language
        if let refusal = error as? APIRefusal {
            (status, problems, members) = (refusal.status, refusal.problems, refusal.members)
        } else if let told = Told(error),
            !told.problems.contains(where: { $0.rule.hasPrefix("store.") && $0.rule != Problem.readOnly.rule })
        {
            problems =
                Self.isForWantOfAdmin(told, ask) ? Told(AccessRefusal.lacking(.admin))?.problems ?? [] : told.problems
            headers = told.headers
            status =
                Self.isSignInMissing(told, ask)
                ? .unauthorized : Self.isStoreUnwell(told) ? .serviceUnavailable : told.status
        } else {
            ask.context.logger.error("request failed", metadata: ["path": "\(ask.path)", "error": "\(error)"])
            status = .internalServerError
            problems = [Self.unexpected(ask.context.id)]
            members["instance"] = .string("urn:request:\(ask.context.id)")
        }
    }

    /// A stranger is asked who they are before they are told that they may not.
    private static func isSignInMissing(_ told: Told, _ ask: Ask) -> Bool {
        told.status == .forbidden && ask.visitor.account == nil
            && told.problems.allSatisfy { $0.rule.hasPrefix("rights.") }
    }

    /// An administrator would have been allowed this, so what is missing is not a role but a scope of the token.
    private static func isForWantOfAdmin(_ told: Told, _ ask: Ask) -> Bool {
        told.status == .forbidden && ask.visitor.holdsBackAdmin
            && told.problems.allSatisfy { $0.rule.hasPrefix("rights.") || $0.rule == "event.partly-visible" }
    }

    /// A full disk or a closed store is not the asker's mistake.
    private static func isStoreUnwell(_ told: Told) -> Bool {
        told.status == .badRequest && told.problems.contains { $0.rule.hasPrefix("ledger.") }
    }

    private static func unexpected(_ id: String) -> Problem {
        Problem(
            "unexpected", Text("Er ging hier iets mis.", "Something went wrong here."),
            mend: Text("Meld aanvraag \(id) aan de beheerder.", "Report request \(id) to the administrator."))
    }

    var answer: Answer {
        var body = members
        body["type"] = .string("urn:stelsel:problem:\(problems.first?.rule ?? "unknown")")
        body["title"] = .string(StatusTitle.of(status).shown(language))
        body["status"] = .whole(status.code)
        body["detail"] = .string(detail)
        body["errors"] = .list(problems.map(told))
        var answer = Answer(.problem(CanonicalJSON.bytes(.map(body))), status: status)
        answer.headers.append(contentsOf: headers)
        answer.headers[.contentLanguage] = language.rawValue
        answer.headers[.cacheControl] = "no-store"
        if status == .unauthorized { answer.headers[.wwwAuthenticate] = "Bearer" }
        return answer
    }

    private var detail: String {
        guard problems.count > 1 else {
            let words = problems.first.map { [$0.message, $0.mend] } ?? []
            return words.map { $0.shown(language) }.filter { !$0.isEmpty }.joined(separator: " ")
        }
        return Text(
            "Er kloppen \(problems.count) dingen niet; zie errors.", "\(problems.count) things are wrong; see errors."
        )
        .shown(language)
    }

    private func told(_ problem: Problem) -> Value {
        var error: [String: Value] = [
            "rule": .string(problem.rule), "path": .string(problem.path.joined(separator: "/")),
            "message": .string(problem.message.shown(language)),
        ]
        let mend = problem.mend.shown(language)
        if !mend.isEmpty { error["mend"] = .string(mend) }
        return .map(error)
    }
}

enum StatusTitle {
    static func of(_ status: HTTPResponse.Status) -> Text {
        titles[status.code] ?? Text(same: status.reasonPhrase)
    }

    static let titles: [Int: Text] = [
        400: Text("De aanvraag klopt niet", "The request is not right"),
        401: Text("Wie bent u?", "Who are you?"),
        403: Text("Dit mag niet", "This is not allowed"),
        404: Text("Dit bestaat niet", "This does not exist"),
        405: Text("Dit kan hier niet", "This cannot be done here"),
        409: Text("Dit botst met wat er nu is", "This conflicts with what is there now"),
        413: Text("Te groot", "Too large"),
        415: Text("Verkeerde soort inhoud", "Wrong type of content"),
        429: Text("Te veel aanvragen", "Too many requests"),
        500: Text("Onverwachte fout", "Unexpected error"),
        503: Text("Nu niet beschikbaar", "Not available now"),
    ]
}
