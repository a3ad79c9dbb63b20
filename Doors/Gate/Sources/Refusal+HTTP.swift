import Access
import Ecosystems
import Hummingbird
import Kernel
import Ledger

/// An error as a door tells it: the status, and what is wrong. Nil for an unexpected error, which is logged and not shown.
package struct Told: Sendable {
    package let status: HTTPResponse.Status
    package let problems: [Problem]
    package private(set) var headers: HTTPFields = [:]

    package init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal:
            problems = refusal.problems
            status = refusal.status
        case let refusal as AccessRefusal:
            problems = [
                Problem(
                    refusal.rule.rawValue, at: refusal.field.map { [$0] } ?? [],
                    Text(refusal.messages.nl, refusal.messages.en),
                    mend: Text(refusal.remedy.nl, refusal.remedy.en))
            ]
            status = refusal.status
            headers[.retryAfter] = refusal.retryAfter.map(String.init)
        case let wrong as WrongAuthorization:
            problems = [wrong.problem]
            status = .unauthorized
        case let wrong as WrongMethod:
            problems = [wrong.problem]
            status = .methodNotAllowed
            headers[.allow] = wrong.allow
        case let problem as Problem:
            problems = [problem]
            status = .badRequest
        case let error as HTTPError where error.status.code < 500:
            status = error.status
            problems = [Self.plain(error)]
        case let error as any HTTPResponseError where error.status.code < 500:
            status = error.status
            problems = [Problem("http.\(error.status.code)", Text(same: error.status.reasonPhrase))]
        default: return nil
        }
    }

    private static func plain(_ error: HTTPError) -> Problem {
        switch error.status {
        case .contentTooLarge:
            Problem(
                "body.too-large", Text("Wat u opstuurt is te groot.", "What you send is too large."),
                mend: Text("Stuur minder dan 1 MB.", "Send less than 1 MB."))
        case .notFound: Problem("page.unknown", Text("Deze pagina bestaat niet.", "There is no such page."))
        default: Problem("http.\(error.status.code)", Text(same: error.body ?? error.status.reasonPhrase))
        }
    }
}

extension Refusal {
    package var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .invalid: .badRequest
        case .conflict: .conflict
        case .forbidden: .forbidden
        case .unavailable: .serviceUnavailable
        }
    }
}

extension AccessRefusal {
    package var status: HTTPResponse.Status {
        switch kind {
        case .invalid: .badRequest
        case .notFound: .notFound
        case .conflict: .conflict
        case .forbidden: .forbidden
        case .unauthenticated: .unauthorized
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }
}
